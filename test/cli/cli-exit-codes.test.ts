import { EventEmitter, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { MockOptions } from '../../src/mock/forms/types.ts';
import { liveMock, verdictIn } from '../support/live-mock.ts';
import { ended, omconform, startOmconform, temporaryFolder, type Ended } from '../support/omconform-process.ts';

/** A requirement that one short spec proves, so that a run is over soon. */
const oneRequirement = 'pretty.entity-formatted';
const anyKeys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: '11111111-private' };

async function urlOf(context: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closedPort(context: TestContext): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  context.diagnostic(`nobody listens on ${port}`);
  return `http://127.0.0.1:${port}`;
}

const ignoresPretty: MockOptions = {
  wire: (next) => async (request) => {
    const answer = await next(request);
    const isPretty = request.target.includes('pretty=true') && answer.status === 200;
    return isPretty ? { ...answer, body: JSON.stringify(JSON.parse(answer.body)) } : answer;
  },
};

function isOneLine(stderr: string, expected: RegExp): void {
  assert.match(stderr, /^omconform: .+\n$/);
  assert.match(stderr, expected);
}

function saysWhy({ stdout, stderr }: Ended): string {
  return `${stdout}\n${stderr}`;
}

describe('0: conformant', () => {
  test('the embedded mock', async (context) => {
    const out = temporaryFolder(context);
    const run = await omconform(context, ['run', '--only', oneRequirement, '--out', out]);
    assert.equal(run.code, 0, saysWhy(run));
    const verdict = verdictIn(out);
    assert.deepEqual([verdict.verdict, verdict.partial], ['conformant', true]);
    assert.match(verdict.target.url, /^http:\/\/127\.0\.0\.1:\d+\/api\/public\/v1\.0$/);
    assert.match(verdict.run.command, /^npx omconform run --only pretty\.entity-formatted .*--seed \w+$/);
  });

  test('one area of its catalogue', async (context) => {
    const out = temporaryFolder(context);
    const run = await omconform(context, ['run', '--only', 'automation.*', '--out', out]);
    assert.equal(run.code, 0, saysWhy(run));
    assert.deepEqual([...new Set(verdictIn(out).requirements.map(({ area }) => area))], ['automation']);
  });
});

describe('1: non-conformant', () => {
  test('a target that breaks a documented MUST', async (context) => {
    const { env } = await liveMock(context, ignoresPretty);
    const run = await omconform(context, ['run', '--only', oneRequirement, '--out', temporaryFolder(context)], env);
    assert.equal(run.code, 1, saysWhy(run));
  });
});

describe('2: wrong use or configuration', () => {
  const cases: [what: string, words: string[], env: Record<string, string>, says: RegExp][] = [
    ['an unknown command', ['runn'], {}, /unknown command 'runn'.*run/],
    ['an unknown flag', ['run', '--tarrget', 'x'], {}, /unknown option '--tarrget'.*--target/],
    ['a flag without its value', ['run', '--target'], {}, /--target/],
    ['a target without keys', ['run', '--target', 'https://om.example.com'], {}, /TARGET_PUBLIC_KEY is missing/],
    ['an empty target', ['run', '--target', ''], anyKeys, /--target is empty/],
    ['plain http to another machine', ['run', '--target', 'http://om.example.com'], anyKeys, /plain http/],
    ['an unknown risk', ['run', '--risk', 'all'], {}, /--risk is "all"/],
    ['a requirement that is none', ['run', '--only', 'list.shap'], {}, /did you mean list\.shape\?/],
    ['a reporter that is none', ['run', '--reporter', 'htm'], {}, /--reporter is "htm"/],
    ['a broken expression', ['run', '--grep', '('], {}, /--grep/],
    ['a shard that is none', ['run', '--shard', '3/2'], {}, /--shard/],
    ['a port that is none', ['mock', '--port', 'http'], {}, /--port/],
    ['a report without results', ['report', '--out', 'nowhere'], {}, /no results/],
  ];
  for (const [what, words, env, says] of cases) {
    test(what, async (context) => {
      const run = await omconform(context, words, env);
      isOneLine(run.stderr, says);
      assert.equal(run.code, 2);
    });
  }

  test('not one check', async (context) => {
    const words = ['run', '--grep', 'no title reads like this', '--out', temporaryFolder(context)];
    const run = await omconform(context, words);
    assert.equal(run.code, 2, saysWhy(run));
  });
});

describe('3: the target could not be judged', () => {
  // test/hostile/preflight.test.ts goes through all that a target may answer to the first requests.
  test('nobody listens, and the verdict of an earlier run does not hide it', async (context) => {
    const out = temporaryFolder(context);
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, 'verdict.json'), JSON.stringify({ verdict: 'conformant', faults: [], totals: {} }));
    const run = await omconform(context, ['run', '--target', await closedPort(context), '--out', out], anyKeys);
    isOneLine(run.stderr, /cannot be reached/);
    assert.equal(run.code, 3, saysWhy(run));
    assert.equal(verdictIn(out).verdict, 'error');
  });

  test('it is throttled already', async (context) => {
    const target = await urlOf(context, (_request, response) => {
      response.writeHead(429, { 'Retry-After': '7' }).end();
    });
    const run = await omconform(context, ['run', '--target', target, '--out', temporaryFolder(context)], anyKeys);
    isOneLine(run.stderr, /throttling.*7 seconds/);
    assert.equal(run.code, 3, saysWhy(run));
  });

  test('it is given the key of somebody else', async (context) => {
    const { env } = await liveMock(context);
    const words = ['run', '--out', temporaryFolder(context)];
    const run = await omconform(context, words, { ...env, TARGET_PRIVATE_KEY: '11111111-private' });
    isOneLine(run.stderr, /refuses the credentials.*TARGET_PRIVATE_KEY/);
    assert.equal(run.code, 3, saysWhy(run));
  });

  test('its certificate is not trusted', async (context) => {
    const {
      env: { TARGET_CA_FILE: _unnamed, ...env },
    } = await liveMock(context, {}, true);
    const run = await omconform(context, ['run', '--out', temporaryFolder(context)], env);
    isOneLine(run.stderr, /certificate/);
    assert.equal(run.code, 3, saysWhy(run));
  });
});

describe('a run that is stopped', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    test(`by ${signal} ends with ${code}, whatever was kept until then`, async (context) => {
      const requests = new EventEmitter();
      const isAsked = once(requests, 'request');
      // It never answers, so the run cannot end by itself.
      const target = await urlOf(context, () => requests.emit('request'));
      const words = ['run', '--target', target, '--allow-incomplete', '--out', temporaryFolder(context)];
      const child = startOmconform(context, words, anyKeys);
      const end = ended(child);
      await isAsked;
      child.kill(signal);
      const run = await end;
      assert.equal(run.code, code, saysWhy(run));
    });
  }
});

describe('4: incomplete', () => {
  const words = ['run', '--only', 'rate.opens-again'];

  test('nobody said which resource is rate-limited', async (context) => {
    const { env } = await liveMock(context);
    const run = await omconform(context, [...words, '--out', temporaryFolder(context)], env);
    assert.equal(run.code, 4, saysWhy(run));
  });

  test('--allow-incomplete makes it 0', async (context) => {
    const { env } = await liveMock(context);
    const run = await omconform(context, [...words, '--allow-incomplete', '--out', temporaryFolder(context)], env);
    assert.equal(run.code, 0, saysWhy(run));
  });
});
