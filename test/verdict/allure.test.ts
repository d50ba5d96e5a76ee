import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { writeAllureResults } from '../../src/verdict/formats/allure.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { allureResultsIn, type AllureResult } from '../support/allure-results.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { evidence, exchange, requirement, verdictInput } from '../support/verdict-sample.ts';

interface Category {
  readonly name: string;
  readonly matchedStatuses: readonly string[];
  readonly messageRegex?: string;
}

const broken = (id: string, message: string, place = '/status') =>
  evidence(
    { requirement: id, outcome: 'broken', violations: [{ path: place, message, exchange: `${id}#1` }] },
    [],
    [exchange(`${id}#1`, '/groups')],
  );

/** Two causes, a warning, one that nobody saw, and one whose set-up failed. */
const verdict = deriveVerdict(
  verdictInput({
    requirements: {
      'list.size': requirement('size'),
      'list.order': requirement('order', { basis: 'inferred' }),
      'list.shape': requirement('shape'),
      'error.shape': requirement('error', { level: 'SHOULD' }),
      'error.code': requirement('code', { level: 'MAY' }),
      'link.self': requirement('self'),
    },
    tests: [
      broken('list.size', 'is 3, expected 2'),
      broken('list.shape', 'is text', '/name'),
      broken('error.shape', 'is odd', '/detail'),
      evidence({ requirement: 'list.order', outcome: 'unverified', reason: 'needs more', examined: 0 }),
      evidence({ requirement: 'error.code' }),
      evidence({ requirement: 'link.self', outcome: 'setup-failed', reason: 'nobody answered', examined: 0 }),
    ],
  }),
);

function resultsOf(context: TestContext, of: Verdict) {
  const folder = temporaryFolder(context);
  writeAllureResults(folder, of);
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return {
    read,
    results: allureResultsIn(folder),
    categories: JSON.parse(read('categories.json')) as readonly Category[],
  };
}

test('each result that did not simply pass is in the category of its cause, or of what became of it', (context) => {
  const { results, categories } = resultsOf(context, verdict);
  const categoryOf = ({ status, statusDetails: { message = '' } }: AllureResult): string | undefined =>
    categories.find(
      ({ matchedStatuses, messageRegex }) =>
        matchedStatuses.includes(status) && (messageRegex === undefined || new RegExp(`^(?:${messageRegex})$`).test(message)),
    )?.name;
  assert.deepEqual(Object.fromEntries(results.map((result) => [result.name, categoryOf(result)])), {
    'list.size': `Cause ${verdict.causes!.findIndex((one) => one.requirement === 'list.size') + 1}: list.size`,
    'list.shape': `Cause ${verdict.causes!.findIndex((one) => one.requirement === 'list.shape') + 1}: list.shape`,
    'error.shape': 'Warnings',
    'list.order': 'Not verified',
    'error.code': undefined,
    'link.self': 'The set-up failed',
  });
});

test('the severity is one of four, by what the requirement decides', (context) => {
  const { results } = resultsOf(context, verdict);
  const severity = (id: string) => results.find(({ name }) => name === id)!.labels.find(({ name }) => name === 'severity')!.value;
  assert.deepEqual(['list.size', 'list.order', 'error.shape', 'error.code'].map(severity), [
    'critical',
    'normal',
    'minor',
    'trivial',
  ]);
});

test('the request that shows a cause is a step, with all there is to it attached', (context) => {
  const { results, read } = resultsOf(context, verdict);
  const [step] = results.find(({ name }) => name === 'list.size')!.steps;
  assert.match(step!.name, /^GET http:\S+\/groups → 200/);
  assert.match(read(step!.attachments[0]!.source), /is 3, expected 2[^]*Again: curl --digest/);
});

test('what was judged is the environment, and the run the executor', (context) => {
  const { read } = resultsOf(context, { ...verdict, target: { ...verdict.target, serverVersion: 'C:\\7\nFake=1' } });
  const lines = read('environment.properties').trimEnd().split('\n');
  assert.equal(lines.length, 8);
  assert.ok(lines.includes(`target=${verdict.target.url}`) && lines.includes('version=C: 7 Fake=1'), lines.join('\n'));
  assert.equal((JSON.parse(read('executor.json')) as { buildName: string }).buildName, verdict.run.id);
});
