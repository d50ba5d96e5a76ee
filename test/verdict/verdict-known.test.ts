import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KnownDeviation } from '../../src/contract/known-deviation.ts';
import type { Violation } from '../../src/contract/outcomes.ts';
import type { Requirement } from '../../src/contract/requirement.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { shapeOf } from '../../src/contract/violation-shape.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { verdictSentence } from '../../src/verdict/reports/sentence.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import { exitCode } from '../../src/verdict/verdict.ts';
import { evidence, requirement, verdictInput } from '../support/verdict-sample.ts';

// The day of the sample's run is 2026-01-02.
const failure: Violation = { path: '/results/3/links', message: 'is missing in 5f0000000000000000000001' };
const other: Violation = { path: 'status', message: 'is 500, expected 200' };

function judged(violations: readonly Violation[], known: readonly KnownDeviation[], more: Partial<Requirement> = {}) {
  const outcome = violations.length > 0 ? 'broken' : 'kept';
  const verdict = deriveVerdict(
    verdictInput({
      requirements: { 'list.size': requirement('A page has its size.', more), 'list.other': requirement('Another.') },
      tests: [evidence({ outcome, violations }), evidence({ requirement: 'list.other', line: 2 })],
      known,
    }),
  );
  const { outcome: word, reason, fingerprint, checks } = verdict.requirements[0]!;
  return { verdict, outcome: word, reason: reason ?? '', fingerprint: fingerprint ?? '', checks };
}

const print = judged([failure], []).fingerprint;
const entry = (more: Partial<KnownDeviation> = {}): KnownDeviation => ({
  requirement: 'list.size',
  fingerprint: print,
  why: 'the proxy',
  until: '2026-03-01',
  ...more,
});

describe('the shape of a failure', () => {
  const same: [Violation, Violation][] = [
    [
      { path: '/results/3/links', message: 'is missing' },
      { path: '/results/14/links', message: 'is missing' },
    ],
    [
      { path: '', message: 'names omc-0a1b2c-host-7.example.com' },
      { path: '', message: 'names omc-ffffff-host-9.example.com' },
    ],
    [
      { path: '', message: 'is http://127.0.0.1:80/x' },
      { path: '', message: 'is http://127.0.0.1:8123/x' },
    ],
    [
      { path: '', message: 'has 3 entities' },
      { path: '', message: 'has 57 entities' },
    ],
  ];
  for (const [one, two] of same)
    test(`${one.message}: is that of ${two.path} ${two.message}`, () => assert.equal(shapeOf(one), shapeOf(two)));

  test('a status is no number of the day', () => {
    assert.notEqual(shapeOf(other), shapeOf({ ...other, message: 'is 503, expected 200' }));
  });
});

describe('a listed deviation', () => {
  test('that shows as listed is known, and the verdict never plainly conformant', () => {
    const { verdict, outcome, reason, checks } = judged([failure], [entry({ owner: 'platform' })]);
    assert.equal(outcome, 'known');
    assert.match(reason, /^known until 2026-03-01 \(the proxy, platform\): \/results\/3\/links is missing/);
    assert.deepEqual(
      checks.map((check) => check.outcome),
      ['known'],
    );
    assert.equal(verdict.verdict, 'conformant-with-known-deviations');
    assert.equal(exitCode(verdict, { allowIncomplete: false }), 0);
    assert.match(
      verdictSentence(verdict),
      /^CONFORMANT WITH 1 KNOWN DEVIATION: 1 of 2 documented MUSTs .* and 1 broken as is known/,
    );
    assert.match(summaryMarkdown(verdict), /### Known deviations\n\n- <code>list.size<\/code> known until/);
    assert.match(junitXml(verdict), /failures="0"/);
  });

  test('that shows otherwise is broken, and what is new in it is told', () => {
    const { verdict, outcome, reason } = judged([failure, other], [entry()]);
    assert.deepEqual([outcome, verdict.verdict], ['broken', 'non-conformant']);
    assert.match(reason, /^differs from the failure that is known: new is "status is 500, expected 200"; /);
  });

  test('of which a part is left is known, and what is gone is told', () => {
    const both = judged([failure, other], []).fingerprint;
    const { outcome, reason } = judged([other], [entry({ fingerprint: both })]);
    assert.equal(outcome, 'known');
    assert.match(reason, /; 1 of its 2 faults are gone$/);
  });

  test('that is kept now is stale, and red', () => {
    const { verdict, outcome, reason } = judged([], [entry()]);
    assert.deepEqual([outcome, verdict.verdict], ['stale', 'error']);
    assert.match(reason, /^listed as known \(the proxy\) and kept now: take it off the list$/);
    assert.equal(exitCode(verdict, { allowIncomplete: true }), 2);
    assert.match(junitXml(verdict), /failures="1"/);
  });

  test('past its day is broken again, with a message of its own', () => {
    const { verdict, outcome, reason } = judged([failure], [entry({ until: '2026-01-01' })]);
    assert.deepEqual([outcome, verdict.verdict], ['broken', 'non-conformant']);
    assert.match(reason, /^was known until 2026-01-01, which is past \(the proxy\): /);
    assert.match(renderConsole(verdict, { colour: false, reports: [] }), /was known until 2026-01-01/);
  });

  test('past its day is red also where the failure would only warn', () => {
    const { verdict, outcome, reason } = judged([failure], [entry({ until: '2026-01-01' })], { level: 'SHOULD' });
    assert.deepEqual([outcome, verdict.verdict], ['stale', 'error']);
    assert.match(reason, /which is past/);
  });

  const days: [until: string, words: RegExp][] = [
    ['2026-01-02', /, which is today/],
    ['2026-01-03', /, which is in 1 day /],
    ['2026-01-16', /, which is in 14 days/],
  ];
  for (const [until, words] of days) {
    test(`whose last day is near says so: ${until}`, () => assert.match(judged([failure], [entry({ until })]).reason, words));
  }

  test('whose last day is far says nothing of that', () => {
    assert.doesNotMatch(judged([failure], [entry({ until: '2026-01-17' })]).reason, /which is/);
  });

  test('of another requirement changes nothing', () => {
    assert.equal(judged([failure], [entry({ requirement: 'list.next' })]).outcome, 'broken');
  });

  test('that could not be seen stays what it was', () => {
    const { requirements } = deriveVerdict(
      verdictInput({ tests: [evidence({ outcome: 'unverified', reason: 'needs a team' })], known: [entry()] }),
    );
    assert.deepEqual([requirements[0]!.outcome, requirements[0]!.reason], ['unverified', 'needs a team']);
  });
});
