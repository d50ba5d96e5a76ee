import { standardOf } from '../src/target/environment-example.ts';
import { targetSections } from '../src/target/settings/sections.ts';
import type { Setting } from '../src/target/settings/setting.ts';
import { settingsTable } from '../src/target/settings/table.ts';

const rows = (): readonly Setting[] => settingsTable;

/** Text of `docs/environment.md`: the same settings as a table, with their flags. */
export function environmentPage(): string {
  const lines = rows().map((row) => {
    const flag = row.flag === undefined ? '' : `\`${row.flag}\``;
    const says = row.secret ? `${row.says} Secret.` : row.says;
    return `| ${row.variables.map((variable) => `\`${variable}\``).join(', ')} | ${flag} | ${says} | ${standardOf(row)} |`;
  });
  return `# Settings

Each setting is taken from its flag, else from the environment, else from \`.env.local\`, else from \`.env\` in the working
directory, else it has its default. An empty variable counts as not given. \`npx omconform run --explain\` prints each setting, its value
and where it came from; secrets are masked. Keys have no flags, or the process list would show them.

Every variable may have the prefix OMCONFORM_ (\`OMCONFORM_TARGET_URL\`), and is then taken before the one without.

Where nothing else names a target, the variables of \`mongocli\` do: MCLI_OPS_MANAGER_URL, with MCLI_PUBLIC_API_KEY,
MCLI_PRIVATE_API_KEY, MCLI_ORG_ID and MCLI_PROJECT_ID. Of a target that is named otherwise these say something only if it is
on the same host.

NO_COLOR and FORCE_COLOR say whether verdicts are coloured; without them, a terminal's are.

HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured as other programs do, from the environment only; loopback is never
reached through a proxy.

| variable | flag of \`run\` | meaning | default |
|---|---|---|---|
${lines.join('\n')}

Made from \`src/target/settings/table.ts\` by \`npm run docs\`.
`;
}

/** Text of `schemas/documents/target-file.json`: the settings and sections that a target's file may have. */
export function targetFileSchema(): string {
  const settings = rows().flatMap(({ field, says, parse }) =>
    field === undefined ? [] : [[field, { description: says, ...parse.schema }] as const],
  );
  const sections = targetSections.map(({ field, says, schema }) => [field, { description: says, ...schema }] as const);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'target-file.json',
    title: 'targets/<name>.yaml',
    description: 'What is known of a target. Secrets are not part of it. Made by `npm run docs`.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...settings, ...sections]),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
