import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';

import type { Verdict } from '../../src/verdict/verdict.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { verdictErrors } from '../support/verdict-errors.ts';
import { allureResultsIn } from '../support/allure-results.ts';
import { reportNames } from '../support/verdict-sample.ts';

const root = 'https://om.example.org/api/public/v1.0';
const id = '5c1d2e3f4a5b6c7d8e9f0a1b';
const organization = {
  id,
  name: 'Acme',
  links: [
    { rel: 'self', href: `${root}/orgs/${id}` },
    { rel: 'http://mms.mongodb.com/groups', href: `${root}/orgs/${id}/groups` },
  ],
};
const json = [{ name: 'Content-Type', value: 'application/json' }];
const plain = (more: object = {}) => ({
  path: `/orgs/${id}`,
  headers: { 'Content-Type': 'application/json' },
  body: organization,
  ...more,
});
const entry = (more: object = {}, content: object = { text: JSON.stringify(organization), size: 100 }) => ({
  time: 3,
  request: {
    method: 'GET',
    url: `${root}/orgs/${id}`,
    headers: [
      { name: 'Authorization', value: 'Digest response="deadbeefdeadbeef"' },
      { name: ':method', value: 'GET' },
    ],
  },
  response: { status: 200, headers: json, content },
  ...more,
});
const har = (...entries: object[]) => ({
  log: { version: '1.2', creator: { name: 'a browser', version: '1' }, pages: [], entries },
});

/** Judges one recording that holds that text. */
async function judge(context: TestContext, text: string, ...words: string[]) {
  const folder = temporaryFolder(context);
  const file = path.join(folder, 'recording');
  const out = path.join(folder, 'out');
  writeFileSync(file, text);
  const ended = await omconform(context, ['judge', file, '--out', out, ...words]);
  const verdict = (): Verdict => JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
  const outcome = (name: string) => verdict().requirements.find((one) => one.id === name)?.outcome;
  const left = () => readdirSync(out).toSorted();
  return { ...ended, file, out, verdict, outcome, left };
}

