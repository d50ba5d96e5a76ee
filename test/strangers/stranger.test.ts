import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test, type TestContext } from 'node:test';
import { importsOf } from '../import-law.ts';
import { curl } from './curl.ts';
import { startStranger, type Stranger, type StrangerOptions } from './server.ts';

async function started(context: TestContext, options?: StrangerOptions): Promise<Stranger> {
  const stranger = await startStranger(options);
  context.after(() => stranger.close());
  return stranger;
}

const post = (body: string) => ['--request', 'POST', '--header', 'Content-Type: application/json', '--data', body];
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const field = (challenge: string, name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';

/** A digest worked out by hand, for a challenge that may be met more than once. */
async function handshake({ url, publicKey, privateKey }: Stranger) {
  const first = (await fetch(url)).headers.get('WWW-Authenticate') ?? '';
  const answer = (nc: string, given = { key: privateKey, nonce: field(first, 'nonce') }): Promise<Response> => {
    const [uri, realm] = [new URL(url).pathname, field(first, 'realm')];
    const response = md5([md5(`${publicKey}:${realm}:${given.key}`), given.nonce, nc, 'c', 'auth', md5(`GET:${uri}`)].join(':'));
    const authorization =
      `Digest username="${publicKey}", realm="${realm}", nonce="${given.nonce}", uri="${uri}", ` +
      `qop=auth, nc=${nc}, cnonce="c", response="${response}"`;
    return fetch(url, { headers: { authorization } });
  };
  return { first, answer };
}

test('the stranger shares no code with the project', () => {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  const imported = readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => importsOf(readFileSync(folder + file, 'utf8')));
  assert.ok(imported.length > 0);
  assert.deepEqual(
    imported.filter(({ specifier }) => !/^(node:|\.\/[a-z]+\.ts$)/.test(specifier ?? '')),
    [],
  );
});

describe('the digest of the stranger', () => {
  test('lets curl in', async (context) => {
    const stranger = await started(context);
    const root = await curl(stranger, '');
    assert.equal(root.status, 200);
    assert.match(root.headers, /^content-type: application\/json;charset=UTF-8$/im);
    assert.match(root.headers, /^transfer-encoding: chunked$/im);
  });

  test('is the one of RFC 2617, whose counts go up by one', async (context) => {
    const { first, answer } = await handshake(await started(context));
    assert.doesNotMatch(first, /opaque|SHA|stale/);
    assert.equal((await answer('00000001')).status, 200);
    assert.equal((await answer('00000002')).status, 200);
  });

  for (const [what, nc] of [
    ['used already', '00000001'],
    ['beyond the next', '00000003'],
  ] as const) {
    test(`refuses a count ${what}, and says that the nonce is stale`, async (context) => {
      const { answer } = await handshake(await started(context));
      await answer('00000001');
      const refused = await answer(nc);
      assert.equal(refused.status, 401);
      assert.match(refused.headers.get('WWW-Authenticate') ?? '', /stale=true/);
    });
  }

  test('refuses a wrong key in three fields', async (context) => {
    const stranger = await started(context);
    const refused = await curl({ ...stranger, privateKey: 'wrong' }, '');
    assert.equal(refused.status, 401);
    assert.deepEqual(Object.keys(JSON.parse(refused.body) as object), ['reason', 'error', 'detail']);
    assert.doesNotMatch(refused.headers, /stale/);
  });

  test('refuses an unknown user, an invented nonce and Basic', async (context) => {
    const stranger = await started(context);
    const { answer } = await handshake(stranger);
    assert.equal((await curl({ ...stranger, publicKey: 'nobody' }, '')).status, 401);
    assert.equal((await answer('00000001', { key: stranger.privateKey, nonce: 'invented' })).status, 401);
    const basic = Buffer.from(`${stranger.publicKey}:${stranger.privateKey}`).toString('base64');
    assert.equal((await fetch(stranger.url, { headers: { authorization: `Basic ${basic}` } })).status, 401);
  });
});

const hostsOf = ({ projectId }: Stranger): string => `/groups/${projectId}/hosts`;

