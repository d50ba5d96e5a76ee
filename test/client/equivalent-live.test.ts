import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Mock } from '../../src/mock/forms/types.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { worldOf } from '../support/owner-view.ts';

/** What the server did that only a socket can show, and how often something was to be made. */
interface Done {
  chunked: number;
  zipped: number;
  closed: number;
  posted: number;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

/** Sends an answer in two chunks at least, zipped where that is accepted, and hangs up. */
async function answer(mock: Mock, request: IncomingMessage, response: ServerResponse, done: Done): Promise<void> {
  const { method = 'GET', url: target = '/', headers, socket } = request;
  const {
    status,
    headers: given,
    body,
  } = await mock.handle({
    method,
    target,
    headers: headers as Record<string, string>,
    body: await textOf(request),
    remoteAddress: socket.remoteAddress ?? '',
    origin: `http://${headers.host}`,
  });
  const { 'Content-Length': _length, ...others } = given;
  const zips = body !== '' && /\bgzip\b/.test(String(headers['accept-encoding']));
  const sent = { ...others, Connection: 'close', ...(zips && { 'Content-Encoding': 'gzip' }) };
  response.writeHead(status, sent as Record<string, string | string[]>);
  const bytes = zips ? gzipSync(body) : Buffer.from(body);
  if (body !== '') {
    response.write(bytes.subarray(0, 7));
    response.write(bytes.subarray(7));
    done.chunked += 1;
  }
  if (zips) done.zipped += 1;
  done.closed += 1;
  if (method === 'POST' && headers.authorization !== undefined) done.posted += 1;
  response.end();
}

/** Serves a mock in another way than `listen` does, until the test is over. Gives its origin. */
async function serve(context: TestContext, mock: Mock, done: Done): Promise<string> {
  const server = createServer((request, response) => {
    answer(mock, request, response, done).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('chunked bodies, gzip and closed connections change no verdict, and a run that works with what it makes leaves none of it behind', async (context) => {
  const nonceLifetimeSeconds = 2;
  const rateWindowSeconds = 2;
  const mock = createMock({ nonceLifetimeMs: nonceLifetimeSeconds * 1000, rateWindowSeconds });
  const done: Done = { chunked: 0, zipped: 0, closed: 0, posted: 0 };
  const target = await serve(context, mock, done);
  const out = temporaryFolder(context);
  const before = await worldOf(mock);
  const { publicKey, privateKey, orgId, projectId, rateLimitedPath } = mock.identity;

  const run = await omconform(context, ['run', '--target', target, '--risk', 'own-resources', '--out', out], {
    TARGET_PUBLIC_KEY: publicKey,
    TARGET_PRIVATE_KEY: privateKey,
    TARGET_ORG_ID: orgId,
    TARGET_PROJECT_ID: projectId,
    TARGET_RATE_LIMITED_PATH: rateLimitedPath,
    TARGET_RATE_WINDOW_SECONDS: String(rateWindowSeconds),
    TARGET_NONCE_LIFETIME_SECONDS: String(nonceLifetimeSeconds),
  });

  const { requirements, faults } = JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
  const sound = ['kept', 'not-applicable', 'not-offered', 'untested', 'unverified'];
  const lost = requirements
    .filter(({ outcome }) => !sound.includes(outcome))
    .map(({ id, outcome, reason, checks }) => {
      const violations = checks.flatMap((check) => check.violations.map((each) => `${each.path} ${each.message}`));
      return [id, outcome, reason, ...violations].join(' | ');
    });
  assert.deepEqual(lost, [], run.stdout);
  assert.deepEqual(faults, []);
  // Of the principles only what needs more risk may have gone unseen; many error codes need a world of their own.
  const principles = requirements.filter(({ area }) => area !== 'code');
  const unseen = principles.filter(({ outcome }) => outcome === 'unverified').map(({ id, reason }) => `${id}: ${reason}`);
  assert.deepEqual(
    unseen.filter((line) => !/--risk (destructive|irreversible)/.test(line)),
    [],
  );
  assert.ok(done.posted > 100, JSON.stringify(done));
  assert.deepEqual(await worldOf(mock), before);
  assert.ok(done.chunked > 100 && done.zipped > 100 && done.closed > 100, JSON.stringify(done));
});
