import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { listen } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const nonceLifetimeSeconds = 1;

/** The mock over TLS, and the words and variables that make it the target of a run. */
async function mockOverTls(context: TestContext) {
  const mock = createMock({ nonceLifetimeMs: nonceLifetimeSeconds * 1000 });
  const server = await listen(mock, { port: 0, tls: true });
  context.after(() => server.close());
  const { publicKey, privateKey } = mock.identity;
  return {
    words: ['run', '--target', server.origin, '--ca-file', server.caFile ?? ''],
    env: {
      TARGET_PUBLIC_KEY: publicKey,
      TARGET_PRIVATE_KEY: privateKey,
      TARGET_NONCE_LIFETIME_SECONDS: String(nonceLifetimeSeconds),
    },
  };
}

const read = (out: string, file: string): string => readFileSync(path.join(out, file), 'utf8');

describe('a target over TLS', () => {
  test('is judged in all that https and auth demand', async (context) => {
    const { words, env } = await mockOverTls(context);
    const out = temporaryFolder(context);

    const run = await omconform(context, [...words, '--grep', String.raw`@(?:https|auth)\.`, '--out', out], env);

    assert.equal(run.code, 0, `${run.stdout}\n${run.stderr}`);
    const verdict = JSON.parse(read(out, 'verdict.json')) as Verdict;
    const outcomes = new Map(verdict.requirements.map(({ id, outcome }) => [id, outcome]));
    assert.equal(outcomes.get('https.plain-http-not-served'), 'kept');
    assert.equal('insecureTls' in verdict.run, false);
    assert.equal(outcomes.get('https.only'), 'not-applicable');
    const auth = verdict.requirements.filter(({ area }) => area === 'auth');
    assert.deepEqual(
      auth.filter(({ outcome }) => outcome !== 'kept').map(({ id }) => id),
      [],
    );

    // It was asked over plain http, without credentials.
    const exchanges = read(out, 'evidence.ndjson')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Exchange)
      .filter(({ kind }) => kind === 'plain-http');
    assert.equal(exchanges.length, 1);
    assert.match(exchanges[0]?.request.url ?? '', /^http:\/\/127\.0\.0\.1:\d+\/api\/public\/v1\.0$/);
    assert.deepEqual(
      exchanges[0]?.request.headers.filter(([name]) => /authorization|cookie/i.test(name)),
      [],
    );
  });

  test('that is Cloud Manager keeps https.only', async (context) => {
    const { words, env } = await mockOverTls(context);
    const only = ['--product', 'cloud-manager', '--dialect', 'access-list', '--only', 'https.*'];

    const run = await omconform(context, [...words, ...only, '--out', temporaryFolder(context)], env);

    assert.equal(run.code, 0, `${run.stdout}\n${run.stderr}`);
  });
});

describe('a certificate that nobody vouches for', () => {
  test('is taken with --insecure-tls, and everything that tells of the run says so', async (context) => {
    const {
      words: [, target, url],
      env,
    } = await mockOverTls(context);
    const out = temporaryFolder(context);

    const run = await omconform(context, ['run', target!, url!, '--insecure-tls', '--only', 'https.*', '--out', out], env);

    assert.equal(run.code, 0, `${run.stdout}\n${run.stderr}`);
    const said = /the target's\s+certificate\s+was\s+not\s+checked/;
    assert.match(run.stdout, said);
    assert.match(read(out, 'summary.md').replaceAll('&#39;', "'"), said);
    assert.equal((JSON.parse(read(out, 'verdict.json')) as Verdict).run.insecureTls, true);
  });
});

describe('credentials', () => {
  for (const host of ['om.example.com', '192.0.2.1:8080', '127.0.0.1.example.com', '[2001:db8::1]']) {
    test(`are not sent over plain http to ${host}`, async (context) => {
      const env = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: '11111111-private' };

      const run = await omconform(context, ['run', '--target', `http://${host}`], env);

      assert.match(run.stderr, /^omconform: keys would cross the network in plain http .+\n$/);
      assert.equal(run.code, 2);
    });
  }
});
