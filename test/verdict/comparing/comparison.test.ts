import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KnownDeviation } from '../../../src/contract/known-deviation.ts';
import { changes } from '../../../src/verdict/comparing/changes.ts';
import { compare, type Comparison } from '../../../src/verdict/comparing/comparison.ts';
import { grounds, type Comparand } from '../../../src/verdict/comparing/grounds.ts';
import { met } from '../../../src/verdict/comparing/met-before.ts';
import { comparisonText } from '../../../src/verdict/reports/comparison.ts';
import { brokenBy, unseenFor, verdictOf, type Outcomes } from '../../support/compared-verdicts.ts';
import { documentValidator } from '../../support/document-validator.ts';
import { evidence, exchange, requirement, verdictInput } from '../../support/verdict-sample.ts';

const { schema, faults } = documentValidator('comparison');

const kept = {};
const oldSuite = { suite: { name: 'omconform', version: '0.0.9', catalogueHash: '9'.repeat(64) } };

/** What became of each requirement, and why: `list.size newly-broken target`. */
function told(before: Comparand, after: Comparand): string[] {
  const comparison = compare(before, after);
  assert.equal(faults(JSON.parse(comparisonText(comparison, 'json'))), '');
  return comparison.changes.map(({ id, change, ground }) => `${id} ${change} ${ground}`);
}

const run = (outcomes: Outcomes, more: Partial<Comparand> = {}, input = {}): Comparand => ({
  verdict: verdictOf(outcomes, input),
  ...more,
});

describe('what became of a requirement', () => {
  test('is told where it is not as it was', () => {
    const before = run({
      'list.size': kept,
      'list.order': brokenBy('is 3, expected 2'),
      'list.next': brokenBy('is 3, expected 2'),
      'error.shape': kept,
      'rate.limit': unseenFor('needs-setting'),
      'rate.window': unseenFor('needs-setting'),
      'auth.challenge': kept,
      'https.only': kept,
    });
    const after = run({
      'list.size': brokenBy('has 3 entities, expected at most 2'),
      'list.order': brokenBy('is missing'),
      'list.next': kept,
      'error.shape': unseenFor('needs-risk'),
      'rate.limit': kept,
      'rate.window': unseenFor('needs-caller'),
      'auth.challenge': kept,
      'pretty.lines': kept,
    });
    assert.deepEqual(told(before, after), [
      'list.size newly-broken target',
      'list.order changed target',
      'error.shape newly-unseen means',
      'list.next mended target',
      'rate.limit newly-seen means',
      'pretty.lines added means',
      'https.only dropped means',
    ]);
    assert.equal(compare(before, after).unchanged, 2);
  });

  test('is nothing where it is as it was, however often it was seen', () => {
    const outcomes = { 'list.size': brokenBy('is 3, expected 2'), 'list.next': kept };
    const comparison = compare(run(outcomes), run({ ...outcomes, 'list.next': { examined: 7 } }));
    assert.deepEqual([comparison.changes, comparison.worse, comparison.unchanged], [[], false, 2]);
    assert.match(comparisonText(comparison, 'text'), /^Nothing changed: 2 requirements are as before\.$/m);
  });

  test('is the list of known deviations where only that changed', () => {
    const outcomes = { 'list.size': brokenBy('is 3, expected 2') };
    const { fingerprint } = verdictOf(outcomes).requirements[0]!;
    const known: KnownDeviation[] = [
      { requirement: 'list.size', fingerprint: fingerprint!, why: 'old', owner: 'us', until: '2026-12-31' } as KnownDeviation,
    ];
    assert.deepEqual(told(run(outcomes), run(outcomes, {}, { known })), ['list.size listed means']);
    assert.deepEqual(told(run(outcomes, {}, { known }), run(outcomes)), ['list.size newly-broken means']);
    assert.deepEqual(told(run(outcomes, {}, { known }), run({ 'list.size': kept })), ['list.size mended target']);
  });
});

