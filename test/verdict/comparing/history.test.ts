import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alike, historyLine, standings, type HistoryLine } from '../../../src/verdict/comparing/history.ts';
import { historyMarkdown, historyText } from '../../../src/verdict/reports/history.ts';
import { brokenBy, unseenFor, verdictOf, type Outcomes } from '../../support/compared-verdicts.ts';
import { verdictInput } from '../../support/verdict-sample.ts';

/** A run of that day of November. */
const night = (day: number, outcomes: Outcomes, more: object = {}, embedded = false): HistoryLine => {
  const startedAt = `2026-11-${String(day).padStart(2, '0')}T03:17:00.000Z`;
  const { run } = verdictInput();
  return historyLine(verdictOf(outcomes, { run: { ...run, startedAt, id: `run-${day}` }, ...more }), embedded);
};
const at = (url: string, more: object = {}) => ({ target: { ...verdictInput().target, url }, ...more });
const kept = {};
const broken = brokenBy('is 3, expected 2');

describe('runs that are alike', () => {
  const runs = (...lines: HistoryLine[]) => alike(lines).map(({ run }) => run);
  test('judged one target in one scope', () => {
    const lines = [
      night(1, {}, at('https://a')),
      night(2, {}, at('https://b')),
      night(3, {}, at('https://a', { only: ['list.*'] })),
    ];
    assert.deepEqual(runs(...lines, night(4, {}, at('https://a'))), ['run-1', 'run-4']);
    assert.deepEqual(runs(...lines), ['run-3']);
  });
  test('or mocks that were started for them, wherever they were', () => {
    const lines = [night(1, {}, at('http://127.0.0.1:1'), true), night(2, {}, at('http://127.0.0.1:2'))];
    assert.deepEqual(runs(...lines, night(3, {}, at('http://127.0.0.1:3'), true)), ['run-1', 'run-3']);
  });
  test('are none where there is none', () => assert.deepEqual([alike([]), standings([])], [[], []]));
});

describe('since when a requirement is as it is', () => {
  const since = (...states: Outcomes[string][]) =>
    standings(states.map((state, index) => night(index + 1, { 'list.size': state }))).map(
      (one) => `${one.outcome} ${one.since.slice(8, 10)} ${one.runs}${one.fromTheFirst ? ' first' : ''}`,
    );
  test('goes back to the run in which it came to be so', () => {
    assert.deepEqual(since(kept, broken, broken), ['broken 02 2']);
    assert.deepEqual(since(broken, kept, broken), ['broken 03 1']);
    assert.deepEqual(since(kept, kept), ['kept 01 2 first']);
  });
  test('another failure is another state', () => assert.deepEqual(since(broken, brokenBy('is missing')), ['broken 02 1']));
  test('and before it was asked for it was in none', () => {
    const lines = [night(1, {}), night(2, { 'list.size': kept })];
    assert.deepEqual(
      standings(lines).map(({ runs, fromTheFirst }) => [runs, fromTheFirst]),
      [[1, false]],
    );
  });
});

describe('in words', () => {
  const lines = [
    night(1, { 'list.size': kept, 'list.next': kept, 'rate.limit': kept }),
    night(2, { 'list.size': broken, 'list.next': kept, 'rate.limit': unseenFor('needs-setting') }),
    night(3, { 'list.size': broken, 'list.next': brokenBy('is missing'), 'rate.limit': unseenFor('needs-setting') }),
  ];
  test('of the summary: a row a run, and since when, the worst and the latest first', () => {
    const [trend, since] = historyMarkdown(lines).join('\n').split('### Since when\n\n');
    assert.match(trend!, /^\| 2026-11-03 03:17 \| non-conformant \| 6\.0\.0 \| {2}\| 2 \| {2}\| 1 \|$/m);
    assert.deepEqual(since!.split('\n'), [
      '- 1 broken since 2026-11-03 (1 run): <code>list.next</code>',
      '- 1 broken since 2026-11-02 (2 runs): <code>list.size</code>',
      '- 1 unverified since 2026-11-02 (2 runs): <code>rate.limit</code>',
    ]);
  });
  test('of a terminal: what is wrong alone', () => {
    assert.equal(
      historyText(lines),
      'Trend of 3 runs: kept 3 1 0; broken 0 1 2; known 0 0 0; not seen 0 1 1\n' +
        '  1 broken since 2026-11-03 (1 run): list.next\n  1 broken since 2026-11-02 (2 runs): list.size\n',
    );
  });
  test('a first run has no trend', () =>
    assert.deepEqual([historyMarkdown(lines.slice(0, 1)), historyText(lines.slice(0, 1))], [[], '']));
  test('what was so in the first run may have been so before', () => {
    assert.match(
      historyMarkdown([lines[0]!, lines[0]!]).join('\n'),
      /^- 3 kept since the first run kept, 2026-11-01 \(2 runs\)$/m,
    );
  });
  test('a target names no markup', () => {
    const named = { target: { ...verdictInput().target, serverVersion: '|<b>\n' } };
    assert.match(historyMarkdown([night(1, {}, named), night(2, {}, named)]).join('\n'), /\| &#124;&#60;b&#62; +\|/);
  });
});
