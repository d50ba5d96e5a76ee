import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { deriveVerdict, type VerdictInput } from '../../src/verdict/derive.ts';
import { pageData } from '../../src/verdict/page/data-of-run.ts';
import { pageHtml } from '../../src/verdict/page/page.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { writeResults } from '../../src/verdict/reporter/results.ts';
import { isBinding, type RequirementVerdict, type Verdict } from '../../src/verdict/verdict.ts';
import { allureResultsIn } from '../support/allure-results.ts';
import { dataIn, sourcesOf } from '../support/page-sample.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { evidence, exchange, fullInput, requirement, verdictInput } from '../support/verdict-sample.ts';

/** What every output can say of a requirement, told by the verdict alone. */
function expected(row: RequirementVerdict): string {
  const { outcome } = row;
  if (outcome === 'stale' || (outcome === 'broken' && isBinding(row))) return 'failed';
  if (outcome === 'setup-failed') return 'error';
  return ['kept', 'known', 'broken'].includes(outcome) ? 'passed' : 'skipped';
}

type Rows = Readonly<Record<string, string>>;

function rowsOfJunit(xml: string): Rows {
  const cases = xml.matchAll(/<testcase [^>]*? name="([^"]+)"[^>]*?(?:\/>|>([^]*?)<\/testcase>)/g);
  return Object.fromEntries(
    [...cases].map(([, id = '', inner = '']) => [
      id,
      /<failure/.test(inner) ? 'failed' : /<error/.test(inner) ? 'error' : /<skipped/.test(inner) ? 'skipped' : 'passed',
    ]),
  );
}

const rowsOfAllure = (folder: string): Rows =>
  Object.fromEntries(allureResultsIn(folder).map(({ name, status }) => [name, status === 'broken' ? 'error' : status]));

function rowsOfCtrf(json: string): Rows {
  const { results } = JSON.parse(json) as { results: { tests: readonly { name: string; status: string }[] } };
  return Object.fromEntries(results.tests.map(({ name, status }) => [name, status === 'other' ? 'error' : status]));
}

/** Ids of the errors that code scanning is told of. */
function errorsOfSarif(json: string): string[] {
  const { runs } = JSON.parse(json) as { runs: readonly { results: readonly { ruleId: string; level: string }[] }[] };
  return runs[0]!.results.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId);
}

/** What the page holds, read back from its HTML. */
function rowsOfPage(verdict: Verdict, tests: VerdictInput['tests']): { readonly rows: Rows; readonly total: readonly number[] } {
  const { rows, columns, total } = dataIn(pageHtml(pageData({ ...sourcesOf(verdict), tests }), { script: '', style: '' }));
  const results = rows.map(({ id, column, outcome }) => [
    id,
    column === 'broken'
      ? 'failed'
      : outcome === 'setup-failed'
        ? 'error'
        : ['kept', 'warned'].includes(column)
          ? 'passed'
          : 'skipped',
  ]);
  return { rows: Object.fromEntries(results), total: columns.map((column) => total[column]) };
}

/** The row `all` of the table, without its name; an empty cell, or a dot, is none. */
function totalsIn(text: string, name: RegExp): number[] {
  const row = (text.split('\n').find((line) => name.test(line)) ?? '').replace(name, '');
  const cells = row.includes('|') ? row.split('|').slice(0, -1) : row.trim().split(/\s+/);
  return cells.map((cell) => Number(cell.trim().replace('·', '')));
}

const broken = (id: string, message: string) =>
  evidence(
    {
      requirement: id,
      title: `check of ${id}`,
      outcome: 'broken',
      violations: [{ path: '/status', message, exchange: `${id}#1` }],
    },
    [],
    [exchange(`${id}#1`, '/groups')],
  );
const three = {
  'list.size': requirement('size'),
  'list.order': requirement('order'),
  'error.shape': requirement('shape', { level: 'SHOULD' }),
};
const known = [{ requirement: 'list.size', fingerprint: 'x', why: 'the proxy', until: '2099-01-01' }] as VerdictInput['known'];

