import type { Setting } from '../src/target/settings/setting.ts';
import { settingsTable } from '../src/target/settings/table.ts';

const rows: readonly Setting[] = settingsTable;

/** Text of `.env.example`: every variable, commented out, with what it means and what stands without it. */
export function environmentExample(): string {
  const entries = rows.map(
    (row) => `# ${row.says}\n# Default: ${row.default ?? row.defaultSays}.\n# ${row.variable}=${row.example}\n`,
  );
  return `# Settings of omconform. Copy this file to .env and take away the \`#\` before what you set.
# A flag comes before the environment, the environment before this file. Made by \`npm run docs\`.

${entries.join('\n')}`;
}

/** Text of `docs/environment.md`: the same settings as a table, with their flags. */
export function environmentPage(): string {
  const lines = rows.map((row) => {
    const flag = row.flag === undefined ? '' : `\`${row.flag}\``;
    const says = row.secret ? `${row.says} Secret.` : row.says;
    return `| \`${row.variable}\` | ${flag} | ${says} | ${row.default ?? row.defaultSays} |`;
  });
  return `# Settings

Each setting is taken from its flag, else from the environment, else from \`.env\` in the working directory, else it
has its default. An empty variable counts as not given. \`npx omconform run --explain\` prints each setting, its value
and where it came from; secrets are masked. Keys have no flags, or the process list would show them.

HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured as other programs do, from the environment only; loopback is never
reached through a proxy.

| variable | flag of \`run\` | meaning | default |
|---|---|---|---|
${lines.join('\n')}

Made from \`src/target/settings/table.ts\` by \`npm run docs\`.
`;
}
