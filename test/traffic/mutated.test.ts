import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';

import { judgedTraffic } from '../../src/cli/judging/judged-traffic.ts';
import { redactExchange, secretsOf } from '../../src/client/record.ts';
import { readExchange } from '../../src/traffic/read-exchange.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { answers } from '../fuzz/mutations.ts';
import { seeds } from '../fuzz/seeds.ts';
import { oddValue } from '../fuzz/values.ts';

const { FUZZ_SEED = '20260304', FUZZ_RUNS = '10000' } = process.env;
const [seed, numRuns] = [Number(FUZZ_SEED), Number(FUZZ_RUNS)];
const good = await seeds();

/** An exchange as each kind of recording holds it. */
const forms: readonly ((exchange: Exchange) => unknown)[] = [
  (exchange) => exchange,
  ({ request, response }) => ({
    method: request.method,
    url: request.url,
    status: response?.status,
    headers: response?.headers,
    body: response?.body,
  }),
  ({ request, response }) => ({
    time: 1,
    request: { method: request.method, url: request.url, headers: request.headers.map(([name, value]) => ({ name, value })) },
    response: {
      status: response?.status ?? 0,
      headers: response?.headers.map(([name, value]) => ({ name, value })) ?? [],
      content: { text: response?.body, size: 1 },
    },
  }),
];

/** One of them, now and then with something else in place of one of its members, or of a member's. */
const recorded = fc
  .tuple(
    answers(good),
    fc.constantFrom(...forms),
    fc.option(fc.tuple(fc.nat(9), fc.nat(9), oddValue), { freq: 3, nil: undefined }),
  )
  .map(([exchange, form, odd]) => {
    const value = structuredClone(form(exchange)) as Record<string, unknown>;
    if (odd === undefined) return value;
    const [at, within, other] = odd;
    const holders = [
      value,
      ...Object.values(value).filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null),
    ];
    const holder = holders[within % holders.length]!;
    const names = Object.keys(holder);
    const name = names[at % Math.max(1, names.length)];
    if (name !== undefined) holder[name] = other;
    return value;
  });

test('no exchange of a recording, however mutated, ends the judging of it', () => {
  const traffic = judgedTraffic();
  const secrets = secretsOf([]);
  let looked = 0;
  const result = fc.check(
    fc.property(recorded, (value) => {
      const read = readExchange(value, {});
      if (!('exchange' in read)) return;
      looked += 1;
      traffic.look(redactExchange({ ...read.exchange, id: `mutated #${looked}` }, secrets));
    }),
    { seed, numRuns, endOnFailure: true },
  );
  const shown = JSON.stringify(result.counterexample?.[0])?.slice(0, 3_000);
  assert.ok(
    !result.failed,
    `FUZZ_SEED=${seed}, path ${result.counterexamplePath}:\n${String((result.errorInstance as Error | undefined)?.stack)}\non ${shown}`,
  );
  assert.ok(looked > numRuns / 2, `only ${looked} were judged`);
  assert.ok(traffic.records().length > 50);
});
