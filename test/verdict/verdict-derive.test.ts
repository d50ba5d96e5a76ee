import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcomes, type CheckRecord, type Outcome } from '../../src/contract/outcomes.ts';
import { catalogueHash } from '../../src/verdict/catalogue-hash.ts';
import { collectEvidence, serverVersion } from '../../src/verdict/collect.ts';
import { deriveVerdict, type VerdictInput } from '../../src/verdict/derive.ts';
import { inScope } from '../../src/contract/scope.ts';
import { exitCode } from '../../src/verdict/verdict.ts';
import { evidence, exchange, fullInput, requirement, standing, verdictInput } from '../support/verdict-sample.ts';

const shape = { 'error.shape': requirement('An error has five fields.', { standing: true }) };

/** The only requirement of the verdict over these tests. */
function only(more: Partial<VerdictInput>) {
  const [first] = deriveVerdict(verdictInput(more)).requirements;
  assert.ok(first);
  return first;
}

describe('the outcome of a requirement', () => {
  const table: [what: string, checks: Parameters<typeof evidence>[0][], outcome: string, reason: string | null][] = [
    ['one kept check', [{}], 'kept', null],
    ['a kept check that looked at nothing', [{ examined: 0 }], 'unverified', 'looked at nothing'],
    ['a kept check with violations', [{ violations: [{ path: 'status', message: 'is 404' }] }], 'broken', 'status is 404'],
    ['kept and broken', [{}, { outcome: 'broken', reason: 'wrong' }], 'broken', 'wrong'],
    ['broken and setup-failed', [{ outcome: 'broken', reason: 'wrong' }, { outcome: 'setup-failed' }], 'broken', 'wrong'],
    ['kept and setup-failed', [{}, { outcome: 'setup-failed', reason: 'no route' }], 'setup-failed', 'no route'],
    ['kept and unverified', [{}, { outcome: 'unverified', reason: 'needs a team' }], 'unverified', 'needs a team'],
    ['kept and not-offered', [{}, { outcome: 'not-offered', reason: 'no teams' }], 'kept', null],
    ['kept and not-applicable', [{}, { outcome: 'not-applicable', reason: 'plain http' }], 'kept', null],
    ['kept and stale', [{}, { outcome: 'stale', reason: 'gone' }], 'stale', 'gone'],
    [
      'a known deviation that one check does not meet',
      [{ outcome: 'known', reason: 'listed' }, { outcome: 'stale' }],
      'known',
      'listed',
    ],
    [
      'not-offered and not-applicable',
      [{ outcome: 'not-applicable' }, { outcome: 'not-offered', reason: 'no teams' }],
      'not-offered',
      'no teams',
    ],
    [
      'two reasons',
      [
        { outcome: 'unverified', reason: 'one' },
        { outcome: 'unverified', reason: 'two', line: 99 },
      ],
      'unverified',
      'one; two',
    ],
    ['no check', [], 'unverified', 'no check ran'],
  ];
  for (const [what, checks, outcome, reason] of table) {
    test(`${what}: ${outcome}`, () => {
      const found = only({ tests: checks.map((record) => evidence(record)) });
      assert.deepEqual([found.outcome, found.reason], [outcome, reason]);
    });
  }

  test('what the catalogue calls untested is untested, with its reason', () => {
    const found = only({ requirements: { 'list.size': requirement('x', { untested: 'cannot be seen' }) } });
    assert.deepEqual([found.outcome, found.reason], ['untested', 'cannot be seen']);
  });

  test('what concerns another product is not applicable, whatever a check says', () => {
    const found = only({
      requirements: { 'list.size': requirement('x', { products: ['cloud-manager'] }) },
      tests: [evidence({ outcome: 'broken' })],
    });
    assert.deepEqual([found.outcome, found.reason], ['not-applicable', 'concerns cloud-manager only']);
  });

  test('examined is the sum over the checks', () => {
    assert.equal(only({ tests: [evidence({ examined: 3 }), evidence({ examined: 4, line: 20 })] }).examined, 7);
  });

  test('the order in which tests end does not show', () => {
    const tests = [evidence({ line: 30 }), evidence({ line: 9 }), evidence({ file: 'specs/a.spec.ts' })];
    const there = deriveVerdict(verdictInput({ tests }));
    assert.deepEqual(deriveVerdict(verdictInput({ tests: tests.toReversed() })), there);
    assert.deepEqual(
      there.requirements[0]?.checks.map(({ line }) => line),
      [12, 9, 30],
    );
  });

  test('a test that names an unknown requirement is refused', () => {
    const tests = [evidence({ requirement: 'list.nothing' })];
    assert.throws(() => deriveVerdict(verdictInput({ tests })), /list\.nothing, which the catalogue does not have/);
  });
});

