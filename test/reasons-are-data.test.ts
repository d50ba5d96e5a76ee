import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { insteadOfCode, reasonKinds } from '../src/contract/reasons.ts';
import { withoutComments } from './import-law.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The one file that may: versions that kept no kinds left nothing but sentences. */
const mayRead = 'src/verdict/older-versions.ts';

const methods = 'startsWith|endsWith|includes|indexOf|lastIndexOf|match|matchAll|search|split|slice|substring|replace|replaceAll';

/** How a sentence of one of these names is read, alone or as a member, with what stands for it where it is absent. */
const readingsOf = (names: string): readonly RegExp[] => [
  new RegExp(String.raw`\b(?:${names})\b(?:\s*\?\?\s*(?:''|""))?\)?[?!]?\s*\.(?:${methods})\(`),
  new RegExp(String.raw`\.(?:test|exec)\(\s*(?:[\w!?.]+\.)?(?:${names})\b`),
  new RegExp(String.raw`\b(?:${names})\b\s*[!=]==?\s*['"\x60]`),
  new RegExp(String.raw`['"\x60]\s*[!=]==?\s*(?:[\w!?.]+\.)?(?:${names})\b`),
];
const everywhere = readingsOf('reason');
/** Other things say something too; where reasons are made or handed on, it is they. */
const amongReasons = readingsOf('reason|says');

/** The lines of a source that ask a sentence what it says. */
function readingsIn(source: string): string[] {
  const readings = /contract\/reasons\.ts'/.test(source) ? amongReasons : everywhere;
  return withoutComments(source)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => readings.some((reading) => reading.test(line)));
}

/** Every source that may make a reason or meet one, by its path from the project's root. */
const sources = new Map(
  ['src', 'fixtures', 'specs'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const),
  ),
);

test('every kind of reason is named somewhere beside the list of them', () => {
  const { [mayRead]: _older, ...others } = Object.fromEntries(sources);
  // The list itself names each once.
  const named = Object.values(others).join('\n');
  const timesNamed = (kind: string): number => named.split(`'${kind}'`).length - 1;
  assert.deepEqual(
    reasonKinds.filter((kind) => timesNamed(kind) < (kind in insteadOfCode ? 1 : 2)),
    [],
  );
});

describe('a reason is data: no program reads its sentence', () => {
  test('in any source', () => {
    assert.ok(sources.size > 400, `${sources.size} files`);
    const found = [...sources].map(([file, source]) => [file, readingsIn(source)] as const);
    assert.deepEqual(
      found.filter(([file, lines]) => lines.length > 0 && file !== mayRead),
      [],
    );
    assert.ok(found.some(([file, lines]) => file === mayRead && lines.length > 0));
  });

  const forbidden = [
    `if (record.reason?.startsWith('needs ')) return;`,
    `const parts = reason.split('; ');`,
    `(reason ?? '').replace(/: .*$/, '')`,
    `rows.find(([words]) => words.test(reason))`,
    String.raw`/^(?:budget|not in the plan)\b/.test(before.reason ?? '')`,
    `({ reason }) => reason === 'needs a caller'`,
    `test.unmet?.reason.says.includes('--risk')`,
  ];
  const among = "import type { Reason } from '../contract/reasons.ts';";
  for (const line of forbidden) {
    test(`which would be found: ${line}`, () => assert.deepEqual(readingsIn(`${among}\n${line}`), [line]));
  }

  const allowed = [
    `if (reason === undefined || reason !== null) return;`,
    `reasons.some(({ kind }) => kind === 'listed')`,
    `reason('budget', 'budget: used up')`,
    `// reason.startsWith('x') was read once`,
  ];
  for (const line of allowed)
    test(`which this does not do: ${line}`, () => assert.deepEqual(readingsIn(`${among}\n${line}`), []));
});
