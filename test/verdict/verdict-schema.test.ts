import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { outcomes } from '../../src/contract/outcomes.ts';
import { dialects, products } from '../../src/contract/products.ts';
import { reasonKinds } from '../../src/contract/reasons.ts';
import { areas } from '../../src/contract/requirement.ts';
import { risks } from '../../src/contract/risks.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { fullVerdict, verdictInput } from '../support/verdict-sample.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/documents/verdict.json', import.meta.url), 'utf8'),
) as AnySchemaObject;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
// The declared default export of ajv-formats does not match what NodeNext gives.
(formats.default as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(schema);

/** The full verdict with one thing changed. */
function changed(change: (verdict: Record<string, never> & Verdict) => void): unknown {
  const copy = structuredClone(fullVerdict().verdict) as Record<string, never> & Verdict;
  change(copy);
  return copy;
}

function at(start: object, ...path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], start);
}

describe('the schema of the verdict', () => {
  test('holds for derived verdicts', () => {
    const inputs = [
      verdictInput(),
      verdictInput({ only: ['x'] }),
      verdictInput({ faults: ['Setup: nobody answers'] }),
      verdictInput({
        cleanup: {
          made: 1,
          removed: 0,
          left: [{ thing: 'project', path: '/groups/x', why: 'refused' }],
          stays: [],
          command: 'c',
        },
      }),
    ];
    for (const verdict of [fullVerdict().verdict, ...inputs.map(deriveVerdict)]) {
      assert.ok(validate(JSON.parse(JSON.stringify(verdict))), ajv.errorsText(validate.errors));
    }
  });

  test('holds for a run that took any certificate, and for no other word on it', () => {
    assert.ok(validate(changed((verdict) => Object.assign(verdict.run, { insecureTls: true }))), ajv.errorsText(validate.errors));
    assert.equal(validate(changed((verdict) => Object.assign(verdict.run, { insecureTls: false }))), false);
  });

  test('names the same areas, outcomes, kinds of reasons, products, dialects and risks as the contract', () => {
    const { $defs, properties } = schema as { $defs: Record<string, never>; properties: Record<string, never> };
    assert.deepEqual(at($defs, 'outcome', 'enum'), [...outcomes]);
    assert.deepEqual(at($defs, 'reasonKind', 'enum'), [...reasonKinds]);
    assert.deepEqual(at($defs, 'needs', 'properties', 'risk', 'enum'), [...risks]);
    assert.deepEqual(at($defs, 'tally', 'required'), [...outcomes]);
    assert.deepEqual(at($defs, 'requirement', 'properties', 'area', 'enum'), [...areas]);
    assert.deepEqual(at(properties, 'totals', 'properties', 'byArea', 'propertyNames', 'enum'), [...areas]);
    assert.deepEqual(at(properties, 'target', 'properties', 'product', 'enum'), [...products]);
    assert.deepEqual(at(properties, 'target', 'properties', 'dialect', 'enum'), [...dialects]);
    assert.deepEqual(at(properties, 'run', 'properties', 'risk', 'enum'), [...risks, 'recorded traffic']);
  });

  const refused: [what: string, document: unknown][] = [
    ['another version', changed((verdict) => Object.assign(verdict, { schemaVersion: 2 }))],
    ['a field of no meaning', changed((verdict) => Object.assign(verdict.run, { extra: 1 }))],
    ['a missing field', changed((verdict) => Reflect.deleteProperty(verdict.target, 'serverVersion'))],
    ['an unknown verdict', changed((verdict) => Object.assign(verdict, { verdict: 'green' }))],
    ['an unknown outcome', changed((verdict) => Object.assign(verdict.requirements[0]!, { outcome: 'passed' }))],
    ['kept with nothing examined', changed((verdict) => Object.assign(verdict.requirements[0]!, { examined: 0 }))],
    ['not kept without a reason', changed((verdict) => Object.assign(verdict.requirements[1]!, { reason: null }))],
    [
      'an unknown kind of reason',
      changed((verdict) => Object.assign(verdict.requirements[6]!.checks[0]!, { reasonKind: 'whim' })),
    ],
    ['a need of no meaning', changed((verdict) => Object.assign(verdict.requirements[6]!.checks[0]!, { needs: { money: 'x' } }))],
    ['totals that lack an outcome', changed((verdict) => Reflect.deleteProperty(verdict.totals.byOutcome, 'known'))],
    ['a line that no file has', changed((verdict) => Object.assign(verdict.requirements[0]!.checks[0]!, { line: 0 }))],
    [
      'a violation without words',
      changed((verdict) => {
        Object.assign(verdict.requirements[1]!.checks[0]!, { violations: [{ path: '' }] });
      }),
    ],
    ['a date without a time', changed((verdict) => Object.assign(verdict.run, { startedAt: '2026-01-02' }))],
  ];
  for (const [what, document] of refused) test(`refuses ${what}`, () => assert.equal(validate(document), false));
});
