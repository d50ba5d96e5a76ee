import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from '../../src/verdict/comparing/comparison.ts';
import { annotations } from '../../src/verdict/formats/github.ts';
import { brokenBy, unseenFor, verdictOf } from '../support/compared-verdicts.ts';
import { requirement } from '../support/verdict-sample.ts';

describe('annotations of GitHub', () => {
  test('tell the verdict and what makes it so, and neither warnings nor what was not seen', () => {
    const should = { 'list.order': requirement('Lists keep their order.', { level: 'SHOULD' }) };
    const verdict = verdictOf(
      { 'list.size': brokenBy('is 3, expected 2'), 'list.order': brokenBy('differs'), 'rate.limit': unseenFor('needs-setting') },
      {},
      should,
    );
    assert.deepEqual(annotations(verdict, undefined), [
      '::notice title=ops-manager::NON-CONFORMANT: 1 cause breaks 1 of the 1 documented MUST that was seen; 1 of 2 was not seen.',
      '::error title=list.size::What list.size says.%0A/results is 3, expected 2',
    ]);
  });

  test('what has one cause is told once', () => {
    const same = Object.fromEntries(['code.A', 'code.B', 'code.C'].map((id) => [id, brokenBy('is missing')]));
    const [, ...errors] = annotations(verdictOf({ ...same, 'list.size': brokenBy('is 3') }), undefined);
    assert.equal(errors.length, 2);
    assert.match(errors[0]!, /^::error title=code\.A and 2 that follow::/);
  });

  test('what is newly broken comes first, and the rest is counted', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `code.C${index}`);
    const ways = ids.map((id, index) => [id, brokenBy(`is wrong as ${'x'.repeat(index + 1)}`)] as const);
    const now = verdictOf(Object.fromEntries(ways));
    const before = verdictOf(Object.fromEntries(ways.map(([id, way]) => [id, id === 'code.C11' ? {} : way])));
    const [, first, ...rest] = annotations(now, compare({ verdict: before }, { verdict: now }));
    assert.match(first!, /^::error title=code\.C11 \(new\)::/);
    assert.equal(rest.length, 9);
    assert.match(rest.at(-1)!, /^::error title=and more::3 more: see/);
  });

  test('nothing that a target says begins another command', () => {
    const verdict = verdictOf({ 'list.size': brokenBy('is "a\n::add-mask::x\r\n100%\u001B[2J"') });
    const [, error] = annotations(verdict, undefined);
    assert.ok(error!.endsWith('%0A::add-mask::x<U+000D>%0A100%25<U+001B>[2J"'), error);
  });
});
