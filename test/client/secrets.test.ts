import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { KeyPair, Layer } from '../../src/mock/forms/types.ts';
import { credentialsIn, hexIn, leaksOf, leftIn, type Left } from '../support/leaks.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { digestOf } from '../mutants/credentials.ts';
import { admitting } from './echoing.ts';
import { rewritingErrors } from '../mutants/lies.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

/** A pair that every format has to escape in a way of its own. */
const marked: KeyPair = { publicKey: 'marked-user', privateKey: String.raw`marked "key"/with\all+of&them<?%` };

/** What a mock learned of the secrets of a run. */
interface Overheard {
  /** Private keys, with a name for each. */
  readonly keys: Map<string, string>;
  /** Digest responses and cnonces. */
  readonly proofs: Set<string>;
}

/** A secret in a document; a key that is shown once more is masked with asterisks. */
const secretField = /"(privateKey|agentApiKey|password)" *: *"([^"*]{8,})"/g;

/** Notes every key and password that goes by, and every proof that is sent. */
const listening =
  ({ keys, proofs }: Overheard): Layer =>
  (next) =>
  async (request) => {
    const { response = '', cnonce = '' } = digestOf(request);
    // Sent by a check to be refused, and written in its source: it proves nothing.
    if (response !== '0123456789abcdef0123456789abcdef') proofs.add(response);
    if (cnonce.length >= 8) proofs.add(cnonce);
    const answer = await next(request);
    for (const [, name = '', value = ''] of `${request.body}\n${answer.body}`.matchAll(secretField)) {
      keys.set(value, `the ${name} of ${request.method} ${request.target}`);
    }
    return answer;
  };

/** Tells in every error what it was asked with, and the key of the caller in every spelling. */
const echoing: Layer = (next) => (request) =>
  rewritingErrors((error) => {
    const { privateKey } = marked;
    const echo = [
      request.headers['authorization'] ?? '',
      request.body,
      privateKey,
      encodeURIComponent(privateKey),
      Buffer.from(`${marked.publicKey}:${privateKey}`).toString('base64'),
    ];
    return {
      ...error,
      detail: `${String(error['detail'])} ${echo.join(' ')}`,
      parameters: [...((error['parameters'] as string[] | undefined) ?? []), ...echo],
    };
  })(next)(request);

interface Run extends Overheard {
  /** Everything that it left behind, and said. */
  readonly left: readonly Left[];
  readonly out: string;
}

/** Runs the suite, or as much as the words choose, against a mock with that layer in front. */
async function overheard(context: TestContext, layer: Layer, ...words: readonly string[]): Promise<Run> {
  const heard: Overheard = { keys: new Map([[marked.privateKey, 'the key of the run']]), proofs: new Set() };
  const wire: Layer = (next) => listening(heard)(layer(admitting([marked])(next)));
  const { env } = await liveMock(context, { ...shortLived, wire });
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--out', out, ...words], {
    ...env,
    ...shortLivedEnv,
    TARGET_PUBLIC_KEY: marked.publicKey,
    TARGET_PRIVATE_KEY: marked.privateKey,
  });
  const said = [
    { where: 'standard output', text: run.stdout },
    { where: 'standard error', text: run.stderr },
  ];
  assert.ok(verdictIn(out).run.requests > 500, `${verdictIn(out).run.requests} requests: ${run.stdout}\n${run.stderr}`);
  return { ...heard, out, left: [...leftIn(out), ...said] };
}

async function nothingLeaked(context: TestContext, { left, keys, proofs }: Run): Promise<void> {
  await context.test('there was something to find, and somewhere to look', () => {
    assert.ok(keys.size > 5, `only ${keys.size} keys`);
    assert.ok(proofs.size > 500, `only ${proofs.size} proofs`);
    const names = left.map(({ where }) => where);
    for (const name of [
      'verdict.json',
      'evidence.ndjson',
      'junit.xml',
      'summary.md',
      'ctrf.json',
      'results.sarif',
      'index.html',
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(
      names.some((name) => name.startsWith('allure-results/')),
      names.join(' '),
    );
  });
  await context.test('no key of the run, nor one that it made', () => {
    assert.deepEqual(leaksOf(keys, left), []);
  });
  await context.test('no Authorization, no digest response, no cnonce', () => {
    assert.deepEqual(credentialsIn(left).slice(0, 5), []);
    assert.deepEqual(hexIn(proofs, left).slice(0, 5), []);
  });
}

test('a run on a target that keeps secrets leaves none', async (context) => {
  // The lives of resources make keys and users, and those are all secrets that such a target gives away.
  await nothingLeaked(
    context,
    await overheard(context, (next) => next, '--grep', String.raw`@(?:resource|response|request|access)\.`),
  );
});

test('a run on a target that tells them in every error leaves none either', async (context) => {
  const run = await overheard(context, echoing, '--reporter', 'html', '--reporter', 'list');
  await nothingLeaked(context, run);
  await context.test('nor inside the page of a report', () => {
    assert.ok(run.left.some(({ where }) => /html\/index\.html\/.*\.json$/.test(where)));
  });
  await context.test('and says that they were told', () => {
    const reported = verdictIn(run.out).requirements.find(({ id }) => id === 'error.no-secret-or-trace');
    assert.equal(reported?.outcome, 'broken');
  });
});

test('what is looked for is found, however it is spelled', () => {
  const { publicKey, privateKey } = marked;
  const spelled = [
    privateKey,
    JSON.stringify({ a: JSON.stringify(privateKey) }),
    encodeURIComponent(privateKey),
    Buffer.from(`${publicKey}:${privateKey}`).toString('base64'),
    `<a b="${privateKey.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`,
  ];
  const keys = new Map([[privateKey, 'it']]);
  for (const text of spelled) assert.equal(leaksOf(keys, [{ where: 'here', text }]).length, 1, text);
  const digest = 'Digest username="a", cnonce="0a4f113b", response="d41d8cd98f00b204e9800998ecf8427e"';
  const written = [`Authorization: ${digest}`, JSON.stringify({ a: digest }), JSON.stringify(['Authorization', digest])];
  for (const text of written) {
    assert.equal(credentialsIn([{ where: 'here', text }]).length, 1, text);
  }
  assert.equal(hexIn(new Set(['0a4f113b']), [{ where: 'here', text: digest }]).length, 1);
});