describe('what lies behind a change', () => {
  const unseen = (kind: Parameters<typeof unseenFor>[0]) =>
    told(run({ 'list.size': kept }), run({ 'list.size': unseenFor(kind) })).map((text) => text.split(' ').at(-1));

  test('of what cannot be seen follows from the kind of its reason', () => {
    assert.deepEqual(
      (['not-offered', 'needs-state', 'needs-own', 'unanswered', 'budget', 'refused-preparation'] as const).flatMap(unseen),
      ['capabilities', 'data', 'means', 'run', 'run', 'target'],
    );
  });

  test('is the suite where what was recorded is judged otherwise now', () => {
    const broken = { 'list.size': brokenBy('is 3, expected 2') };
    const before = run({ 'list.size': kept }, { again: verdictOf(broken) }, oldSuite);
    assert.deepEqual(told(before, run(broken)), ['list.size newly-broken suite']);
  });

  test('is the target where what was recorded is judged as it was', () => {
    const before = run({ 'list.size': kept }, { again: verdictOf({ 'list.size': kept }) }, oldSuite);
    assert.deepEqual(told(before, run({ 'list.size': brokenBy('is 3, expected 2') })), ['list.size newly-broken target']);
  });

  test('is both where it is judged otherwise, and not as the later run', () => {
    const before = run({ 'list.size': kept }, { again: verdictOf({ 'list.size': brokenBy('is missing') }) }, oldSuite);
    assert.deepEqual(told(before, run({ 'list.size': brokenBy('is 3, expected 2') })), [
      'list.size newly-broken suite-and-target',
    ]);
  });

  test('cannot be told between two suites without evidence, or where today asks for what was not recorded', () => {
    const after = run({ 'list.size': brokenBy('is 3, expected 2') });
    const alone = run({ 'list.size': kept }, { whyNotAgain: 'only its verdict is at hand' }, oldSuite);
    assert.deepEqual(told(alone, after), ['list.size newly-broken unknown']);
    assert.match(
      comparisonText(compare(alone, after), 'text').replaceAll(/\s+/g, ' '),
      /could not be judged again by this suite: only its verdict is at hand/,
    );
    const other = run({ 'list.size': kept }, { again: verdictOf({ 'list.size': unseenFor('not-recorded') }) }, oldSuite);
    assert.deepEqual(told(other, after), ['list.size newly-broken unknown']);
  });

  test('is the catalogue where it has other requirements in the same scope', () => {
    assert.deepEqual(told(run({}, {}, oldSuite), run({ 'list.size': kept })), ['list.size added suite']);
    const part = { ...oldSuite, only: ['auth.*'] };
    assert.deepEqual(told(run({}, {}, part), run({ 'list.size': kept })), ['list.size added unknown']);
  });

  describe('is the data where only things are wrong that the other run never met', () => {
    const [old, fresh] = ['a'.repeat(24), 'b'.repeat(24)];
    const listing = (...ids: string[]) => ({
      ...exchange('size#1', '/groups/5f0000000000000000000001/hosts'),
      response: { status: 200, headers: [], body: JSON.stringify({ results: ids.map((id) => ({ id })) }) },
    });
    const creation = (id: string) => ({
      ...exchange('made#1', '/groups'),
      request: { ...exchange('made#1', '/groups').request, method: 'POST' },
      response: { status: 201, headers: [], body: JSON.stringify({ id }) },
    });
    const seen = (projectId: string, ...exchanges: ReturnType<typeof exchange>[]) =>
      met({
        runs: [{ ...verdictInput(), settings: { target: { url: 'https://om', projectId } }, chosen: null }],
        tests: [evidence({}, [], exchanges)],
      });
    const broken = (place: string) => ({ 'list.size': brokenBy('is missing', place, 'size#1') });
    const ground = (place: string, before: ReturnType<typeof met>, after: ReturnType<typeof met>) =>
      told(run({ 'list.size': kept }, { met: before }), run(broken(place), { met: after }))[0]
        ?.split(' ')
        .at(-1);

    test('by the id of the entity that the place is in', () => {
      const before = seen('p', listing(old));
      assert.equal(ground('/results/1/name', before, seen('p', listing(old, fresh))), 'data');
      assert.equal(ground('/results/0/name', before, seen('p', listing(old, fresh))), 'target');
    });
    test('but not where the run made it, or worked elsewhere', () => {
      const before = seen('p', listing(old));
      assert.equal(ground('/results/1/name', before, seen('p', listing(old, fresh), creation(fresh))), 'target');
      assert.equal(ground('/results/1/name', before, seen('q', listing(old, fresh))), 'target');
    });
    test('and where what was wrong is there no more', () => {
      const [before, after] = [seen('p', listing(old, fresh)), seen('p', listing(old))];
      const comparison = told(run(broken('/results/1/name'), { met: before }), run({ 'list.size': kept }, { met: after }));
      assert.deepEqual(comparison, ['list.size mended data']);
    });
  });
});

