import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { resolveSettings } from '../../src/target/resolve.ts';
import { readTargetFile, settingsOfFiles } from '../../src/target/target-file.ts';
import { targetSections } from '../../src/target/settings/sections.ts';
import { targetTemplate } from '../../src/target/target-template.ts';
import { UsageError } from '../../src/target/input/usage-error.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'omconform-target-'));
mkdirSync(path.join(folder, 'targets'));
after(() => rmSync(folder, { recursive: true, force: true }));

const schema = JSON.parse(readFileSync(new URL('../../schemas/documents/target-file.json', import.meta.url), 'utf8')) as {
  properties: object;
};
const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'private' };

function write(text: string): void {
  writeFileSync(path.join(folder, 'targets', 'staging.yaml'), text);
}

const settingsOf = (text: string, env: Record<string, string> = {}) => {
  write(text);
  return resolveSettings({ flags: { 'target.url': 'staging' }, env: { ...keys, ...env }, dotenv: {}, cwd: folder });
};

describe('a target file', () => {
  test('gives what neither flags nor the environment give', () => {
    const { settings, explained } = settingsOf('url: https://om.example.com\nproduct: cloud-manager\nrateLimit: 50\n', {
      TARGET_RATE_LIMIT: '70',
    });
    assert.equal(settings.target.url, 'https://om.example.com/api/public/v1.0');
    assert.equal(settings.target.product, 'cloud-manager');
    assert.equal(settings.target.rateLimit, 70);
    assert.equal(explained.find(({ name }) => name === 'target.product')?.from, 'targets/staging.yaml');
  });

  test('names states by their words', () => {
    const { settings } = settingsOf('url: https://om.example.com\nstates:\n  a cluster that rests: 5f0000000000000000000003\n');
    assert.deepEqual(settings.target.states, { 'a cluster that rests': '5f0000000000000000000003' });
  });

  test('names requests that provoke codes', () => {
    const { settings } = settingsOf(
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FOUND: { method: POST, path: "/groups/{PROJECT-ID}/hosts", body: { port: 1, tags: [a] } }\n',
    );
    assert.deepEqual(settings.target.provoke, {
      HOST_NOT_FOUND: { method: 'POST', path: '/groups/{projectId}/hosts', body: { port: 1, tags: ['a'] } },
    });
  });

  const faults: [text: string, message: RegExp][] = [
    [
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FUND: { method: GET, path: /x }\n',
      /^targets\/staging\.yaml:3:3: HOST_NOT_FUND is no documented error code; did you mean HOST_NOT_FOUND\?/,
    ],
    [
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FOUND: { path: /x }\n',
      /^targets\/staging\.yaml:3:3: HOST_NOT_FOUND needs a method and a path/,
    ],
    [
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FOUND: { method: HEAD, path: /x }\n',
      /^targets\/staging\.yaml:3:29: method is "HEAD": expected one of GET, /,
    ],
    [
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FOUND: { method: GET, path: x }\n',
      /^targets\/staging\.yaml:3:40: path is "x": expected one below the root/,
    ],
    [
      'url: https://om.example.com\nprovoke:\n  HOST_NOT_FOUND: { method: GET, path: /x, bdy: 1 }\n',
      /^targets\/staging\.yaml:3:44: bdy is no field of a request; did you mean body\?/,
    ],
    ['url: https://om.example.com\nprivateKey: x\n', /^targets\/staging\.yaml:2:1: privateKey looks like a secret/],
    ['url: https://om.example.com\n\nprodct: x\n', /^targets\/staging\.yaml:3:1: prodct is no field; did you mean product\?/],
    ['url: [a]\n', /^targets\/staging\.yaml:1:6: url needs a text or a number/],
    ['url: https://om.example.com\nstates:\n  a thing: seven\n', /^targets\/staging\.yaml:3:3: "seven" is no id/],
    [
      'url: https://om.example.com\ncapabilities:\n  invoises: off\n',
      /^targets\/staging\.yaml:3:3: invoises is no family of resources; did you mean invoices\?/,
    ],
    [
      'url: https://om.example.com\ncapabilities:\n  invoices: maybe\n',
      /^targets\/staging\.yaml:3:13: invoices is "maybe": expected on or off/,
    ],
    [
      'url: https://om.example.com\npaths:\n  sshKeys: "/keys/{GROUP-ID}/{KEY-ID}"\n',
      /^targets\/staging\.yaml:3:12: sshKeys is "\/keys\/\{projectId\}\/\{keyId\}": expected a path with \{projectId\}/,
    ],
    [
      'url: https://om.example.com\npaths:\n  sshKeys: /keys\n',
      /^targets\/staging\.yaml:3:12: sshKeys is "\/keys": expected a path with \{projectId\}/,
    ],
    ['url: https://om.example.com\nknown:\n  - requirement: list.shape\n', /^targets\/staging\.yaml:3:5: fingerprint is missing/],
    [
      'url: https://om.example.com\nknown:\n  - requirement: list.shpe\n',
      /^targets\/staging\.yaml:3:18: list\.shpe is no requirement; did you mean list\.shape\?/,
    ],
    [
      'url: https://om.example.com\nknown:\n  - fingerprint: 00000012\n',
      /^targets\/staging\.yaml:3:18: "12" is no fingerprint: copy it, in quotes/,
    ],
    [
      'url: https://om.example.com\nknown:\n  - until: 2027-02-30\n',
      /^targets\/staging\.yaml:3:12: until is "2027-02-30": expected a day/,
    ],
    [
      'url: https://om.example.com\nknown:\n  - why: ""\n',
      /^targets\/staging\.yaml:3:10: why is empty: a person must complete it/,
    ],
    ['- a\n', /^targets\/staging\.yaml:1:1: expected fields/],
    ['url: "x\n', /^targets\/staging\.yaml:\d+:\d+: /],
    ['url: https://om.example.com\ndialect: dutch\n', /^targets\/staging\.yaml: TARGET_DIALECT is "dutch"/],
  ];
  for (const [text, message] of faults) {
    test(`is refused with a place: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => settingsOf(text),
        (error: unknown) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  test('that is not there is named, with the command that writes it', () => {
    assert.throws(
      () => readTargetFile('nowhere', folder),
      /no targets\/nowhere\.yaml: write it with `omconform target init nowhere`/,
    );
  });
});

test('the template, with all its lines, is a file that the schema takes and the reader reads', () => {
  const whole = targetTemplate('staging')
    .replace(/^# (?=\w+:)/gm, '')
    .replace(/^#   (?! *npx)/gm, '  ');
  const ajv = new Ajv2020();
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  assert.equal(ajv.compile(schema)(parse(whole)), true);
  write(whole);
  const { texts, sections } = readTargetFile('staging', folder);
  assert.deepEqual(
    [...texts.keys()],
    settingsOfFiles().map(({ name }) => name),
  );
  assert.deepEqual(
    [...sections.keys()],
    targetSections.map(({ name }) => name),
  );
  for (const [name, section] of sections) assert.equal(Object.keys(section as object).length, 1, name);
});
