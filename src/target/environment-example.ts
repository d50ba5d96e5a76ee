import type { Setting } from './settings/setting.ts';
import { settingsTable } from './settings/table.ts';

/** What stands where a setting is not given, in words. */
export const standardOf = ({ default: text, defaultSays }: Setting): string | undefined =>
  typeof text === 'string' ? text : defaultSays;

/** Text of `.env.example`: every variable, commented out, with what it means and what stands without it. */
export function environmentExample(): string {
  const rows: readonly Setting[] = settingsTable;
  const entries = rows.map((row) => `# ${row.says}\n# Default: ${standardOf(row)}.\n# ${row.variables[0]}=${row.example}\n`);
  return `# Settings of omconform. Copy this file to .env and take away the \`#\` before what you set.
# A flag comes before the environment, the environment before this file. Made by \`npm run docs\`.

${entries.join('\n')}`;
}
