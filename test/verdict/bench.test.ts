import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alternating, figure, median, ratios, type Row } from '../../bench/measure.ts';
import { table } from '../../bench/table.ts';

const subject = 'mock: omconform mock';

describe('the arithmetic of the bench', () => {
  test('the median is the middle, or lies between the two in the middle', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([8, 2, 4, 6]), 5);
    assert.throws(() => median([]), /no samples/);
  });

  test('a ratio is taken between runs that were neighbours', () => {
    assert.deepEqual(ratios([2, 30, 4], [1, 10, 2]), [2, 3, 2]);
    assert.deepEqual(ratios([2, 30], [1]), [2]);
  });

  test('a goal is met at its very value, in either direction', () => {
    const met = (value: number, at: 'most' | 'least') =>
      figure({ subject, name: 'it', unit: '×', goal: { at, value: 3 } }, [value]).met;
    assert.deepEqual(
      [met(3, 'most'), met(3.01, 'most'), met(3, 'least'), met(2.99, 'least')],
      ['met', 'missed', 'met', 'missed'],
    );
    assert.equal(figure({ subject, name: 'it', unit: '×' }, [1]).met, undefined);
  });

  test('a figure is judged by its median and tells its spread', () => {
    const {
      median: middle,
      min,
      max,
      runs,
      met,
    } = figure({ subject, name: 'start', unit: 'ms', goal: { at: 'most', value: 300 } }, [900, 200, 250]);
    assert.deepEqual({ middle, min, max, runs, met }, { middle: 250, min: 200, max: 900, runs: 3, met: 'met' });
  });

  test('sides take turns, and have equally many samples', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    const samples = await alternating({ a: side('a'), b: side('b') }, { rounds: 2, seconds: 60 });
    assert.deepEqual(order, ['a', 'b', 'a', 'b']);
    assert.deepEqual(samples, { a: [1, 3], b: [2, 4] });
  });

  test('one round is run whole when the time is up at once', async () => {
    const one = async (): Promise<number> => 7;
    assert.deepEqual(await alternating({ one, other: one }, { rounds: 3, seconds: -1 }), { one: [7], other: [7] });
  });
});

describe('the table of the bench', () => {
  const rows: readonly Row[] = [
    figure({ subject, name: 'start', unit: 'ms', goal: { at: 'most', value: 300 } }, [250.4, 200, 900]),
    figure({ subject, name: 'beside a bare server of any kind', unit: '×', goal: { at: 'least', value: 0.45 } }, [0.4, 0.404]),
    { subject: 'newman', name: 'not measured', why: `it is not here; ${'get it '.repeat(12)}first` },
  ];

  test('reads like this', () => {
    assert.equal(
      table(rows),
      [
        '                               median      min      max unit     goal',
        'mock: omconform mock',
        '  start                           250      200      900 ms       <= 300   met',
        '  beside a bare server of any kind',
        '                                 0.40     0.40     0.40 ×        >= 0.45  missed',
        'newman',
        '  not measured: it is not here; get it get it get it get it get it get it get it',
        '    get it get it get it get it get it first',
        '',
      ].join('\n'),
    );
  });

  test('fits into 80 columns', () => {
    for (const line of table(rows).split('\n')) assert.ok(line.length <= 80, line);
  });
});