const runs: Readonly<Record<string, VerdictInput>> = {
  green: verdictInput({ tests: [evidence()] }),
  full: fullInput(),
  red: verdictInput({
    requirements: three,
    tests: [broken('list.size', 'is 3, expected 2'), broken('list.order', 'is 3, expected 2'), broken('error.shape', 'is odd')],
  }),
  partial: verdictInput({ requirements: three, only: ['list.*'], tests: [broken('list.order', 'is 3, expected 2')] }),
  'a part of a split run': verdictInput({
    requirements: three,
    tests: [broken('list.size', 'is 3, expected 2')],
    run: { ...verdictInput().run, shard: { current: 1, total: 2 } },
  }),
  interrupted: verdictInput({
    requirements: three,
    tests: [evidence(), evidence({ requirement: 'list.order', outcome: 'unverified', reason: 'did not run', examined: 0 })],
    faults: ['the run was interrupted'],
  }),
  'with a known deviation': verdictInput({ requirements: three, tests: [broken('list.size', 'is 3, expected 2')], known }),
};

/** With the fingerprint that the failure has, where one is listed. */
function verdictOf(input: VerdictInput): Verdict {
  const [row] = deriveVerdict(input).requirements;
  const listed = input.known?.map((one) => ({ ...one, fingerprint: row?.fingerprint ?? one.fingerprint }));
  return deriveVerdict({ ...input, ...(listed && { known: listed }) });
}

describe('all outputs say the same of every requirement', () => {
  for (const [what, input] of Object.entries(runs)) {
    test(what, async (context) => {
      const verdict = verdictOf(input);
      const out = temporaryFolder(context);
      const { notWritten } = await writeResults(out, verdict, { runs: [], tests: input.tests });
      assert.equal(notWritten, undefined);
      const rows = Object.fromEntries(verdict.requirements.map((row) => [row.id, expected(row)]));
      const read = (name: string) => readFileSync(path.join(out, name), 'utf8');
      const inOrder = (some: Rows) => Object.entries(some).toSorted();
      assert.deepEqual(inOrder(rowsOfJunit(read('junit.xml'))), inOrder(rows), 'JUnit');
      assert.deepEqual(inOrder(rowsOfAllure(path.join(out, 'allure-results'))), inOrder(rows), 'Allure');

      assert.deepEqual(inOrder(rowsOfCtrf(read('ctrf.json'))), inOrder(rows), 'CTRF');
      const failing = Object.keys(rows).filter((id) => rows[id] === 'failed');
      assert.deepEqual(errorsOfSarif(read('results.sarif')).toSorted(), failing.toSorted(), 'SARIF');
      const { message } = JSON.parse(read('badge.json')) as { message: string };
      assert.equal(/\((\d+) broken\)/.exec(message)?.[1], verdict.verdict === 'non-conformant' ? `${failing.length}` : undefined);

      assert.equal(message.endsWith(', partial'), verdict.partial, message);

      const page = rowsOfPage(verdict, input.tests);
      assert.deepEqual(inOrder(page.rows), inOrder(rows), 'page');

      const failed = failing.length;
      const console = renderConsole(verdict, { colour: false, reports: [] });
      const [ofConsole, ofSummary] = [totalsIn(console, /^ {2}all\s+/), totalsIn(read('summary.md'), /^\| \*\*all\*\* \|/)];
      assert.deepEqual(ofSummary, ofConsole, 'console and summary');
      assert.deepEqual(page.total, ofConsole, 'console and page');
      assert.equal(ofConsole[1], failed, 'what is broken by the table');
      const sum = ofConsole.reduce((one, other) => one + other, 0);
      assert.equal(sum, verdict.requirements.length, 'what the table counts');
      assert.match(read('junit.xml'), new RegExp(`<testsuites [^>]*tests="${sum}" failures="${failed}"`));
      for (const cause of verdict.causes ?? []) {
        for (const text of [console, read('summary.md')])
          if (failed > 0) assert.ok(text.includes(cause.requirement), cause.requirement);
      }
    });
  }

  test('a known deviation was one', () =>
    assert.equal(verdictOf(runs['with a known deviation']!).requirements[0]!.outcome, 'known'));
});
