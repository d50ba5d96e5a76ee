import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import { liveTransport } from '../../src/client/transport/live.ts';
import type { Client } from '../../src/client/types.ts';
import { limits } from '../../src/contract/limits.ts';
import { crawl, followAll } from '../../fixtures/probes/crawl.ts';
import { mostPages, walk } from '../../src/run/pages.ts';
import { countsInMemory } from '../../src/run/guards/run-counts.ts';
import { workerSession } from '../../src/run/worker-session.ts';
import { front, settingsFor } from './front.ts';
import { bytesOf, refusing, wrong } from './misbehaviours.ts';
import { listening, web } from './servers.ts';

const recorder = { nextId: () => 'x', record: () => {} };

function clientOf(context: TestContext, baseUrl: string, caller?: Client['caller']): Client {
  const transport = liveTransport({ timeoutSeconds: 10 });
  context.after(() => transport.close());
  return createClient({ baseUrl, transport, caller, recorder: () => recorder, guard: () => {} });
}

/** A server whose every document links on to another one; counts what it is asked. */
async function endless(context: TestContext, linksOf: (count: number) => { rel: string; path: string }[]) {
  const asked = { count: 0 };
  const { authority } = await listening(
    context,
    web(({ headers }, response) => {
      asked.count += 1;
      const links = linksOf(asked.count).map(({ rel, path }) => ({
        rel,
        href: `http://${headers.host}${limits.basePath}${path}`,
      }));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ results: [], totalCount: 1, links }));
    }),
  );
  return { asked, baseUrl: `http://${authority}${limits.basePath}` };
}

const hex = (number: number): string => number.toString(16).padStart(24, '0');
/** Kinds of resources are told apart by their words, so that a crawl is not held up by having seen two of one kind. */
const anotherKind = (count: number): string =>
  `/kind${String.fromCharCode(
    ...String(count)
      .split('')
      .map((digit) => 97 + Number(digit)),
  )}`;

describe('there is an end to', () => {
  test('pages that always have a next one', async (context) => {
    const { asked, baseUrl } = await endless(context, (count) => [{ rel: 'next', path: `/groups?pageNum=${count + 1}` }]);
    const client = clientOf(context, baseUrl);
    const pages = await walk(client, await client.send({ method: 'GET', path: '/groups' }), 'next');
    assert.deepEqual([pages.length, asked.count], [mostPages, mostPages]);
  });

  test('a page that is its own next one', async (context) => {
    const { asked, baseUrl } = await endless(context, () => [{ rel: 'next', path: '/groups' }]);
    const client = clientOf(context, baseUrl);
    await walk(client, await client.send({ method: 'GET', path: '/groups' }), 'next');
    assert.equal(asked.count, mostPages);
  });

  test('links to follow from the root, and from one document', async (context) => {
    const { asked, baseUrl } = await endless(context, (count) =>
      Array.from({ length: 50 }, (_, n) => ({
        rel: `to ${n}`,
        path: n % 2 === 0 ? anotherKind(count * 50 + n) : `/groups/${hex(count * 50 + n)}`,
      })),
    );
    const { mock, ...target } = await front(context, () => {});
    const settings = settingsFor({ mock, url: baseUrl }, 10);
    const client = clientOf(context, baseUrl);
    const session = workerSession({
      settings,
      line: liveTransport(settings.target),
      counts: countsInMemory(),
      connect: createClient,
      worker: 0,
    });
    assert.equal(target.asked.length, 0);

    assert.equal((await crawl(session)).length, 160);
    // The root, the links, and the lists below what they lead to: one of each kind.
    const crawled = asked.count;
    assert.ok(crawled >= 161 && crawled <= 200, String(crawled));

    const root = await client.send({ method: 'GET', path: '' });
    assert.equal((await followAll(session, root)).length, 20);
    assert.equal(asked.count, crawled + 1 + 20);
    await session.end();
  });

  test('nonces that are stale as soon as they are used', async (context) => {
    const target = await front(context, refusing['a new nonce every time'], () => true);
    const { publicKey, privateKey } = target.mock.identity;
    const client = clientOf(context, target.url, { name: 'main', publicKey, privateKey });
    for (const calls of [1, 2, 3]) {
      const { status } = await client.send({ method: 'GET', path: '/groups' });
      assert.equal(status, 401);
      // A challenge to begin with, and then each call is tried again once.
      assert.ok(target.asked.length <= 1 + 2 * calls, `${target.asked.length} requests for ${calls} calls`);
    }
  });

  for (const name of ['a redirect to itself', 'a redirect to another origin'] as const) {
    test(name, async (context) => {
      const target = await front(context, wrong[name], (count) => count > 1);
      const { publicKey, privateKey } = target.mock.identity;
      const client = clientOf(context, target.url, { name: 'main', publicKey, privateKey });
      const { status } = await client.send({ method: 'GET', path: '' });
      assert.deepEqual([status, target.asked.length], [302, 2]);
    });
  }
});

test('credentials go to no other origin, whether it is redirected or linked to', async (context) => {
  const seen: string[] = [];
  const elsewhere = await listening(
    context,
    web(({ headers }, response) => {
      seen.push(headers.authorization ?? 'without credentials');
      response.end('{}');
    }),
  );
  const target = await front(
    context,
    ({ socket, request }) =>
      socket.end(bytesOf({ status: 307, headers: { Location: `http://${elsewhere.authority}${request.target}` }, body: '' })),
    (count) => count > 2,
  );
  const { publicKey, privateKey } = target.mock.identity;
  const client = clientOf(context, target.url, { name: 'main', publicKey, privateKey });

  await client.send({ method: 'GET', path: '' });
  await client.send({ method: 'GET', path: '/groups' });
  const { exchange } = await client.send({ method: 'GET', path: `http://${elsewhere.authority}${limits.basePath}/groups` });

  assert.deepEqual([seen, elsewhere.connections.made], [[], 0]);
  assert.ok(exchange.request.url.startsWith(target.url));
});
