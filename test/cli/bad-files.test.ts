import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

/** What may lie in place of a file that a command is given; `undefined`: nothing. */
const kinds: Readonly<Record<string, 'folder' | Buffer | string | undefined>> = {
  missing: undefined,
  'a folder': 'folder',
  empty: '',
  binary: Buffer.from([0, 255, 254, 10, 27, 0x9b]),
  'garbled JSON': '{"schemaVersion": 1,\n "requirements": [,]}',
  'JSON of another schema': '{"schemaVersion": 1, "name": "omconform", "requirements": [{"id": 7}], "log": null}\n',
  'a JSON text': '"conformant"\n',
  null: 'null\n',
};

interface Place {
  /** The file, from the working directory. */
  readonly file: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Kinds that are left out: such a file is right here, or another command reads it in the same way. */
  readonly without?: readonly string[];
  /** How the command calls what it was given, where that is not the file. */
  readonly shown?: RegExp;
}

const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: '11111111-private' };
const allBut = (...some: readonly string[]): string[] => Object.keys(kinds).filter((kind) => !some.includes(kind));
const allButOne = allBut('JSON of another schema');
/** Of files that are read by the same reader as others. */
const allButThree = allBut('missing', 'a folder', 'garbled JSON');
const json = ['garbled JSON', 'JSON of another schema', 'a JSON text', 'null'];

/** Every file that a command takes. `out` holds the results of a whole run, but for the file itself. */
const places: Readonly<Record<string, Place>> = {
  'verify, its verdict': { file: 'out/verdict.json', words: ['verify', 'out'] },
  'verify, its evidence': { file: 'out/evidence.ndjson', words: ['verify', 'out'], without: json },
  replay: { file: 'out/evidence.ndjson', words: ['replay', 'out'], without: allButThree },
  'merge, a verdict': { file: 'out/verdict.json', words: ['merge', 'out', '--out', 'merged'], without: allButOne },
  'merge, evidence': { file: 'out/evidence.ndjson', words: ['merge', 'out', '--out', 'merged'], without: allButOne },
  explain: { file: 'out/verdict.json', words: ['explain', 'GROUP_NOT_FOUND', '--out', 'out'], without: allButOne },
  'explain, evidence': { file: 'out/evidence.ndjson', words: ['explain', 'GROUP_NOT_FOUND', '--out', 'out'], without: allButOne },
  baseline: { file: 'out/verdict.json', words: ['baseline', 'propose', '--out', 'out'], without: allButOne },
  diff: { file: 'out/verdict.json', words: ['diff', 'out', 'out'], without: allButOne },
  report: { file: 'out/allure-results/x-result.json', words: ['report', '--out', 'out'], without: ['missing'] },
  judge: { file: 'traffic.json', words: ['judge', 'traffic.json'], shown: /traffic\.json|nothing to judge/ },
  'run --plan': {
    file: 'plan.json',
    words: ['run', '--plan', 'plan.json'],
    without: allBut('missing', 'binary', 'JSON of another schema', 'null'),
  },
  'run --target-json': { file: 'target.json', words: ['run', '--target-json', 'target.json'] },
  'doctor --target-json': { file: 'target.json', words: ['doctor', '--target-json', 'target.json'], without: allButOne },
  'plan --target-json': { file: 'target.json', words: ['plan', '--target-json', 'target.json'], without: allButOne },
  ...Object.fromEntries(
    ['run', 'doctor', 'plan', 'sweep'].map((name): [string, Place] => [
      `${name} --target`,
      {
        file: 'targets/staging.yaml',
        words: [name, '--target', 'staging'],
        env: keys,
        shown: /targets\/staging\.yaml|TARGET_URL/,
        ...(name !== 'run' && { without: allButOne }),
      },
    ]),
  ),
  'a file of authorities': {
    file: 'ca.pem',
    words: ['run', '--target', 'https://om.example.com'],
    env: { ...keys, TARGET_CA_FILE: 'ca.pem' },
    without: allButThree,
  },
  'a client certificate': {
    file: 'own.pem',
    words: ['run', '--target', 'https://om.example.com'],
    env: { ...keys, TARGET_CLIENT_CERT_FILE: 'own.pem', TARGET_CLIENT_KEY_FILE: 'own.pem' },
    without: allButThree,
  },
};

const results = mkdtempSync(path.join(tmpdir(), 'omconform-results-'));
after(() => rmSync(results, { recursive: true, force: true }));

test('each file is taken as a run has left it', async (context) => {
  const { code, stderr } = await omconform(context, ['run', '--only', 'code.GROUP_NOT_FOUND', '--out', results]);
  assert.equal(code, 0, stderr);
  const cwd = temporaryFolder(context);
  cpSync(results, path.join(cwd, 'out'), { recursive: true });
  for (const words of [
    ['verify', 'out'],
    ['replay', 'out'],
    ['explain', 'GROUP_NOT_FOUND', '--out', 'out'],
    ['baseline', 'propose', '--out', 'out'],
    ['report', '--out', 'out'],
    ['judge', 'out/evidence.ndjson', '--allow-incomplete'],
  ]) {
    const reported = await omconform(context, words, {}, cwd);
    assert.deepEqual([words[0], reported.code, reported.stderr], [words[0], 0, '']);
  }
});

for (const [
  name,
  { file, words, env = {}, without = [], shown = new RegExp(path.basename(file).replaceAll('.', String.raw`\.`)) },
] of Object.entries(places)) {
  describe(name, () => {
    for (const [kind, content] of Object.entries(kinds).filter(([one]) => !without.includes(one))) {
      test(`is told in one line of a file that is ${kind}`, async (context) => {
        const cwd = temporaryFolder(context);
        cpSync(results, path.join(cwd, 'out'), { recursive: true });
        const place = path.join(cwd, file);
        rmSync(place, { recursive: true, force: true });
        mkdirSync(path.dirname(place), { recursive: true });
        if (content === 'folder') mkdirSync(place);
        else if (content !== undefined) writeFileSync(place, content);
        const reported = await omconform(context, words, env, cwd);
        assert.match(reported.stderr, /^omconform: [^\n]+\n$/, reported.stdout);
        assert.match(reported.stderr, shown);
        assert.doesNotMatch(reported.stderr.trimEnd(), /\p{Cc}/u);
        assert.equal(reported.code, 2, reported.stderr);
      });
    }
  });
}