describe('the resources of the stranger', () => {
  test('come in pages whose links keep the query', async (context) => {
    const stranger = await started(context);
    const page = await curl(stranger, `${hostsOf(stranger)}?pretty=true&pageNum=2&envelope=true&itemsPerPage=3`);
    assert.match(page.body, /^\{\n {4}"status": 200,\n {4}"totalCount": 7,/);
    const { results, links } = JSON.parse(page.body) as Record<'results' | 'links', Record<string, string>[]>;
    assert.deepEqual(
      results.map(({ hostname }) => hostname?.[0]),
      ['d', 'e', 'f'],
    );
    assert.deepEqual(
      links.map(({ rel, href }) => [rel, new URL(href ?? '').search]),
      [
        ['next', '?pretty=true&pageNum=3&envelope=true&itemsPerPage=3'],
        ['previous', '?pretty=true&pageNum=1&envelope=true&itemsPerPage=3'],
        ['self', '?pretty=true&pageNum=2&envelope=true&itemsPerPage=3'],
      ],
    );
  });

  test('are made, changed, found by name and removed', async (context) => {
    const stranger = await started(context);
    const hosts = hostsOf(stranger);
    const made = await curl(stranger, hosts, ...post('{"hostname":"new.example","port":27017}'));
    assert.equal(made.status, 201);
    const { id } = JSON.parse(made.body) as { id: string };
    const changed = await curl(stranger, `${hosts}/${id}`, ...post('{"logsEnabled":true}'), '--request', 'PATCH');
    assert.deepEqual(JSON.parse(changed.body), { ...(JSON.parse(made.body) as object), logsEnabled: true });
    assert.equal((await curl(stranger, `${hosts}/byName/new.example:27017`)).body, changed.body);
    assert.equal((await curl(stranger, `${hosts}/${id}`, '--request', 'DELETE')).status, 204);
    const gone = await curl(stranger, `${hosts}/byName/new.example:27017`);
    assert.deepEqual(JSON.parse(gone.body), {
      reason: 'Not Found',
      error: 404,
      errorCode: 'HOSTNAME_AND_PORT_NOT_FOUND',
      detail: `No host with hostname and port new.example:27017 exists in group ${stranger.projectId}.`,
      parameters: ['new.example:27017', stranger.projectId],
    });
  });

  const refusals: [what: string, path: (stranger: Stranger) => string, words: string[], status: number, code: string][] = [
    ['an unknown resource', () => '/softwareComponents/version', [], 404, 'RESOURCE_NOT_FOUND'],
    ['an unknown project', () => '/groups/0123456789abcdef01234567/hosts', [], 404, 'GROUP_NOT_FOUND'],
    ['a page too large', (stranger) => `${hostsOf(stranger)}?itemsPerPage=501`, [], 400, 'INVALID_QUERY_PARAMETER'],
    ['an unknown field', hostsOf, post('{"hostname":"x","port":1,"hostnam":"y"}'), 400, 'INVALID_ATTRIBUTE'],
    ['a field of the server', hostsOf, post('{"hostname":"x","port":1,"id":"y"}'), 400, 'ATTRIBUTE_READ_ONLY'],
    ['a body that is an array', hostsOf, post('[]'), 400, 'INVALID_JSON'],
    ['a body that is a number', hostsOf, post('1'), 400, 'INVALID_JSON'],
    ['half a body', hostsOf, post('{"hostname":'), 400, 'INVALID_JSON'],
    ['no body', hostsOf, post(''), 400, 'INVALID_JSON'],
  ];
  for (const [what, path, words, status, code] of refusals) {
    test(`refuse ${what}: ${code}`, async (context) => {
      const stranger = await started(context);
      const refused = await curl(stranger, path(stranger), ...words);
      assert.equal(refused.status, status);
      assert.equal((JSON.parse(refused.body) as { errorCode: string }).errorCode, code);
    });
  }

  test('refuse a project of a name that is taken, or any project where they are read-only', async (context) => {
    for (const [readOnlyGroups, status] of [
      [false, 409],
      [true, 405],
    ] as const) {
      const stranger = await started(context, { readOnlyGroups });
      const refused = await curl(stranger, '/groups', ...post(`{"name":"Outpost","orgId":"${stranger.orgId}"}`));
      assert.equal(refused.status, status);
    }
  });

  test('refuse a method they lack with nothing but the ones they have', async (context) => {
    const refused = await curl(await started(context), '', '--request', 'DELETE');
    assert.deepEqual([refused.status, refused.body], [405, '']);
    assert.match(refused.headers, /^allow: GET, HEAD$/im);
  });
});
