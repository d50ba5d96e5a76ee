import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listen } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { isObject } from '../../src/wire/json.ts';
import { programs, type Answered, type Program } from './programs.ts';
import { steps, type Known, type Step } from './steps.ts';

/**
 * `npm run clients`: real clients drive the mock, each a mock of its own. Says what is refused, and writes docs/clients.md
 * where all of them are there.
 */

const filled = (text: string, known: Known): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? `no-${name}`);

function documentIn({ body }: Answered): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The entity that an answer brings, or the first one in its list. */
function entityIn(answer: Answered): Record<string, unknown> {
  const document = documentIn(answer);
  const list: unknown = isObject(document) && Array.isArray(document['results']) ? document['results'] : document;
  const entity: unknown = Array.isArray(list) ? (list as unknown[])[0] : list;
  return isObject(entity) ? entity : {};
}

/** `ok`, or why not. */
function outcomeOf(answer: Answered): string {
  if (answer.status >= 200 && answer.status < 300) return 'ok';
  const code = String(entityIn(answer)['errorCode'] ?? '');
  return code === 'RESOURCE_NOT_FOUND' ? 'absent' : `${answer.status} ${code}`.trim();
}

async function drive(program: Program): Promise<readonly string[]> {
  const mock = createMock();
  const server = await listen(mock, { port: 0 });
  const { publicKey, privateKey, orgId, projectId } = mock.identity;
  const caller = program.start({ publicKey, privateKey });
  const known: Known = { orgId, projectId };
  const outcomes: string[] = [];
  let latest: Answered | undefined;
  const bodyOf = ({ body, change }: Step): unknown =>
    change === undefined ? body?.(known) : { ...(latest && entityIn(latest)), ...change };
  try {
    for (const step of steps) {
      const [method = '', template = ''] = step.operation.split(' ');
      const query = step.query === undefined ? '' : `?${step.query}`;
      const body = bodyOf(step);
      const url = server.url + filled(template, known) + query;
      latest = await caller.call({ method, url, body: body === undefined ? null : JSON.stringify(body) });
      const [name, field = 'id'] = step.keeps?.split(':') ?? [];
      if (name !== undefined) known[name] = String(entityIn(latest)[field]);
      const outcome = outcomeOf(latest);
      if (outcome !== 'ok') console.log(`  ${program.name}: ${step.operation} ${outcome} ${latest.body}`);
      outcomes.push(outcome);
    }
  } finally {
    await caller.end();
    await server.close();
  }
  return outcomes;
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
