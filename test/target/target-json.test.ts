import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { resolveSettings } from '../../src/target/resolve.ts';
import { targetToldBy } from '../../src/target/target-json.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { ended, firstLine, omconform, startOmconform, temporaryFolder } from '../support/omconform-process.ts';

interface Ready {
  readonly url: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

const mockOf = (context: TestContext, ...words: string[]): Promise<string> =>
  firstLine(startOmconform(context, ['mock', '--json', ...words]));

/** What a run said of the requirements that it names. */
const outcomesOf = (out: string, ids: RegExp): [id: string, outcome: string, reason: string | null][] =>
  (JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict).requirements
    .filter(({ id, outcome }) => ids.test(id) && outcome !== 'not-applicable')
    .map(({ id, outcome, reason }) => [id, outcome, reason]);

describe('two processes, a mock and a run', () => {
  for (const product of ['cloud-manager', 'ops-manager']) {
    test(`agree on what ${product} is, told nothing but its name`, async (context) => {
      const { url, publicKey, privateKey } = JSON.parse(await mockOf(context, '--product', product)) as Ready;
      const out = temporaryFolder(context);
      const only = ['access.*', product === 'cloud-manager' ? 'code.*WHITELIST*' : 'code.*_LIST*'].flatMap((each) => [
        '--only',
        each,
      ]);
      const run = await omconform(
        context,
        ['run', '--product', product, '--target', url, '--out', out, '--risk', 'irreversible', '--allow-incomplete', ...only],
        { TARGET_PUBLIC_KEY: publicKey, TARGET_PRIVATE_KEY: privateKey },
      );
      assert.equal(run.code, 0, run.stdout + run.stderr);
      const seen = outcomesOf(out, /^code\./);
      assert.ok(seen.length >= 8, JSON.stringify(seen));
      assert.deepEqual(
        seen.filter(([, outcome]) => outcome !== 'kept'),
        [],
      );
    });
  }

  test('need nothing between them but one line', async (context) => {
    const mock = startOmconform(context, [
      'mock',
      '--json',
      '--product',
      'cloud-manager',
      '--rate-window-seconds',
      '2',
      '--nonce-lifetime-seconds',
      '2',
    ]);
    const out = temporaryFolder(context);
    const only = ['rate.allows-the-limit', 'auth.nonce-*', 'code.NO_CURRENT_USER', 'code.BLOCKED_USERNAME'].flatMap((each) => [
      '--only',
      each,
    ]);
    const run = startOmconform(context, ['run', '--target-json', '-', '--out', out, ...only]);
    // Its input stays open, as that of a pipe from a mock does.
    run.stdin.write(`${await firstLine(mock)}\n`);
    const { code, stdout, stderr } = await ended(run);
    assert.equal(code, 0, stdout + stderr);
    const seen = outcomesOf(out, /^(?:rate\.allows-the-limit|auth\.nonce-|code\.(?:NO_CURRENT|BLOCKED_USER))/);
    assert.ok(seen.length >= 4, JSON.stringify(seen));
    assert.deepEqual(
      seen.filter(([, outcome]) => outcome !== 'kept'),
      [],
    );
  });

  test('--explain says what came from the document, without the keys', async (context) => {
    const line = await mockOf(context, '--product', 'cloud-manager');
    const cwd = temporaryFolder(context);
    writeFileSync(path.join(cwd, 'mock.json'), line);
    const { code, stdout } = await omconform(
      context,
      ['run', '--target-json', 'mock.json', '--dialect', 'access-list', '--explain'],
      { TARGET_PRODUCT: 'ops-manager', TARGET_RATE_LIMIT: '7', TARGET_MAX_BODY_BYTES: '9' },
      cwd,
    );
    assert.equal(code, 0);
    assert.match(stdout, /^target\.product +cloud-manager +--target-json mock\.json$/m);
    assert.match(stdout, /^target\.rateLimit +100 +--target-json mock\.json$/m);
    assert.match(stdout, /^target\.dialect +access-list +flag --dialect$/m);
    assert.match(stdout, /^target\.maxBodyBytes +9 +environment TARGET_MAX_BODY_BYTES$/m);
    assert.doesNotMatch(stdout, new RegExp((JSON.parse(line) as Ready).privateKey));
  });
});

describe('--target-json', () => {
  const url = 'http://127.0.0.1:1';
  const wrong: [what: string, source: string, message: RegExp][] = [
    ['what is no JSON', 'url: x', /^mock\.json:1:1: is no JSON/],
    ['a list', '[]', /is no JSON object/],
    ['an unknown field', `{"url":"${url}","projectID":"x"}`, /^mock\.json: projectID is no field; did you mean projectId\?$/],
    ['an unknown caller', '{"callers":{"nobody":{"publicKey":"a"}}}', /^mock\.json: callers\.nobody\.publicKey is no field/],
    ['a value that is no text', `{"url":"${url}","publicKey":null}`, /^mock\.json: publicKey needs a text or a number$/],
    ['no address', '{"publicKey":"a","privateKey":"b"}', /^mock\.json: url is missing$/],
    [
      'a value that is none',
      `{"url":"${url}","rateLimit":"many"}`,
      /^mock\.json: rateLimit is "many": expected a whole number from 1 up$/,
    ],
    ['half a key pair', `{"url":"${url}","publicKey":"a"}`, /^TARGET_PRIVATE_KEY is missing/],
  ];
  for (const [what, source, message] of wrong) {
    test(`is refused with ${what}`, () => {
      assert.throws(() => resolveSettings({ flags: {}, targetJson: targetToldBy(source, 'mock.json'), env: {}, dotenv: {} }), {
        message,
      });
    });
  }
  test('of a file that is not there is wrong use', async (context) => {
    const { code, stderr } = await omconform(context, ['run', '--target-json', 'nowhere.json']);
    assert.deepEqual([code, stderr], [2, 'omconform: --target-json nowhere.json: there is no such file\n']);
  });
});
