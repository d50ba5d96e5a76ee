import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listen } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { playSteps } from './play.ts';
import { programs, type Program } from './programs.ts';
import { steps } from './steps.ts';

/**
 * `npm run clients`: real clients drive the mock, each a mock of its own. Says what is refused, and writes docs/clients.md
 * where all of them are there.
 */

async function drive(program: Program): Promise<readonly string[]> {
  const mock = createMock();
  const server = await listen(mock, { port: 0 });
  const { publicKey, privateKey, orgId, projectId } = mock.identity;
  const caller = program.start({ publicKey, privateKey });
  try {
    const played = await playSteps(caller.call, server.url, { orgId, projectId });
    for (const { operation, outcome, body } of played) {
      if (outcome !== 'ok') console.log(`  ${program.name}: ${operation} ${outcome} ${body}`);
    }
    return played.map(({ outcome }) => outcome);
  } finally {
    await caller.end();
    await server.close();
  }
}

const seen = new Map<string, readonly string[]>();
const skipped: string[] = [];
for (const program of programs) {
  const lacks = program.lacks();
  if (lacks !== undefined) {
    skipped.push(program.name);
    console.log(`${program.name} is skipped: ${lacks} is not here`);
    continue;
  }
  const outcomes = await drive(program);
  seen.set(program.name, outcomes);
  const taken = outcomes.filter((outcome) => outcome === 'ok').length;
  console.log(`${program.name}: ${taken} of ${outcomes.length} calls were taken`);
  if (taken < outcomes.length) process.exitCode = 1;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const names = [...seen.keys()];
const rows = steps.map(({ operation }, at) => line([`\`${operation}\``, ...names.map((name) => seen.get(name)?.[at] ?? '')]));
const page = `# Clients

<!-- Written by \`npm run clients\`; changes made here are lost. -->

What real clients were answered by the mock, each with the digest of its own library, in the order of the calls. The bodies are
as the official clients send them: keys without a value are null, and what is changed is what was read, with the change in it.
\`absent\` is what the mock does not have ([mock.md](mock.md)).

${line(['call', ...names])}
${line(['---', ...names.map(() => '---')])}
${rows.join('\n')}
`;
if (skipped.length === 0) writeFileSync(path.join(import.meta.dirname, '../../docs/clients.md'), page);
else console.log(`docs/clients.md is left as it is, without ${skipped.join(' and ')}`);
