import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { standingJudges } from '../../src/checks/standing.ts';
import { operations } from '../../src/contract/operations/index.ts';
import { areas } from '../../src/contract/requirement.ts';
import { areaOf, requirementOf, requirements, type RequirementId } from '../../src/contract/requirements/index.ts';
import type { Check } from './declared-tests.ts';
import { engineProcess } from '../support/engine-process.ts';
import { withoutComments } from '../import-law.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ids = Object.keys(requirements) as RequirementId[];

const specs = readdirSync(path.join(root, 'specs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => `specs/${file.replaceAll(path.sep, '/')}`)
  .map((file) => ({ file, code: withoutComments(readFileSync(path.join(root, file), 'utf8')) }));

const checks = await engineProcess<Check[]>(new URL('./declared-tests.ts', import.meta.url));

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('specs', () => {
  test('every file has a test, and every test proves one requirement', () => {
    const withTests = new Set(checks.map(({ file }) => file));
    assert.deepEqual(
      specs.map(({ file }) => file).filter((file) => !withTests.has(file)),
      [],
    );
    assert.deepEqual(
      checks.filter(({ proves }) => !(proves in requirements)),
      [],
    );
  });

  test('no file has two tests of one title', () => {
    assert.deepEqual(twice(checks.map(({ file, title }) => `${file}: ${title}`)), []);
  });

  test('none waits, draws lots, looks at the environment, or leaves a test out', () => {
    const waits = /\b(?:setTimeout|Math\.random|process\.env|Date\.now)\b/g;
    // Of what Playwright hangs on `test`, specs use `describe` alone.
    const chooses = /\btest\.(?!describe\()[\w.]+/g;
    const found = specs.flatMap(({ file, code }) =>
      [...code.matchAll(waits), ...code.matchAll(chooses)].map(([word]) => `${file}: ${word}`),
    );
    assert.deepEqual(found, []);
  });
});

describe('the catalogue', () => {
  test('every requirement that a run can see has a check, or is judged in every exchange', () => {
    const proven = new Set(checks.map(({ proves }) => proves));
    const unproven = ids.filter((id) => {
      const { untested, standing } = requirementOf(id);
      return untested === undefined && standing === undefined && !proven.has(id);
    });
    assert.deepEqual(unproven, []);
  });

  test('what no run can see has no check', () => {
    const untested = new Set<string>(ids.filter((id) => requirementOf(id).untested !== undefined));
    assert.deepEqual(
      checks.filter(({ proves }) => untested.has(proves)),
      [],
    );
    assert.deepEqual(
      [...untested].filter((id) => requirementOf(id as RequirementId).standing),
      [],
    );
  });

  test('what is judged in every exchange has a judge, and every such judge has a row', () => {
    const schemas = Object.values(operations).flatMap(({ schema }) => (schema === undefined ? [] : [`resource.${schema}`]));
    // What a create made is told where it is read back, and no judge of one exchange could.
    const judged = [
      ...standingJudges.map(({ requirement }) => requirement),
      ...new Set(schemas),
      'method.post-names-what-it-made',
    ];
    const standing = ids.filter((id) => requirementOf(id).standing);
    assert.deepEqual(judged.toSorted(), standing.toSorted());
  });

  test('every id is an area and a claim, in words', () => {
    for (const id of ids) {
      assert.ok(areas.includes(areaOf(id)), id);
      assert.match(id, /^code\.[A-Z0-9_]+$|^(?!code)[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*$/);
    }
  });
});
