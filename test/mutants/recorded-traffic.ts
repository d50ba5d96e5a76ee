import { createClient, type ClientOptions } from '../../src/client/client.ts';
import type { Client, Recorder } from '../../src/client/types.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { openWorker, runTest } from '../../src/engine/run.ts';
import { countsInMemory } from '../../src/run/guards/run-counts.ts';
import type { Layer, MockOptions, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { readOnce } from './lies.ts';

/** The places in the mock where a lie can sit. */
const seams = ['wire', 'inner'] as const;

/** What passed such a place while a test ran. */
export interface Passing {
  readonly test: DeclaredTest;
  readonly seam: (typeof seams)[number];
  readonly request: MockRequest;
  readonly response: ServerResponse;
}

/** What is only recorded needs no verdict: the standing judges see none of its exchanges. */
function unjudged(options: ClientOptions): Client {
  let count = 0;
  const recorder: Recorder = { nextId: () => `#${(count += 1)}`, record: () => {} };
  return createClient({ ...options, recorder: () => recorder });
}

/**
 * Everything that passes the seams of the true mock while these tests run, in order. Each test has a worker of its own,
 * so that what workers share, and what they count together, is among the traffic of every test that needs it. What a
 * worker removes at its end is left out: that comes after all that is judged.
 */
export async function recordTraffic(
  tests: readonly DeclaredTest[],
  options: Pick<MockOptions, 'product' | 'dialect'>,
): Promise<readonly Passing[]> {
  const traffic: Passing[] = [];
  let test: DeclaredTest | undefined;
  const noting =
    (seam: Passing['seam']): Layer =>
    (next) =>
    async (request) => {
      const response = await next(request);
      if (test === undefined) return response;
      traffic.push({ test, seam, request, response });
      readOnce(response);
      return response;
    };
  const target = mockTarget({ ...options, wire: noting('wire'), inner: noting('inner') });
  for (const [workerIndex, each] of tests.entries()) {
    test = each;
    const worker = openWorker({ counts: countsInMemory(), ...target, connect: unjudged });
    await runTest(test, worker, { workerIndex });
    test = undefined;
    await worker.end();
  }
  return traffic;
}

const isSame = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

const isSameRequest = ({ headers, ...one }: MockRequest, { headers: others, ...other }: MockRequest): boolean =>
  isSame(one, other) && (headers === others || isSame(headers, others));

const isSameResponse = (one: ServerResponse, other: ServerResponse): boolean =>
  one === other ||
  (one.status === other.status && one.body === other.body && one.bytes === other.bytes && isSame(one.headers, other.headers));

/**
 * The tests that meet a lie: those in whose traffic it changes a request or an answer, or asks something of its own.
 * Up to the first such change a test on the lying mock goes as on the true one, so that the others cannot tell them apart.
 */
export async function testsThatMeet(
  lie: Pick<MockOptions, Passing['seam']>,
  traffic: readonly Passing[],
): Promise<ReadonlySet<DeclaredTest>> {
  const met = new Set<DeclaredTest>();
  let now: Passing;
  let asked = 0;
  const recorded = (request: MockRequest): ServerResponse => {
    asked += 1;
    if (request !== now.request && !isSameRequest(request, now.request)) met.add(now.test);
    return now.response;
  };
  for (const seam of seams) {
    const handle = lie[seam]?.(recorded);
    if (handle === undefined) continue;
    for (now of traffic) {
      if (now.seam !== seam) continue;
      asked = 0;
      try {
        const answer = handle(now.request);
        const response = answer instanceof Promise ? await answer : answer;
        if (asked !== 1 || !isSameResponse(response, now.response)) met.add(now.test);
      } catch {
        // What was recorded does not answer what the lie asked.
        met.add(now.test);
      }
    }
  }
  return met;
}
