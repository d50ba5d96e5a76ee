import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { together } from '../../src/checks/exchange/judgement.ts';
import { redactExchange } from '../../src/client/record.ts';
import { createSecrets } from '../../src/client/redaction/redact.ts';
import type { Judgement } from '../../src/contract/outcomes.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { bounded } from './bounded.ts';
import { judges } from './judges.ts';
import { knownKeys, leaking, marks } from './marked.ts';
import { answers } from './mutations.ts';
import { reported } from './reported.ts';
import { seeds } from './seeds.ts';
import { credentialsIn, leaksOf } from '../support/leaks.ts';

const { FUZZ_SEED = '20260304', FUZZ_RUNS = '10000' } = process.env;
const [seed, runs] = [Number(FUZZ_SEED), Number(FUZZ_RUNS)];
/** Far above what any judge takes: only a hang is that long. */
const patience = 5_000;

const good = await seeds();

/** Generates answers, and tells of the smallest that fails with what repeats it. */
function fuzz<T>(arbitrary: fc.Arbitrary<T>, share: number, property: (value: T) => void): void {
  const numRuns = Math.max(1, Math.round(runs * share));
  const result = fc.check(fc.property(arbitrary, property), { seed, numRuns, endOnFailure: false });
  if (!result.failed) return;
  const { counterexample, errorInstance, counterexamplePath } = result;
  const shown = JSON.stringify(counterexample?.[0])?.slice(0, 3_000);
  assert.fail(
    `FUZZ_SEED=${seed} FUZZ_RUNS=${runs}, path ${counterexamplePath}:\n${String((errorInstance as Error).stack)}\non ${shown}`,
  );
}

function wellFormed(name: string, { examined, violations, findings = [] }: Judgement): void {
  assert.ok(Number.isInteger(examined) && examined >= 0, `${name} examined ${examined}`);
  assert.ok(violations.length === 0 || examined > 0, `${name} examined nothing, and finds fault`);
  for (const { path, message, exchange } of [...violations, ...findings]) {
    assert.ok(typeof path === 'string' && typeof message === 'string' && message !== '', `${name}: ${path} ${message}`);
    assert.ok(exchange === undefined || typeof exchange === 'string', name);
  }
}

/** All judges say something of these two, in time. */
function judgeAll(exchange: Exchange, other: Exchange): Judgement {
  let last = '';
  try {
    return bounded(
      () =>
        together(
          ...Object.entries(judges).map(([name, judge]) => {
            last = name;
            const judgement = judge(exchange, other);
            wellFormed(name, judgement);
            return judgement;
          }),
        ),
      patience,
    );
  } catch (error) {
    throw new Error(`${last}: ${String((error as Error).message)}`, { cause: error });
  }
}

test('there is something to begin with', () => {
  assert.ok(good.length > 150, `only ${good.length} seeds`);
  const statuses = new Set(good.map(({ response }) => response?.status));
  for (const status of [200, 401, 404, 405]) assert.ok(statuses.has(status), `no ${status}`);
});

test('every judge is fuzzed', async () => {
  const folder = new URL('../../src/checks/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>));
  const exported = modules.flatMap((each) => Object.keys(each)).filter((name) => /^judge[A-Z]/.test(name));
  assert.ok(exported.length > 40, `only ${exported.length} judges`);
  assert.deepEqual(
    exported.filter((name) => judges[name] === undefined),
    [],
  );
});

test('every judge ends on every answer, with a well-formed judgement', () => {
  fuzz(fc.tuple(answers(good), fc.constantFrom(...good)), 0.5, ([exchange, other]) => {
    judgeAll(exchange, other);
  });
});

test('no secret outlives the recording, in whatever is then said of the answer', () => {
  fuzz(fc.tuple(leaking(answers(good)), fc.constantFrom(...good)), 0.5, ([exchange, other]) => {
    const secrets = createSecrets();
    knownKeys.forEach((key, index) => secrets.add(`key ${index}`, key));
    const clean = bounded(() => redactExchange(exchange, secrets), patience);
    const judgement = judgeAll(clean, other);
    const texts = bounded(() => reported(clean, judgement), patience);
    const left = Object.entries(texts).map(([where, text]) => ({ where, text }));
    assert.deepEqual(leaksOf(marks, left), []);
    assert.deepEqual(credentialsIn(left), []);
    assert.doesNotMatch(texts['junit.xml'] ?? '', /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    for (const where of ['console', 'failure']) assert.doesNotMatch(texts[where] ?? '', /[^\P{Cc}\n\t]/u, where);
  });
});
