import { readFileSync } from 'node:fs';
import { schemaFile } from '../../src/checks/schemas/schema-files.ts';
import { schemaNames } from '../../src/contract/schema-names.ts';
import { createClient } from '../../src/client/client.ts';
import type { Call, Client } from '../../src/client/types.ts';
import { limits } from '../../src/contract/limits.ts';
import { operations } from '../../src/contract/operations/index.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange, id } from '../support/made-exchanges.ts';
import { filled } from '../../src/contract/path-templates.ts';

const mostFollowed = 120;

/** Documents of every schema as the answer of an operation that brings such, alone and in a list. */
function examples(): Exchange[] {
  return schemaNames.flatMap((name) => {
    const file = new URL(`examples/${name}.json`, schemaFile(name));
    const { valid } = JSON.parse(readFileSync(file, 'utf8')) as { valid: readonly unknown[] };
    const operation = Object.values(operations).find(({ schema }) => schema === name);
    const path = (operation?.path ?? `/groups/{id}/${name}`).replace(/\{[^}]*\}/g, id);
    const status = name.startsWith('error') ? 404 : 200;
    return valid.flatMap((document) => [
      exchange({ path, status, body: document }),
      exchange({ path: `${path}?envelope=true`, body: { status: 200, content: document } }),
      exchange({ path: `${path}?pageNum=2&itemsPerPage=1`, body: { totalCount: 1, results: [document], links: [] } }),
    ]);
  });
}

function hrefsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    name === 'href' && typeof member === 'string' ? [member] : hrefsIn(member),
  );
}

const odd: readonly Call[] = [
  { method: 'GET', path: '/nowhere' },
  { method: 'DELETE', path: '/groups' },
  { method: 'HEAD', path: '/groups', raw: true },
  { method: 'POST', path: '/groups', text: '{"name":' },
  { method: 'POST', path: '/groups', body: { name: 'a', nonsense: 1 } },
  { method: 'GET', path: '/groups', authentication: 'none' },
  { method: 'GET', path: '/groups?pageNum=0' },
  { method: 'GET', path: '/groups?envelope=true&pretty=true' },
  { method: 'GET', path: '/groups/byName/x' },
  { method: 'GET', path: '/groups', authentication: { authorization: 'Digest username="a", nonce="b"' } },
];

/** What the mock answers: all that links lead to from the root, as far as that, and some refusals. */
async function recorded(): Promise<Exchange[]> {
  const { settings, transport } = mockTarget();
  const exchanges: Exchange[] = [];
  const recorder = {
    nextId: () => `fuzz#${exchanges.length + 1}`,
    record: (each: Exchange) => {
      exchanges.push(each);
    },
  };
  const client: Client = createClient({
    baseUrl: settings.target.url,
    transport,
    caller: { name: 'main', ...settings.target.keys },
    recorder: () => recorder,
    guard: () => {},
  });
  const { orgId, projectId } = settings.target;
  const paths = Object.values(operations)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => filled(path, { projectId, orgId }))
    .filter((path) => !path.includes('{'));
  const queue = new Set([`${settings.target.url}/`, ...paths.map((path) => `${settings.target.url}${path}`)]);
  for (const path of queue) {
    const answer = await client.send({ method: 'GET', path });
    for (const href of hrefsIn(answer.json)) if (queue.size < mostFollowed && href.includes(limits.basePath)) queue.add(href);
  }
  for (const call of odd) await client.send(call);
  return exchanges;
}

/** Good answers and honest refusals, the same in every run: where fuzzing begins. */
export const seeds = async (): Promise<Exchange[]> => [...examples(), ...(await recorded())];
