import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { breaches, importsOf } from './import-law.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const notOurs = new Set(['node_modules', '.git', 'reports', 'test-results', 'dist']);

function sourceFiles(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(file);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [file] : [];
  });
}

/** Every file of the project, whatever its kind. */
const trackedFiles = (folder = ''): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? trackedFiles(file) : [file];
  });

test('every file of the project keeps the import law', () => {
  const files = sourceFiles();
  assert.ok(files.includes('test/import-law.ts') && files.includes('src/contract/products.ts'));
  const broken = files.flatMap((file) => breaches(file, readFileSync(path.join(root, file), 'utf8')));
  assert.ok(broken.length === 0, broken.join('\n'));
});

/** Which folders import which, of the sources alone, by their paths from the project's root. */
function folderImports(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of sourceFiles().filter((one) => /^(?:src|fixtures)\//.test(one))) {
    const from = path.posix.dirname(file);
    for (const { specifier } of importsOf(readFileSync(path.join(root, file), 'utf8'))) {
      if (specifier?.startsWith('.') !== true) continue;
      const to = path.posix.dirname(path.posix.join(from, specifier));
      if (to !== from) found.set(from, (found.get(from) ?? new Set()).add(to));
    }
  }
  return found;
}

test('no folder needs another that needs it in turn', () => {
  const imports = folderImports();
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const to of imports.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  assert.ok(imports.size > 20);
  assert.deepEqual(
    [...imports.keys()].filter((folder) => reached(folder).has(folder)),
    [],
  );
});

test('no folder has more than 25 files beside its subfolders', () => {
  const counts = new Map<string, number>();
  for (const file of trackedFiles()) counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1);
  assert.ok(counts.size > 40);
  assert.deepEqual(
    // Decisions are a list in the order of their numbers, which only grows.
    [...counts].filter(([folder, count]) => count > 25 && folder !== 'docs/decisions'),
    [],
  );
});

test('no source is longer than 300 lines', () => {
  const long = sourceFiles()
    .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 300);
  assert.deepEqual(long, []);
});

describe('imports are found', () => {
  const cases: [what: string, source: string, specifiers: (string | undefined)[]][] = [
    ['a value', "import { a } from './a.ts';", ['./a.ts']],
    ['a type', "import type { A } from './a.ts';", ['./a.ts']],
    ['over several lines', "import {\n  a,\n  b as c,\n} from './a.ts';", ['./a.ts']],
    ['for its effect', "import './a.ts';", ['./a.ts']],
    ['a re-export', "export * from './a.ts';\nexport type { B } from './b.ts';", ['./a.ts', './b.ts']],
    ['dynamically', "const a = await import('./a.ts');", ['./a.ts']],
    ['in a type', "type A = import('./a.ts').A;", ['./a.ts']],
    ['as JSON', "import a from './a.json' with { type: 'json' };", ['./a.json']],
    ['by require', "const a = require('./a.cjs');", ['./a.cjs']],
    ['by a computed name', 'await import(file); await import(`./${file}`);', [undefined, undefined]],
    ['not in comments', "// import a from './a.ts'\n/* import('./b.ts') */", []],
    ['behind an address in a string', "const u = 'http://x';\nimport a from './a.ts';", ['./a.ts']],
    ['not in plain text', "export const list = Array.from('abc'); const from = 'x';", []],
  ];
  for (const [what, source, specifiers] of cases) {
    test(what, () =>
      assert.deepEqual(
        importsOf(source).map((found) => found.specifier),
        specifiers,
      ),
    );
  }
});

describe('the law', () => {
  const refused: [file: string, source: string, message: RegExp][] = [
    [
      'src/contract/a.ts',
      "import type { E } from '../wire/exchange.ts';",
      /^src\/contract\/a\.ts:1 imports .* from src\/wire; src\/contract may import itself$/,
    ],
    [
      'src/mock/a.ts',
      "\nimport { judge } from '../checks/error.ts';",
      /^src\/mock\/a\.ts:2 .* from src\/checks; src\/mock may import itself, src\/contract, src\/wire$/,
    ],
    ['src/mock/resources/a.ts', "import s from '../../../schemas/host.json';", /from schemas/],
    [
      'src/client/a.ts',
      "import { limits } from '../contract/limits.ts';",
      /from src\/contract; src\/client may import itself, src\/wire/,
    ],
    ['src/checks/a.ts', "export * from '../client/send.ts';", /from src\/client/],
    ['src/verdict/a.ts', "import { s } from '../target/settings.ts';", /from src\/target/],
    ['src/run/a.ts', "import { t } from '../../fixtures/expect.ts';", /from fixtures/],
    ['src/cleanup/a.ts', "import { s } from '../run/session.ts';", /from src\/run/],
    ['fixtures/a.ts', "import { r } from '../src/verdict/reporter.ts';", /from src\/verdict/],
    ['src/engine/a.ts', "import { test } from '#suite';", /the door for specs and test/],
    ['specs/a.spec.ts', "import { test } from '@playwright/test';", /the package @playwright\/test; specs may import #suite/],
    ['specs/a.spec.ts', "import { x } from './b.ts';", /from specs/],
    ['specs/a.spec.ts', "const m = await import('../src/mock/app.ts');", /from src\/mock/],
    ['specs/a.spec.ts', 'const url = process.env.TARGET_URL;', /reaches for the process/],
    ['specs/a.spec.ts', "const url = process['env'];", /reaches for the process/],
    ['src/client/a.ts', "send('/_control/clock');", /names a door that only the mock could have/],
    ['fixtures/a.ts', "headers['X-Mock-State'] = '1';", /names a door that only the mock could have/],
    ['src/checks/a.ts', 'await import(name);', /computed name/],
    ['src/wire/a.ts', "import x from '../../../elsewhere/x.ts';", /outside the project/],
    ['src/wire/a.ts', "import x from '/srv/x.ts';", /absolute path/],
    ['somewhere/a.ts', '', /no row in the import law/],
    ['src/somewhere/a.ts', '', /no row in the import law/],
  ];
  for (const [file, source, message] of refused) {
    test(`refuses ${source.trim() || 'an unknown folder'} in ${file}`, () => {
      const found = breaches(file, source);
      assert.equal(found.length, 1);
      assert.match(found[0] ?? '', message);
    });
  }

  const granted: [file: string, source: string][] = [
    ['specs/principles/a.spec.ts', "import { test } from '#suite';\nimport { limits } from '../../src/contract/limits.ts';"],
    ['specs/journeys/a.spec.ts', "test('finding the process. Then it goes', x);"],
    ['src/wire/a.ts', "import { createHash } from 'node:crypto';\nimport { b } from './b.ts';"],
    ['src/engine/a.ts', "import { app } from '../mock/app.ts';\nawait import(specFile);"],
    ['src/verdict/a.ts', "import type { Exchange } from '../wire/exchange.ts';"],
    ['src/target/a.ts', "import type { Product } from '../contract/products.ts';"],
    ['test/cli/a.test.ts', "import { test } from '#suite';\nimport '../../src/cli/run.ts';"],
    ['playwright.config.ts', "import { settings } from './src/target/settings.ts';"],
  ];
  for (const [file, source] of granted) {
    test(`grants ${file} what it may import`, () => assert.deepEqual(breaches(file, source), []));
  }
});
