import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { notProvokedSentence } from '../../src/verdict/reports/not-provoked.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import { engineProcess } from '../support/engine-process.ts';
import { evidence, requirement, standing, verdictInput } from '../support/verdict-sample.ts';

type Told = readonly [outcome: string, reason: string, verdict: string];
const seen: Readonly<Record<string, Told>> = await engineProcess(new URL('./not-provoked.ts', import.meta.url));

describe('a code whose circumstance is a guess', () => {
  const become = (name: string, outcome: string, reason?: RegExp) =>
    test(`${name}: ${outcome}`, () => {
      assert.equal(seen[name]?.[0], outcome, String(seen[name]?.[1]));
      if (reason !== undefined) assert.match(seen[name]?.[1] ?? '', reason);
    });
  become('as the mock has it', 'kept');
  become('a sibling code', 'not-provoked', /^answered with a sibling code: 404 CLUSTER_NOT_FOUND for GET \S+\/hosts\/\w+$/);
  become('a code of no table', 'not-provoked', /^answered without a documented code: 404 NO_HOST_THERE for GET /);
  become('accepted', 'not-provoked', /^accepted: 200 for GET /);
  become(
    'the neighbour is refused alike',
    'not-provoked',
    /^refused like the valid request beside it: 400 CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM for POST /,
  );
  become('the neighbour is forbidden', 'kept');
  become('the neighbour is refused for something else', 'kept');
  become('the neighbour of a described one is refused alike', 'broken', /^status is 400 for the valid request beside it/);
  become('the neighbour of a described one is refused with the code', 'not-provoked');
  become('another refusal that holds too', 'not-provoked', /^answered with a sibling code: 409 BACKUP_CONFIG_NOT_FOUND/);
  become('another refusal where a page describes the circumstance', 'broken');
  become(
    'the caller, a user, owns what it makes',
    'unverified',
    /that only a user of the run's own owns; one that was just made has 2 owners/,
  );
  become('told by the file, and so', 'kept');
  become('told by the file, and not so', 'broken');

  test('makes a target neither conformant nor incomplete', () => {
    assert.equal(seen['told by the file, and so']?.[2], 'conformant');
    assert.equal(seen['told by the file, and not so']?.[2], 'non-conformant');
    assert.equal(seen['another refusal that holds too']?.[2], 'incomplete', 'nothing in scope was judged');
  });
});

describe('in the verdict, not-provoked', () => {
  const name = 'code.HOST_NOT_FOUND';
  const requirements = {
    'list.size': requirement('A page has its size.'),
    [name]: requirement('x', { circumstance: 'inferred', onceSeen: true }),
  };
  const missed = evidence({
    requirement: name,
    outcome: 'not-provoked',
    examined: 0,
    reason: 'accepted: 200 for GET /x',
    reasonKind: 'accepted',
  });
  const verdictOf = (...tests: ReturnType<typeof evidence>[]) =>
    deriveVerdict(verdictInput({ requirements, tests: [evidence(), ...tests] }));
  const outcomeOf = (...tests: ReturnType<typeof evidence>[]) =>
    verdictOf(...tests).requirements.find(({ id }) => id === name)?.outcome;

  test('is an outcome of its own, by which the target stays conformant', () => {
    assert.equal(outcomeOf(missed), 'not-provoked');
    assert.equal(verdictOf(missed).verdict, 'conformant');
    assert.equal(verdictOf(missed).totals.byOutcome['not-provoked'], 1);
  });

  test('yields to the code seen elsewhere, whether as it should be or not', () => {
    assert.equal(outcomeOf(missed, evidence({}, [standing({ requirement: name })])), 'kept');
    assert.equal(
      outcomeOf(missed, evidence({}, [standing({ requirement: name, violations: [{ path: 'status', message: 'is 400' }] })])),
      'broken',
    );
  });

  test('says more than what could not be tried', () => {
    assert.equal(
      outcomeOf(missed, evidence({ requirement: name, outcome: 'unverified', examined: 0, reason: 'needs more' })),
      'not-provoked',
    );
  });

  test('is told in one sentence, gathered by what came instead', () => {
    const verdict = verdictOf(missed);
    assert.equal(notProvokedSentence(verdict), '1 code could not be provoked: accepted (HOST_NOT_FOUND).');
    assert.match(
      renderConsole(verdict, { colour: false, reports: [] }),
      /\n {2}1 code could not be provoked: accepted \(HOST_NOT_FOUND\)\.\n/,
    );
    assert.match(summaryMarkdown(verdict), /### What could not be provoked\n\n1 code could not be provoked/);
    assert.match(junitXml(verdict), /<skipped message="not-provoked: accepted: 200 for GET \/x"\/>/);
    assert.equal(notProvokedSentence(verdictOf()), undefined);
  });
});
