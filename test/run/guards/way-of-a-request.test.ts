import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { givenProject } from '../../../fixtures/resources/working-projects.ts';
import { hostsOf, type Hosts } from '../../../fixtures/resources/hosts.ts';
import { createClient } from '../../../src/client/client.ts';
import { liveTransport } from '../../../src/client/transport/live.ts';
import { undici } from '../../../src/client/transport/undici.ts';
import type { Client } from '../../../src/client/types.ts';
import { healthIn } from '../../../src/run/guards/target-health.ts';
import { countsInMemory } from '../../../src/run/guards/run-counts.ts';
import { workerSession } from '../../../src/run/worker-session.ts';
import { front, settingsFor } from '../../hostile/front.ts';
import { temporaryFolder } from '../../support/omconform-process.ts';

/** Most modules that a request may pass between a spec and the socket. */
const most = 8;

/** The modules on the stack, those included that wait for a promise, from the outermost to the innermost; neighbours once. */
function modulesOf(stack: string): string[] {
  const files = stack.split('\n').flatMap((line) => /\b((?:src|fixtures)\/[\w./-]+\.ts):\d+/.exec(line)?.[1] ?? []);
  return files.toReversed().filter((file, index, all) => file !== all[index - 1]);
}

/**
 * The way of each request with that method that `act` makes of hosts, while everything that may hold a request holds it.
 * What the ledger asks of its own is left out: it only reads.
 */
async function waysOf(context: TestContext, method: string, act: (hosts: Hosts) => Promise<unknown>): Promise<string[][]> {
  const target = await front(
    context,
    () => {},
    () => false,
  );
  const plain = settingsFor(target, 10, temporaryFolder(context));
  const settings = {
    ...plain,
    run: { ...plain.run, maxRequests: 1000, maxSeconds: 1000, requestsPerSecond: 1000, inFlight: 4 },
    target: { ...plain.target, maxItemsPerPage: 100, paths: { lastPings: '/groups/{projectId}/pings' } },
  };
  const session = workerSession({
    settings,
    line: liveTransport(settings.target),
    counts: countsInMemory(),
    health: healthIn(temporaryFolder(context)),
    connect: createClient,
    worker: 0,
  });
  const { Agent } = undici();
  const { dispatch } = Agent.prototype;
  const { stackTraceLimit } = Error;
  context.after(async () => {
    Agent.prototype.dispatch = dispatch;
    Error.stackTraceLimit = stackTraceLimit;
    await session.end();
  });
  // Of functions that hand a promise on nothing is to be seen once somebody has waited, so the stack is looked at twice.
  let outer: string[] = [];
  function noting(client: Client): Client {
    return {
      ...client,
      send(call) {
        outer = modulesOf(new Error('as a call').stack ?? '');
        return client.send(call);
      },
    };
  }
  const hosts = await hostsOf({ ...session, client: noting(session.client) }, await givenProject(session));

  const ways: string[][] = [];
  Error.stackTraceLimit = Infinity;
  Agent.prototype.dispatch = function (this: typeof Agent.prototype, ...given: Parameters<typeof dispatch>) {
    const inner = modulesOf(new Error('on its way').stack ?? '');
    const begin = inner.indexOf('src/client/call-steps.ts');
    if (given[0].method === method) ways.push([...outer, ...inner.slice(begin)]);
    return dispatch.apply(this, given);
  };
  await act(hosts);
  return ways;
}

for (const [method, act] of [
  ['GET', (hosts) => hosts.list()],
  ['POST', (hosts) => hosts.own()],
] as readonly (readonly [string, (hosts: Hosts) => Promise<unknown>])[]) {
  test(`a ${method} passes at most ${most} modules from a spec to the socket, each once, as the docs tell`, async (context) => {
    const ways = await waysOf(context, method, act);
    const way = ways.at(-1) ?? [];
    assert.ok(way.length <= most, way.join(' → '));
    assert.equal(new Set(way).size, way.length, way.join(' → '));
    const docs = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');
    const reported = [...docs.matchAll(/^\| \d \| `([^`]+)` \|/gm)].map(([, file]) => file!);
    assert.equal(reported.length, most);
    // The verbs of a resource need no fixture between them and the spec.
    assert.deepEqual(way, method === 'GET' ? reported.slice(1) : reported);
  });
}