describe('standing judges', () => {
  const requirements = { 'list.size': requirement('x'), ...shape };
  const outcomeOf = (...records: ReturnType<typeof standing>[]) => {
    const tests = [evidence({}, records.slice(0, 1)), evidence({ line: 20 }, records.slice(1))];
    return deriveVerdict(verdictInput({ requirements, tests })).requirements[1];
  };

  test('what all tests saw is one check', () => {
    const wrong = { path: '/error', message: 'is missing', exchange: 'b#1' };
    const found = outcomeOf(standing(), standing({ examined: 2, violations: [wrong] }));
    assert.equal(found?.outcome, 'broken');
    assert.equal(found?.reason, '/error is missing');
    assert.deepEqual(found?.checks, [
      {
        title: 'in every exchange',
        file: 'src/checks/errors/error-document.ts',
        line: 1,
        outcome: 'broken',
        reason: '/error is missing',
        examined: 5,
        violations: [wrong],
        findings: [],
        durationMs: 0,
        exchanges: ['b#1'],
      },
    ]);
  });

  test('with something seen and nothing wrong it is kept', () => {
    assert.equal(outcomeOf(standing(), standing({ examined: 0 }))?.outcome, 'kept');
  });

  test('with nothing seen it is unverified', () => {
    assert.equal(outcomeOf(standing({ examined: 0 }))?.outcome, 'unverified');
    assert.match(outcomeOf()?.reason ?? '', /no exchange had anything/);
  });

  for (const outcome of ['kept', 'not-offered'] as const) {
    test(`with nothing seen it takes nothing from a check that is ${outcome}`, () => {
      const tests = [evidence({ requirement: 'error.shape', outcome }, [standing({ examined: 0 })])];
      assert.equal(only({ requirements: shape, tests }).outcome, outcome);
    });
  }

  test('kept, it does not make up for a check that saw nothing', () => {
    const tests = [evidence({ requirement: 'error.shape', outcome: 'unverified' }, [standing()])];
    assert.equal(only({ requirements: shape, tests }).outcome, 'unverified');
  });

  test('broken, it breaks what a check kept', () => {
    const wrong = standing({ violations: [{ path: '', message: 'is wrong' }] });
    const tests = [evidence({ requirement: 'error.shape' }, [wrong])];
    assert.equal(only({ requirements: shape, tests }).outcome, 'broken');
  });
});

const a = (outcome: Outcome, more: Partial<CheckRecord> = {}) => evidence({ requirement: 'list.a', outcome, ...more });
const b = (outcome: Outcome) => evidence({ requirement: 'list.b', outcome, line: 50 });
const sum = (tally: Readonly<Record<string, number>>) => Object.values(tally).reduce((x, y) => x + y, 0);

describe('the verdict and its exit code', () => {
  const must = requirement('m');
  const should = requirement('s', { level: 'SHOULD' });
  const inferred = requirement('i', { basis: 'inferred' });
  const table: [what: string, second: typeof must, tests: VerdictInput['tests'], word: string, code: number][] = [
    ['all kept', must, [a('kept'), b('kept')], 'conformant', 0],
    ['a broken documented MUST', must, [a('kept'), b('broken')], 'non-conformant', 1],
    ['a broken SHOULD warns', should, [a('kept'), b('broken')], 'conformant', 0],
    ['a broken inferred MUST warns', inferred, [a('kept'), b('broken')], 'conformant', 0],
    ['a known deviation', must, [a('kept'), b('known')], 'conformant-with-known-deviations', 0],
    ['a listed deviation that is gone', must, [a('kept'), b('stale')], 'error', 2],
    ['an unverified documented MUST', must, [a('kept'), b('unverified')], 'incomplete', 4],
    ['a documented MUST without a check', must, [a('kept')], 'incomplete', 4],
    ['a pass over zero items', must, [a('kept', { examined: 0 }), b('kept')], 'incomplete', 4],
    ['an unverified SHOULD', should, [a('kept'), b('unverified')], 'conformant', 0],
    ['a set-up that failed once', must, [a('kept'), b('setup-failed')], 'incomplete', 4],
    ['broken outweighs unverified', must, [a('unverified'), b('broken')], 'non-conformant', 1],
    ['not offered', must, [a('kept'), b('not-offered')], 'conformant', 0],
    ['nothing but not offered', must, [a('not-offered'), b('not-offered')], 'incomplete', 4],
    ['nothing but failed set-ups', must, [a('setup-failed'), b('setup-failed')], 'error', 3],
    ['no check at all', must, [], 'error', 2],
  ];
  for (const [what, second, tests, word, code] of table) {
    test(`${what}: ${word}, ${code}`, () => {
      const verdict = deriveVerdict(verdictInput({ requirements: { 'list.a': must, 'list.b': second }, tests }));
      assert.equal(verdict.verdict, word);
      assert.equal(exitCode(verdict, { allowIncomplete: false }), code);
      assert.equal(verdict.noChecks, tests.length === 0);
      assert.equal(exitCode(verdict, { allowIncomplete: true }), code === 4 ? 0 : code, 'with --allow-incomplete');
    });
  }

  test('most set-ups failed, as with refused credentials: error, though a few checks passed', () => {
    const requirements = { 'list.a': must, 'list.b': must, 'list.c': must };
    const c = evidence({ requirement: 'list.c', outcome: 'setup-failed' });
    const verdict = deriveVerdict(verdictInput({ requirements, tests: [a('kept'), b('setup-failed'), c] }));
    assert.equal(exitCode(verdict, { allowIncomplete: true }), 3);
  });

  test('a fault of the harness outside any check is never green, and hides no breach', () => {
    for (const [outcome, code] of [
      ['kept', 3],
      ['broken', 1],
    ] as const) {
      const faults = ['a spec does not load'];
      const verdict = deriveVerdict(verdictInput({ requirements: { 'list.a': must }, tests: [a(outcome)], faults }));
      assert.equal(exitCode(verdict, { allowIncomplete: true }), code);
    }
  });
});