describe('it got worse', () => {
  const should = { 'list.size': requirement('A page has its size.', { level: 'SHOULD' }) };
  const guessed = { 'list.size': requirement('A page has its size.', { circumstance: 'inferred' }) };
  const worse = (after: Outcomes, requirements = {}) => {
    const before = { verdict: verdictOf({ 'list.size': kept }, {}, requirements) };
    return compare(before, { verdict: verdictOf(after, {}, requirements) }).worse;
  };
  test('where a documented MUST is newly broken or can no longer be seen, and nowhere else', () => {
    assert.equal(worse({ 'list.size': brokenBy('is missing') }), true);
    assert.equal(worse({ 'list.size': brokenBy('is missing') }, should), false);
    assert.equal(worse({ 'list.size': unseenFor('unanswered') }), true);
    assert.equal(worse({ 'list.size': unseenFor('unanswered') }, guessed), false);
    assert.equal(worse({ 'list.size': kept }), false);
  });
});

describe('the settings of two runs', () => {
  const settings = (projectId: string, embedded = false) => ({
    target: { projectId, url: 'https://om', callers: ['read-only'] },
    run: { seed: projectId, embedded },
  });
  const differing = (one: object, other: object) =>
    compare(run({}, { settings: one as never }), run({}, { settings: other as never })).differences.map(({ what }) => what);
  test('are compared where evidence tells them, but for what is drawn for each run', () => {
    assert.deepEqual(differing(settings('a'), settings('b')), ['target.projectId']);
    assert.deepEqual(differing(settings('a', true), settings('b', true)), []);
  });
});

test('the document knows each change and each ground', () => {
  const row = (schema as { $defs: { change: { properties: Record<string, { enum: string[] }> } } }).$defs.change.properties;
  assert.deepEqual([row['change']!.enum, row['ground']!.enum], [changes, grounds]);
});

describe('in words', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`code.C${index}`, brokenBy(`is ${'x'.repeat(index)}`)]),
  );
  const comparison: Comparison = compare(
    run(Object.fromEntries(Object.keys(many).map((id) => [id, kept]))),
    run({ ...many, 'code.C11': brokenBy('names <b>|a_ \u001B[31m') }),
  );
  test('ten of a kind are named, the rest is counted, and no line is longer than 80', () => {
    const text = comparisonText(comparison, 'text');
    assert.match(text, /^Newly broken \(12\): the target answers otherwise\n {2}code\.C0: kept, now broken$/m);
    assert.match(text, /^ {2}and 2 more$/m);
    assert.match(text, /It got worse: 12 newly broken\. 0 requirements are as before\./);
    assert.deepEqual(
      text.split('\n').filter((line) => line.length > 80),
      [],
    );
  });
  test('as a section of the summary nothing is taken for markup', () => {
    const only = compare(run({ 'list.size': kept }), run({ 'list.size': brokenBy('names <b>|a_ \u001B[31m') }));
    const markdown = comparisonText(only, 'markdown');
    assert.match(markdown, /^### Since 2026-01-02 03:04 CONFORMANT, /m);
    assert.match(
      markdown,
      /^- <code>list\.size<\/code>: kept, now broken; the target answers otherwise: \/results names &#60;b&#62;&#124;a&#95; /m,
    );
    assert.ok(!markdown.includes('\u001B'));
  });
});