describe('omconform judge', () => {
  const forms = {
    'one JSON document': JSON.stringify(plain()),
    'a JSON array': JSON.stringify([plain(), plain()], null, 2),
    NDJSON: `${JSON.stringify(plain())}\n${JSON.stringify(plain({ path: undefined, url: `${root}/orgs/${id}` }))}\n`,
    'a HAR document': JSON.stringify(
      har(entry(), entry({}, { text: Buffer.from(JSON.stringify(organization)).toString('base64'), encoding: 'base64' })),
    ),
  };
  for (const [form, text] of Object.entries(forms)) {
    test(`judges ${form}`, async (context) => {
      const judged = await judge(context, text);
      assert.equal(judged.code, 4, judged.stdout + judged.stderr);
      assert.equal(judged.outcome('resource.organization'), 'kept');
      assert.deepEqual(verdictErrors(judged.verdict()), []);
      assert.equal(
        judged.verdict().requirements.find((one) => one.id === 'rate.opens-again')?.reason,
        'needs an act: nothing in the recorded traffic shows it',
      );
      assert.deepEqual(judged.left(), ['allure-results', 'index.html', ...reportNames].toSorted());
    });
  }

  test('says what is broken, and ends as a run does', async (context) => {
    const judged = await judge(context, JSON.stringify(plain({ body: { ...organization, name: 5 } })));
    assert.equal(judged.code, 1);
    assert.equal(judged.outcome('resource.organization'), 'broken');
    assert.match(judged.stdout, /\/name is 5, expected string/);
  });

  test('leaves Allure results of what was judged, and none of an earlier recording', async (context) => {
    const folder = temporaryFolder(context);
    const results = () => allureResultsIn(path.join(folder, 'allure-results'));
    const statusOf = (of: string) =>
      results().find(({ labels }) => labels.some(({ name, value }) => name === 'requirement' && value === of))?.status;
    await judge(context, JSON.stringify(plain({ body: { ...organization, name: 5 } })), '--out', folder);
    assert.equal(statusOf('resource.organization'), 'failed');
    await judge(context, JSON.stringify(plain()), '--out', folder);
    assert.equal(statusOf('resource.organization'), 'passed');
    assert.equal(
      new Set(results().map(({ labels }) => labels.find(({ name }) => name === 'requirement')?.value)).size,
      results().length,
    );
    const report = await omconform(context, ['report', '--out', folder]);
    assert.equal(report.code, 0, report.stderr);
  });

  test('ends with 0 where what was not seen does not count', async (context) => {
    assert.equal((await judge(context, JSON.stringify(plain()), '--allow-incomplete')).code, 0);
  });

  test('judges its own evidence again, to the same end', async (context) => {
    const first = await judge(context, JSON.stringify([plain(), plain({ body: { ...organization, id: 'x' } })]));
    const again = await judge(context, readFileSync(path.join(first.out, 'evidence.ndjson'), 'utf8'));
    const outcomes = ({ requirements }: Verdict) => requirements.map((one) => [one.id, one.outcome, one.examined]);
    assert.deepEqual(outcomes(again.verdict()), outcomes(first.verdict()));
  });

  test('takes the root that is named, and leaves out what lies elsewhere', async (context) => {
    const elsewhere = { ...entry(), request: { ...entry().request, url: `https://om.example.org/om/orgs/${id}` } };
    const page = { ...entry(), request: { ...entry().request, url: 'https://om.example.org/login' } };
    const judged = await judge(context, JSON.stringify(har(elsewhere, page)), '--base-path', '/om');
    assert.equal(judged.verdict().target.url, 'https://om.example.org/om');
    assert.match(judged.stdout, /left out: 1 × requests to places outside of the API/);
    assert.equal(judged.outcome('resource.organization'), 'kept');
  });

  test('leaves out what a recorder did not record', async (context) => {
    const judged = await judge(
      context,
      JSON.stringify(
        har(
          entry(),
          entry({}, { size: 4000 }),
          entry({ response: { status: 0, headers: [] } }),
          { ...entry(), request: { ...entry().request, method: 'OPTIONS' } },
          { ...entry(), request: { ...entry().request, url: 'https://other.example.org/api/public/v1.0/groups' } },
        ),
      ),
    );
    assert.equal(judged.code, 4, judged.stdout + judged.stderr);
    for (const words of ['whose body was not recorded', 'that nobody answered', 'with OPTIONS', 'to another server'])
      assert.ok(judged.stdout.includes(words), words);
    assert.equal(judged.verdict().run.requests, 1);
  });

  test('writes down no secret', async (context) => {
    const key = '0f1e2d3c-1111-2222-3333-444455556666';
    const judged = await judge(
      context,
      JSON.stringify(
        har({
          ...entry({}, { text: JSON.stringify({ id, desc: 'k', publicKey: 'abcdefgh', privateKey: key, roles: [], links: [] }) }),
          request: {
            method: 'POST',
            url: `https://user:hunter22@om.example.org/api/public/v1.0/orgs/${id}/apiKeys`,
            headers: [...entry().request.headers, { name: 'Cookie', value: 'session=opensesame' }],
            postData: { text: JSON.stringify({ password: 'correcthorse' }) },
          },
        }),
      ),
    );
    const files = readdirSync(judged.out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const written = files.map((one) => readFileSync(path.join(one.parentPath, one.name), 'utf8')).join('') + judged.stdout;
    for (const secret of [key, 'hunter22', 'opensesame', 'correcthorse', 'deadbeefdeadbeef'])
      assert.ok(!written.includes(secret), secret);
  });
});

describe('what cannot be judged ends with 2, in one line, and leaves nothing', () => {
  const malformed: Readonly<Record<string, readonly [text: string, words: RegExp]>> = {
    'is empty': ['', /nothing to judge: there is no exchange in it/],
    'is no JSON': [`${JSON.stringify(plain())}\n<html>`, /recording:2 "<html>" stands where an exchange should/],
    'breaks off': [`[${JSON.stringify(plain())},\n{"path":`, /recording:2 breaks off/],
    'has a broken exchange': [`[${JSON.stringify(plain())},\n{"path": nonsense}]`, /recording:2 is no JSON/],
    'has an exchange without a place': [
      JSON.stringify([plain(), { method: 'GET' }]),
      /recording:1 exchange 2 has neither a path nor a url/,
    ],
    'has a status that is none': [JSON.stringify(plain({ status: 'fine' })), /exchange 1 has a status that is no HTTP status/],
    'has headers that are none': [JSON.stringify(plain({ headers: 'x' })), /exchange 1 has headers/],
    'holds numbers': ['[1, 2]', /recording:1 "1, 2\]" stands where/],
    'is about other places': [
      JSON.stringify(har({ ...entry(), request: { ...entry().request, url: 'https://a.example.org/' } })),
      /nothing to judge: all that is in it was left out/,
    ],
  };
  for (const [what, [text, words]] of Object.entries(malformed)) {
    test(`a recording that ${what}`, async (context) => {
      const judged = await judge(context, text);
      assert.equal(judged.code, 2, judged.stderr);
      assert.match(judged.stderr, words);
      assert.equal(judged.stderr.trim().split('\n').length, 1);
      assert.deepEqual(judged.left(), []);
    });
  }

  test('a file that is not there', async (context) => {
    const { code, stderr } = await omconform(context, ['judge', 'nowhere.har']);
    assert.equal(code, 2);
    assert.match(stderr, /^omconform: nowhere\.har cannot be read: there is no such file\n$/);
  });
});
