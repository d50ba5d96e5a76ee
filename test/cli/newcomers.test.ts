import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notCopied = new Set(['node_modules', '.git', 'reports', 'test-results', '.env', 'dist']);

/** A copy of the project in which somebody follows a page, with the packages that are installed here. */
const clone = realpathSync(mkdtempSync(path.join(tmpdir(), 'omconform-newcomer-')));
after(() => rmSync(clone, { recursive: true, force: true }));
cpSync(root, clone, { recursive: true, filter: (from) => !notCopied.has(path.relative(root, from)) });
symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));

/** The blocks of code of that language in a page of the documentation, in order. */
const blocks = (page: string, language: string): string[] =>
  [
    ...readFileSync(path.join(clone, 'docs', page), 'utf8').matchAll(
      new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'),
    ),
  ].map(([, code]) => code!);

/** Writes a block of code into a file, behind the first place that reads so. */
function insert(file: string, behind: string, code: string): void {
  const place = path.join(clone, file);
  const source = readFileSync(place, 'utf8');
  assert.ok(source.includes(behind), `${file} has no "${behind}"`);
  writeFileSync(
    place,
    source.replace(behind, () => `${behind}\n${code}`),
  );
}

function does(...words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: clone, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, said: stdout + stderr });
    });
  });
}

const run = (only: string) => does('src/omconform.js', 'run', '--only', only);
const mutants = (name: string) => does('--import', 'tsx', '--conditions=engine', 'test/mutants.ts', name);

describe('somebody new', () => {
  test('adds a first check, which passes on the mock and fails on its mutant', async () => {
    const [requirement, check, mutant] = blocks('first-check.md', 'ts');
    insert('src/contract/requirements/list.ts', 'export const list = {', requirement!);
    insert('specs/principles/list.spec.ts', "test.describe('a page', () => {", check!);
    insert('test/mutants/areas/list.ts', 'export const mutants: readonly Mutant[] = [', mutant!);

    const seen = await run('list.page-of-one');
    assert.equal(seen.code, 0, seen.said);
    const lied = await mutants('list-brings');
    assert.match(lied.said, /\n {2}list\.page-of-one is broken\n[\s\S]*\n1 passed, 0 failed\n$/);
  });

  test('adds a first scenario of an error code', async () => {
    const [block] = blocks('first-scenario.md', 'ts');
    const scenario = /^ {4}scenario\(\{[\s\S]*?^ {4}\}\),$/m.exec(block!)?.[0];
    const file = path.join(clone, 'specs/error-codes/monitoring/hosts.spec.ts');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        /^ {2}HOST_NOT_FOUND: (scenario\(\{[\s\S]*?^ {2}\}\)),$/m,
        (_, there: string) => `  HOST_NOT_FOUND: [\n    ${there},\n${scenario}\n  ],`,
      ),
    );

    const seen = await run('code.HOST_NOT_FOUND');
    assert.equal(seen.code, 0, seen.said);
    const lied = await mutants('HOST_NOT_FOUND-');
    assert.match(lied.said, /a change of a host that is not there: HOST_NOT_FOUND: [\s\S]*\n\d+ passed, 0 failed\n$/);
  });

  test('sees a first mutant, as the page shows it', async () => {
    const [shown] = blocks('first-mutant.md', 'text');
    const { said } = await mutants('list-default-size');
    const alike = (text: string): string => text.replace(/\d+/g, 'N').trim();
    assert.equal(alike(said), alike(shown!));
  });
});
