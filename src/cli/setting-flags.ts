import { Command, Option } from 'commander';
import { loadDotenv } from '../target/input/dotenv-file.ts';
import { resolveSettings, type ExplainedSetting } from '../target/resolve.ts';
import type { Setting } from '../target/settings/setting.ts';
import { settingsTable, type SettingName } from '../target/settings/table.ts';
import type { Settings } from '../target/settings/types.ts';
import { readTargetJson } from '../target/target-json.ts';

type Row = Setting & { readonly name: SettingName };

/** The settings that have a flag. */
export const flagged = settingsTable.filter((row: Row) => row.flag !== undefined) as readonly Row[];

/** The command with the flags of all settings but those named, and the one for a document that has many. */
export function withSettings(command: Command, ...without: readonly SettingName[]): Command {
  for (const row of flagged) if (!without.includes(row.name)) command.addOption(optionOf(row));
  return command.option(
    '--target-json <file>',
    'What is known of the target, as `mock --json` prints it; - reads a line of standard input',
  );
}

/** The option that stands for a setting on a command line. */
export function optionOf(row: Row): Option {
  const says = row.default ?? row.defaultSays;
  const standard = says === undefined || says === 'false' ? '' : ` (default: ${says})`;
  const option = new Option(row.flag ?? '', `${row.says.replace(/\.$/, '')}${standard}`);
  return row.repeatable
    ? option.argParser((value: string, before?: string) => (before === undefined ? value : `${before},${value}`))
    : option;
}

/** The settings of an invoked command, from its flags, the document of --target-json, the environment, `.env` and the target's file. Throws UsageError. */
export function settingsOf(command: Command): {
  variables: Record<string, string>;
  settings: Settings;
  explained: ExplainedSetting[];
} {
  const options = command.opts<Record<string, string | boolean | undefined>>();
  const flags = Object.fromEntries(
    flagged.flatMap((row) => {
      const value = options[optionOf(row).attributeName()];
      return value === undefined ? [] : [[row.name, String(value)]];
    }),
  ) as Partial<Record<SettingName, string>>;
  const { targetJson } = options;
  const told = targetJson === undefined ? undefined : readTargetJson(String(targetJson));
  return {
    variables: Object.fromEntries(
      settingsTable.flatMap(({ name, variable }) => {
        const text = flags[name] ?? told?.texts[name]?.text;
        return text === undefined ? [] : [[variable, text]];
      }),
    ),
    ...resolveSettings({ flags, told, env: process.env, dotenv: loadDotenv(process.cwd()) }),
  };
}
