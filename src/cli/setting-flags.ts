import { Command, Option } from 'commander';
import { givenVariables } from '../target/input/dotenv-file.ts';
import { resolveSettings, type ExplainedSetting } from '../target/resolve.ts';
import type { Setting, SettingCommand } from '../target/settings/setting.ts';
import { settingsTable, type SettingName } from '../target/settings/table.ts';
import type { Settings } from '../target/settings/types.ts';
import { readTargetJson } from '../target/target-json.ts';

type Row = Setting & { readonly name: SettingName };

const usual: readonly SettingCommand[] = ['run', 'doctor', 'plan'];

/** The settings that have a flag of the command. */
const flagsOf = (command: Command): readonly Row[] =>
  (settingsTable as readonly Row[]).filter(
    ({ flag, commands = usual }) => flag !== undefined && commands.some((name) => name === command.name()),
  );

/** The command with the flags of those settings that it takes. */
export function withSettings(command: Command): Command {
  for (const row of flagsOf(command)) command.addOption(optionOf(row));
  return command;
}

/** The command with an option for a document that tells many settings. */
export const withTargetJson = (command: Command): Command =>
  command.option(
    '--target-json <file>',
    'What is known of the target, as `mock --json` prints it; - reads a line of standard input',
  );

/** The option that stands for a setting on a command line. */
function optionOf(row: Row): Option {
  const says = typeof row.default === 'string' ? row.default : row.defaultSays;
  const standard = says === undefined || says === 'false' ? '' : ` (default: ${says})`;
  const option = new Option(row.flag ?? '', `${row.says.replace(/\.$/, '')}${standard}`);
  return row.repeatable
    ? option.argParser((value: string, before?: string) => (before === undefined ? value : `${before},${value}`))
    : option;
}

/** The settings of an invoked command, from its flags, the document of --target-json, the environment, `.env` and the target's file. Throws UsageError. */
export function settingsOf(command: Command): { settings: Settings; explained: ExplainedSetting[] } {
  const options = command.opts<Record<string, string | boolean | undefined>>();
  const flags = Object.fromEntries(
    flagsOf(command).flatMap((row) => {
      const value = options[optionOf(row).attributeName()];
      return value === undefined ? [] : [[row.name, String(value)]];
    }),
  ) as Partial<Record<SettingName, string>>;
  const { targetJson } = options;
  const read = targetJson === undefined ? undefined : readTargetJson(String(targetJson));
  return resolveSettings({ flags, targetJson: read, ...givenVariables() });
}
