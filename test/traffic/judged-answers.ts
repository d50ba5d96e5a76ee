import assert from 'node:assert/strict';

import { judgedTraffic, type TrafficOptions } from '../../src/cli/judging/judged-traffic.ts';
import type { StandingRecord } from '../../src/contract/outcomes.ts';
import { readExchange } from '../../src/traffic/read-exchange.ts';

const headersOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && !('headers' in one)
    ? { ...one, headers: { 'Content-Type': 'application/json' } }
    : one;

/** What the judges of recorded traffic saw in these answers, which are JSON unless they say otherwise. */
export function judgedAnswers(answers: readonly unknown[], options: TrafficOptions = {}): readonly StandingRecord[] {
  const traffic = judgedTraffic(options);
  for (const [index, one] of answers.entries()) {
    const read = readExchange(headersOf(one), {});
    assert.ok('exchange' in read, JSON.stringify(read));
    traffic.look({ ...read.exchange, id: `answer #${index + 1}` });
  }
  return traffic.records();
}

/** Requirements that were broken. */
export const brokenIn = (records: readonly StandingRecord[]): readonly string[] =>
  records.filter(({ violations }) => violations.length > 0).map(({ requirement }) => requirement);
