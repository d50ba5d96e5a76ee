import { Option, type Command } from 'commander';
import { settingsTable, type Setting, type SettingName } from '../targets/settings-table.ts';

/** A row of the settings that has a flag. */
export type FlaggedSetting = Setting & { readonly name: SettingName };

/** The settings that have a flag. */
export const flaggedSettings = settingsTable.filter((row: FlaggedSetting) => row.flag !== undefined) as readonly FlaggedSetting[];

/** The option that stands for a setting on a command line. */
export function optionOf(row: FlaggedSetting): Option {
  const says = row.default ?? row.defaultSays;
  const standard = says === undefined || says === 'false' ? '' : ` (default: ${says})`;
  const option = new Option(row.flag ?? '', `${row.says.replace(/\.$/, '')}${standard}`);
  return row.repeatable
    ? option.argParser((value: string, before?: string) => (before === undefined ? value : `${before},${value}`))
    : option;
}

/** The text of each flag that was given. */
export function flagsOf(command: Command): Partial<Record<SettingName, string>> {
  const options = command.opts<Record<string, string | boolean | undefined>>();
  return Object.fromEntries(flaggedSettings.flatMap((row) => {
    const value = options[optionOf(row).attributeName()];
    return value === undefined ? [] : [[row.name, String(value)]];
  }));
}
