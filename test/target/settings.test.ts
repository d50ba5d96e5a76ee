import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { loadDotenv } from '../../src/target/input/dotenv-file.ts';
import { givenSetting, resolveSettings, type SettingSources } from '../../src/target/resolve.ts';
import { out } from '../../src/target/settings/base.ts';
import { readableFile } from '../../src/target/settings/parsers.ts';
import { settingsTable } from '../../src/target/settings/table.ts';
import { UsageError } from '../../src/target/input/usage-error.ts';

const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private' };

function resolve(sources: Partial<SettingSources> = {}) {
  return resolveSettings({ flags: {}, env: {}, dotenv: {}, cwd: '/work-folder', ...sources });
}

const settingsOf = (env: Record<string, string>) => resolve({ env: { ...keys, ...env } }).settings;

function refused(sources: Partial<SettingSources>): string {
  try {
    resolve(sources);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  assert.fail('nothing was refused');
}

function urlAndOrigin(sources: Partial<SettingSources>) {
  const { settings, explained } = resolve(sources);
  return [settings.target.url, explained.find(({ name }) => name === 'target.url')?.from];
}

function emptyFolder(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('precedence', () => {
  const flags = { 'target.url': 'https://flag.example' };
  const env = { ...keys, TARGET_URL: 'https://environment.example' };
  const dotenv = { TARGET_URL: 'https://file.example' };

  test('a flag comes before the environment', () => {
    assert.deepEqual(urlAndOrigin({ flags, env, dotenv }), ['https://flag.example/api/public/v1.0', 'flag --target']);
  });

  test('the environment comes before .env', () => {
    assert.deepEqual(urlAndOrigin({ env, dotenv }), ['https://environment.example/api/public/v1.0', 'environment TARGET_URL']);
  });

  test('.env comes before the default', () => {
    assert.deepEqual(urlAndOrigin({ env: keys, dotenv }), ['https://file.example/api/public/v1.0', '.env']);
  });

  test('an empty variable hides the one of .env', () => {
    assert.deepEqual(urlAndOrigin({ env: { TARGET_URL: '' }, dotenv }), ['', 'default']);
  });

  test('one setting by itself is found as among all', () => {
    const outOf = (variables: Record<string, string>) =>
      givenSetting(out, { flags: {}, env: variables, dotenv: { RUN_OUT: 'b' }, cwd: '/work-folder' });
    assert.deepEqual(
      [outOf({ RUN_OUT: 'a' }), outOf({}), outOf({ RUN_OUT: '' })],
      [path.resolve('/work-folder/a'), path.resolve('/work-folder/b'), undefined],
    );
  });

  test('an empty flag is refused', () => {
    assert.match(refused({ flags: { 'target.url': '' }, env: keys }), /^--target is empty/);
  });
});

describe('the URL of the target', () => {
  const cases = [
    ['https://om.example.com:8443', 'https://om.example.com:8443/api/public/v1.0'],
    ['https://om.example.com/', 'https://om.example.com/api/public/v1.0'],
    ['https://om.example.com/mms/api/public/v1.0/', 'https://om.example.com/mms/api/public/v1.0'],
    ['https://om.example.com/other', 'https://om.example.com/other'],
    ['HTTPS://OM.example.com', 'https://om.example.com/api/public/v1.0'],
  ] as const;
  for (const [given, root] of cases) {
    test(`${given} means ${root}`, () => assert.equal(settingsOf({ TARGET_URL: given }).target.url, root));
  }

  test('credentials in it are refused, and not repeated', () => {
    const message = refused({ env: { ...keys, TARGET_URL: 'https://me:hush@om.example.com' } });
    assert.match(message, /^TARGET_URL carries credentials/);
    assert.doesNotMatch(message, /hush/);
  });

  test('a broken URL with credentials is not repeated either', () => {
    assert.doesNotMatch(refused({ env: { ...keys, TARGET_URL: 'htps://me:hush@om.example.com' } }), /hush/);
  });

  for (const given of ['om.example.com', 'ftp://om.example.com', 'https://', 'https://om.example.com?x=1']) {
    test(`${given} is refused`, () => {
      assert.match(refused({ env: { ...keys, TARGET_URL: given } }), /expected a URL/);
    });
  }
});

describe('defaults that depend on the target', () => {
  test('without a target it is the embedded mock, and anything may be done to it', () => {
    const { target, run } = resolve().settings;
    assert.deepEqual(
      [run.embedded, run.risk, target.product, target.dialect, target.rateWindowSeconds],
      [true, 'irreversible', 'ops-manager', 'access-list', 2],
    );
  });

  for (const host of ['localhost:8080', '127.0.0.1', '127.8.9.1:80', '[::1]:8080']) {
    test(`on ${host} a run works on what it made itself`, () => {
      assert.equal(settingsOf({ TARGET_URL: `http://${host}` }).run.risk, 'own-resources');
      assert.equal(
        settingsOf({ TARGET_URL: `http://${host}`, TARGET_RISK: 'irreversible' }).run.risk,
        'irreversible',
        'asked for by name',
      );
    });
  }

  for (const host of ['om.example.com', '127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1']) {
    test(`on ${host} a run only reads`, () => {
      assert.equal(settingsOf({ TARGET_URL: `https://${host}` }).run.risk, 'read-only');
    });
  }

  test('a run is polite where others work too, and as quick as it can be on loopback', () => {
    const limitsOn = (url: string, more = {}) => {
      const { requestsPerSecond, inFlight } = settingsOf({ TARGET_URL: url, ...more }).run;
      return [requestsPerSecond, inFlight];
    };
    assert.deepEqual(limitsOn('https://om.example.com'), [20, 4]);
    assert.deepEqual(limitsOn('https://om.example.com', { RUN_REQUESTS_PER_SECOND: '3', RUN_IN_FLIGHT: '1' }), [3, 1]);
    assert.deepEqual(limitsOn('http://127.0.0.1:80'), [undefined, undefined]);
  });

  test('cloud.mongodb.com is Cloud Manager, in the words of its table', () => {
    const { product, dialect } = settingsOf({ TARGET_URL: 'https://cloud.mongodb.com' }).target;
    assert.deepEqual([product, dialect], ['cloud-manager', 'whitelist']);
  });

  test('any other host is Ops Manager', () => {
    const { product, dialect, rateWindowSeconds } = settingsOf({ TARGET_URL: 'https://om.example.com' }).target;
    assert.deepEqual([product, dialect, rateWindowSeconds], ['ops-manager', 'access-list', 60]);
  });

  test('a seed that is not given is another one each time', () => {
    assert.notEqual(resolve().settings.run.seed, resolve().settings.run.seed);
  });

  test('a given seed is kept', () => {
    assert.equal(resolve({ env: { RUN_SEED: 'friday' } }).settings.run.seed, 'friday');
  });

  test('folders are read against the working directory', () => {
    assert.equal(resolve({ env: { RUN_OUT: 'out' } }).settings.run.out, path.resolve('/work-folder', 'out'));
  });
});

describe('what is refused', () => {
  const target = { ...keys, TARGET_URL: 'https://om.example.com' };
  const cases: [string, Record<string, string>, RegExp][] = [
    ['a target without keys', { TARGET_URL: target.TARGET_URL }, /^TARGET_PUBLIC_KEY is missing/],
    ['half a key', { TARGET_URL: target.TARGET_URL, TARGET_PUBLIC_KEY: 'p' }, /^TARGET_PRIVATE_KEY is missing/],
    ['keys without a target', keys, /^TARGET_PUBLIC_KEY is given but no target/],
    ['a project without a target', { TARGET_PROJECT_ID: '5f0000000000000000000002' }, /given but no target/],
    ['plain http to another machine', { ...target, TARGET_URL: 'http://om.example.com' }, /plain http to om\./],
    ['half of another caller', { ...target, TARGET_OUTSIDER_PUBLIC_KEY: 'p' }, /^TARGET_OUTSIDER_PUBLIC_KEY and/],
    ['an unknown product', { TARGET_PRODUCT: 'atlas' }, /^TARGET_PRODUCT is "atlas": expected one of ops-manager/],
    ['an unknown risk', { TARGET_RISK: 'all' }, /^TARGET_RISK is "all": expected one of read-only/],
    ['no workers', { RUN_WORKERS: '0' }, /^RUN_WORKERS is "0": expected a whole number/],
    ['no time at all', { TARGET_TIMEOUT_SECONDS: '0' }, /seconds above 0/],
    ['a word for a switch', { RUN_ALLOW_INCOMPLETE: 'maybe' }, /expected true or false/],
    ['an id of another make', { ...target, TARGET_ORG_ID: 'acme' }, /24 hexadecimal digits/],
    ['a rate-limited path without a project', { ...target, TARGET_RATE_LIMITED_PATH: '/orgs' }, /\{projectId\}/],
    ['a CA file that is not there', { ...target, TARGET_CA_FILE: '/nowhere/ca.pem' }, /no such file/],
  ];
  for (const [what, env, expected] of cases) {
    test(what, () => assert.match(refused({ env }), expected));
  }

  test('a misspelt variable in .env', () => {
    assert.equal(
      refused({ dotenv: { TARGET_URI: 'https://om.example.com' } }),
      '.env: TARGET_URI is no setting; did you mean TARGET_URL?',
    );
  });

  test('a mistake in .env is placed there', () => {
    assert.match(refused({ dotenv: { RUN_WORKERS: 'two' } }), /^\.env: RUN_WORKERS is "two"/);
  });

  test('but --insecure-http lets plain http pass', () => {
    const env = { ...keys, TARGET_URL: 'http://om.example.com' };
    assert.equal(resolve({ env, flags: { 'run.insecureHttp': 'true' } }).settings.run.insecureHttp, true);
  });
});

describe('other callers', () => {
  test('a whole key pair is taken', () => {
    const readOnly = { TARGET_READ_ONLY_PUBLIC_KEY: 'a', TARGET_READ_ONLY_PRIVATE_KEY: 'b' };
    const { target } = settingsOf({ TARGET_URL: 'https://om.example.com', ...readOnly });
    assert.deepEqual(target.callers, { 'read-only': { publicKey: 'a', privateKey: 'b' } });
  });
});

describe('--explain', () => {
  test('names every setting once and masks secrets', () => {
    const { explained } = resolve({ env: { ...keys, TARGET_URL: 'https://om.example.com' } });
    assert.deepEqual(
      explained.map(({ name }) => name),
      settingsTable.map(({ name }) => name),
    );
    assert.doesNotMatch(JSON.stringify(explained), /very-private/);
  });
});

describe('the documents of the settings', () => {
  test('every example is accepted', () => {
    for (const { name, example, parse } of settingsTable) {
      if (parse !== readableFile) assert.doesNotThrow(() => parse(example), name);
    }
  });
});

describe('.env', () => {
  test('is read without touching the environment', (context) => {
    const folder = emptyFolder(context);
    writeFileSync(path.join(folder, '.env'), '# a comment\nRUN_SEED="friday night"\n');
    assert.deepEqual(loadDotenv(folder), { RUN_SEED: 'friday night' });
    assert.equal(process.env['RUN_SEED'], undefined);
  });

  test('need not be there', (context) => assert.deepEqual(loadDotenv(emptyFolder(context)), {}));
});

test('a rate-limited path with the id of a project is one for any project', () => {
  const given = { TARGET_URL: 'https://om.example.com', TARGET_RATE_LIMITED_PATH: '/groups/5f0000000000000000000001/hosts' };
  assert.equal(settingsOf(given).target.rateLimitedPath, '/groups/{projectId}/hosts');
  const earlier = { ...given, TARGET_RATE_LIMITED_PATH: '/groups/{PROJECT-ID}/hosts' };
  assert.equal(settingsOf(earlier).target.rateLimitedPath, '/groups/{projectId}/hosts');
});
