import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withoutComments } from './import-law.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['src', 'fixtures', 'specs', 'test', 'bench', 'docs', 'packaging'];

/** Every source file by its path from the project's root, without comments. */
const sources = new Map(
  [
    ...folders.flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.[jt]sx?$/.test(file))
        .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`),
    ),
    'playwright.config.ts',
  ].map((file) => [file, withoutComments(readFileSync(path.join(root, file), 'utf8'))] as const),
);
const words = new Map([...sources].map(([file, source]) => [file, new Set(source.match(/[A-Za-z_$][\w$]*/g))]));

const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, string | { readonly types: string }>>;
};
/** What others import from the package: the proof of its use is `docs/library.md`. */
const entryPoints = Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [path.relative('dist', entry.types).replace(/\.d\.ts$/, '.ts')],
);
const own = [...sources].filter(([file]) => /^(?:src|fixtures)\//.test(file));

test('nothing is exported that no other file names', () => {
  const exported = own.flatMap(([file, source]) =>
    [...source.matchAll(/^export (?:async )?(?:const|function\*?|class) ([A-Za-z_$][\w$]*)/gm)].map(([, name]) => ({
      file,
      name: name!,
    })),
  );
  assert.ok(exported.length > 900, `${exported.length} exports`);
  const unused = exported.filter(
    ({ file, name }) => !entryPoints.includes(file) && ![...words].some(([other, said]) => other !== file && said.has(name)),
  );
  assert.deepEqual(
    unused.map(({ file, name }) => `${file}: ${name}`),
    [],
  );
});

test('no matcher is one that no spec uses', () => {
  const matchers = [...sources.get('fixtures/expect.ts')!.matchAll(/^ {2}(to[A-Z]\w+):/gm)].map(([, name]) => name!);
  assert.ok(matchers.length > 20, `${matchers.length} matchers`);
  const users = [...words].filter(([file]) => /^(?:specs|fixtures\/life-cycles)\//.test(file));
  assert.deepEqual(
    matchers.filter((name) => !users.some(([, said]) => said.has(name))),
    [],
  );
});

test('no file is one that nobody imports', () => {
  const named = new Set(
    [...sources].flatMap(([file, source]) =>
      [...source.matchAll(/['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, specifier]) =>
        path.posix.join(path.posix.dirname(file), specifier!),
      ),
    ),
  );
  const doors = [
    'fixtures/suite.ts',
    'src/engine/suite.ts',
    'src/omconform.js',
    'src/verdict/page/view/main.tsx',
    ...entryPoints,
  ];
  assert.deepEqual(
    own.map(([file]) => file).filter((file) => !named.has(file) && !doors.includes(file)),
    [],
  );
});