describe('scope', () => {
  test('ids and globs over dots', () => {
    assert.ok(inScope('list.size', []));
    assert.ok(inScope('list.size', ['auth.*', 'list.*']));
    assert.ok(inScope('code.HOST_NOT_FOUND', ['*.HOST_*']));
    assert.ok(inScope('list.size', ['list.size']));
    assert.ok(!inScope('list.size-default', ['list.size']));
    assert.ok(!inScope('listXsize', ['list.size']));
    assert.ok(!inScope('list.size', ['ist.*']));
  });

  test('with --only the verdict speaks of that scope alone and says that it is partial', () => {
    const verdict = deriveVerdict({ ...fullInput(), only: ['auth.*', 'journey.*'] });
    assert.deepEqual(
      verdict.requirements.map(({ id }) => id),
      ['auth.challenge', 'journey.stop', 'journey.matrix'],
    );
    assert.deepEqual([verdict.verdict, verdict.partial, verdict.scope], ['conformant', true, 'auth.*, journey.*']);
  });

  test('a scope with nothing in it is no check at all', () => {
    const verdict = deriveVerdict({ ...fullInput(), only: ['nothing.*'] });
    assert.equal(exitCode(verdict, { allowIncomplete: true }), 2);
  });

  test('without it every requirement of the catalogue is listed', () => {
    const input = fullInput();
    const verdict = deriveVerdict(input);
    assert.deepEqual(
      verdict.requirements.map(({ id }) => id),
      Object.keys(input.requirements),
    );
    assert.equal(verdict.partial, false);
  });

  test('totals count every requirement once, by outcome and by area', () => {
    const { totals, requirements } = deriveVerdict(fullInput());
    assert.equal(sum(totals.byOutcome), requirements.length);
    assert.deepEqual(Object.keys(totals.byOutcome), [...outcomes]);
    assert.equal(
      Object.values(totals.byArea).reduce((x, tally) => x + sum(tally), 0),
      requirements.length,
    );
    assert.equal(totals.byArea.rate?.unverified, 2);
    assert.ok(!('https' in totals.byArea));
  });
});

describe('collected evidence', () => {
  const version: [string, string] = ['x-mongodb-service-version', 'gitHash=abc; versionString=7.0.4.100'];
  const { requirements, only: all, suite, run, target } = verdictInput();
  const context = { requirements, only: all, suite, run, target };

  test('a retry replaces what the test left before', () => {
    const collection = collectEvidence();
    collection.add('1', [evidence({ outcome: 'setup-failed' })]);
    collection.add('1', [evidence()]);
    assert.equal(deriveVerdict(collection.input(context)).verdict, 'conformant');
  });

  test('requests are counted and the version is read off the answers', () => {
    const collection = collectEvidence();
    collection.add('1', [evidence({}, [], [exchange('a#1', '/'), exchange('a#2', '/groups', 200, [version])])]);
    const input = collection.input(context);
    assert.equal(input.run.requests, 2);
    assert.equal(input.target.serverVersion, '7.0.4.100');
  });

  test('a version in another form is given as it is, and none as null', () => {
    assert.equal(serverVersion([exchange('a#1', '/', 200, [['X-MongoDB-Service-Version', 'v9']])]), 'v9');
    assert.equal(serverVersion([exchange('a#1', '/')]), null);
  });
});

test('the hash of a catalogue knows its content, not its order', () => {
  const one = requirement('one');
  const two = requirement('two');
  const hash = catalogueHash({ 'list.a': one, 'list.b': two });
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(catalogueHash({ 'list.b': two, 'list.a': one }), hash);
  assert.notEqual(catalogueHash({ 'list.a': one, 'list.b': { ...two, level: 'MAY' } }), hash);
});
