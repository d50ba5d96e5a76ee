import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CarefulRun, CarefulRuns } from './careful-runs.ts';
import { engineProcess } from '../support/engine-process.ts';

const { runs, withTheLimit, provoking } = await engineProcess<CarefulRuns>(new URL('./careful-runs.ts', import.meta.url));

const tripsOf = ({ tests }: CarefulRun): string[] => tests.flatMap(({ trips }) => trips);
const outcomesOf = ({ tests }: CarefulRun): Set<string> => new Set(tests.map(({ outcome }) => outcome));
const unspent = ({ tests }: CarefulRun) => tests.filter(({ reasonKind }) => reasonKind === 'budget');

describe('a budget of requests', () => {
  const run = runs.requests;

  test('is kept to the request', () => assert.equal(tripsOf(run).length, 75));
  test('leaves what did not run unverified, and says which budget it was', () => {
    assert.ok(unspent(run).length > 0);
    for (const { outcome, reason } of unspent(run)) {
      assert.deepEqual([outcome, reason], ['unverified', 'budget: the 75 requests of --max-requests are used up']);
    }
  });
  test('does not touch what was judged before', () => {
    const judged = run.tests.filter((one) => !unspent(run).includes(one));
    assert.ok(judged.length > 5);
    assert.deepEqual([...new Set(judged.map(({ outcome }) => outcome))], ['kept']);
  });
  test('is spent on documented MUSTs first', () => {
    assert.ok(unspent(run).some(({ binding }) => binding));
    assert.deepEqual(
      run.tests.filter(({ binding, trips }) => !binding && trips.length > 0),
      [],
    );
  });
  test('leaves a look at all families unverified that it cuts short, whatever that has seen', () => {
    const { tests } = runs.sweep;
    assert.ok(tests.length > 3);
    assert.deepEqual([tripsOf(runs.sweep).length, unspent(runs.sweep).length], [75, tests.length]);
  });
  test('does not stop the cleaning up', () => {
    const afterwards = run.sent.slice(75);
    assert.ok(afterwards.includes('DELETE'));
  });
});

describe('a budget of time', () => {
  test('ends what would wait beyond it at once, and nothing that need not wait', () => {
    const outcomes = Object.fromEntries(
      runs.time.tests.map(({ requirement, outcome, reason }) => [requirement, reason || outcome]),
    );
    assert.equal(outcomes['rate.allows-the-limit'], 'budget: the 30 s of --max-time are used up');
    assert.equal(outcomes['list.page-size-default'], 'kept');
    assert.ok(runs.time.seconds <= 30);
  });
});

describe('a 429', () => {
  test('is waited out as it asks, and sent again', () => {
    const run = runs.throttledNowAndThen;
    assert.deepEqual([...outcomesOf(run)], ['kept']);
    const refused = tripsOf(run).filter((trip) => trip.endsWith(' 429 1'));
    assert.ok(refused.length > 5);
    assert.equal(run.seconds, 2 * run.sent.filter((_, n) => (n + 1) % 20 === 0).length);
  });
  test('of a write is waited out too: nothing was done', () => {
    assert.ok(tripsOf(runs.throttledNowAndThen).some((trip) => /^(?:POST|PUT|DELETE) 429 1$/.test(trip)));
  });
  test('that stays ends tests as setup-failed: throttled', () => {
    const failed = runs.throttledForGood.tests.filter(({ outcome }) => outcome !== 'kept');
    assert.ok(failed.length > 5);
    for (const { outcome, reason } of failed) {
      assert.equal(outcome, 'setup-failed');
      assert.match(reason, /^throttled: \w+ \/api\/public\/v1\.0\S* is answered 429 .+--requests-per-second$/);
    }
  });
  test('that stays is waited for no longer than five windows in the whole run', () => {
    const { seconds } = runs.throttledForGood;
    assert.ok(seconds > 60 && seconds <= 5 * 60, `${seconds} s`);
  });
  test('is seen at once by every check that brings it about', () => {
    const run = runs.atTheLimit;
    assert.deepEqual([...outcomesOf(run)], ['kept']);
    assert.ok(tripsOf(run).filter((trip) => trip.endsWith(' 429 -')).length >= 3);
    assert.deepEqual(
      tripsOf(run).filter((trip) => !trip.endsWith('-')),
      [],
    );
  });
  test('is brought about by those checks and no others', () => {
    assert.deepEqual(provoking.toSorted(), withTheLimit.toSorted());
    assert.ok(provoking.includes('code.RATE_LIMITED'));
  });
});

describe('a transient fault', () => {
  const run = runs.notThereNowAndThen;

  test('of a read does not show in the outcome', () => assert.deepEqual([...outcomesOf(run)], ['kept']));
  test('stands in the evidence, with the trip behind it', () => {
    const trips = tripsOf(run);
    for (const failed of ['GET fault 1', 'GET 503 1']) {
      const at = trips.indexOf(failed);
      assert.ok(at >= 0, failed);
      assert.match(trips[at + 1]!, /^GET \d+ 2$/);
    }
  });
  test('is told by the check that met it', () => {
    for (const { trips, findings } of run.tests) {
      const met = trips.filter((trip) => /(?:fault|503) \d$/.test(trip)).length;
      assert.equal(findings.filter((finding) => / was sent again after: (?:cut|503)$/.test(finding)).length, met);
    }
  });
});

describe('a read that is never answered', () => {
  test('is no longer asked for three times once that has never helped', () => {
    const trips = tripsOf(runs.notThereForGood).filter((trip) => trip.startsWith('GET 503'));
    assert.equal(trips.filter((trip) => trip.endsWith(' 3')).length, 10);
    assert.ok(trips.filter((trip) => !/ [23]$/.test(trip)).length > 12, trips.join('\n'));
  });
});

describe('plain HTTP beside a target over TLS', () => {
  test('cannot be seen through a proxy', () => {
    const [check] = runs.withProxy.tests;
    assert.deepEqual([check?.outcome, check?.trips], ['unverified', []]);
    assert.match(check!.reason, /without a proxy/);
  });
  test('is seen without one', () =>
    assert.deepEqual(
      runs.withoutProxy.tests.map(({ outcome }) => outcome),
      ['kept'],
    ));
});

describe('a restore that is refused', () => {
  test('for a reason that no page lists is ordered again for a minute, of all that would restore something together', () => {
    const { tests, seconds } = runs.neverRestorable;
    assert.ok(tests.length >= 4);
    for (const { outcome, reason } of tests) {
      assert.equal(
        `${outcome}: ${reason}`,
        'unverified: needs a cluster that can be restored now: restores are refused with 409 NOT_NOW for 60 s',
      );
    }
    assert.equal(seconds, 60);
  });
  test('with what is no code is not waited for', () => {
    const { tests, seconds } = runs.restoreWithoutCode;
    assert.ok(
      tests.every(({ outcome }) => outcome !== 'unverified' && outcome !== 'kept'),
      JSON.stringify(tests),
    );
    assert.equal(seconds, 0);
  });
});
