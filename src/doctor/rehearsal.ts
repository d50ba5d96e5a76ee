import { layered, type TransportLayer } from '../client/transport/layers.ts';
import { NetworkFault, type IncomingResponse, type OutgoingRequest } from '../client/types.ts';
import { operationFor } from '../contract/operations/index.ts';
import type { EvidenceOfTest } from '../contract/outcomes.ts';
import { requirementOf, requirements, type RequirementId } from '../contract/requirements/index.ts';
import { limits } from '../contract/limits.ts';
import { requestShape, type RequestShape } from '../contract/operations/request-shape.ts';
import { inScope } from '../contract/scope.ts';
import { runningTest } from '../run/test/current-test.ts';
import type { Demand } from '../run/guards/risk-guard.ts';
import type { CallWatcher } from '../run/worker-session.ts';
import type { Layer } from '../mock/forms/types.ts';
import type { Risk } from '../contract/risks.ts';
import type { OtherCaller, Settings } from '../target/settings/types.ts';
import type { Exchange } from '../wire/exchange.ts';
import { header } from '../wire/http.ts';
import { mockTarget, type MockTarget, type MockTargetOptions } from '../engine/mock-target.ts';
import type { DeclaredTest } from '../engine/registry.ts';
import { loadSpecs, runTests } from '../engine/run.ts';
import { pathBelow } from '../contract/path-templates.ts';

/** What was sent in one shape, with one demand; of what cannot be undone, by one check. */
export interface Rehearsed extends RequestShape, Demand {
  /** Title of the check that sent what cannot be undone. */
  readonly check?: string;
  /** Round trips, those of the digest handshake included. */
  times: number;
  /** Whether one was sent with credentials; whether one was done as it asked. */
  authenticated: boolean;
  succeeded: boolean;
}

export interface Rehearsal {
  /** The settings under which it went: those of the run, with the mock for a target. */
  readonly settings: Settings;
  readonly evidence: readonly EvidenceOfTest<Exchange>[];
  readonly requests: readonly Rehearsed[];
}

export interface RehearsalOptions {
  /** Instead of what the settings allow. */
  readonly risk?: Risk;
  /** Families that the target is known to lack. */
  readonly lacking?: readonly string[];
}

/** The tests that a run of that scope runs: all of them where it holds what is judged in every exchange. */
export function testsInScope(tests: readonly DeclaredTest[], only: readonly string[]): DeclaredTest[] {
  const wanted = (Object.keys(requirements) as RequirementId[]).filter((id) => inScope(id, only));
  if (only.length === 0 || wanted.some((id) => requirementOf(id).standing)) return [...tests];
  const tags = new Set<string>(wanted.map((id) => `@${id}`));
  return tests.filter(({ details }) => details.tag.some((tag) => tags.has(tag)));
}

/** Goes through a run with these settings on the mock, in this process: nothing is sent. Needs `--conditions=engine`. */
export async function rehearse(
  settings: Settings,
  { risk = settings.run.risk, lacking = [] }: RehearsalOptions = {},
): Promise<Rehearsal> {
  const { product, dialect, rateWindowSeconds, url } = settings.target;
  const options: MockTargetOptions = {
    product,
    dialect,
    rateWindowSeconds,
    inner: withoutFamilies(lacking),
    ...(url.startsWith('https:') && { origin: 'https://127.0.0.1:1' }),
  };
  const target = mockTarget(options);
  const rehearsed = asTold(settings, target, risk);
  const requests = new Map<string, Rehearsed>();
  const demands = new Map<string, Demand>();
  const watcher: Watcher = (request, answer) =>
    note(requests, { baseUrl: rehearsed.target.url, demand: demands.get(callKey(request)) }, request, answer);
  const transport = layered(target.transport, [watching(watcher)]);
  const watchCall: CallWatcher = (call, demand) => void demands.set(callKey(call), demand);
  const tests = testsInScope(await loadSpecs(), settings.run.only);
  const evidence = await runTests(tests, { transport, settings: rehearsed, watchCall });
  return { settings: rehearsed, evidence, requests: [...requests.values()] };
}

/** The mock's settings, as far as the user told of the target what they tell. */
function asTold(
  { target: given, run }: Settings,
  { settings: { target, run: usual }, identity }: MockTarget,
  risk: Risk,
): Settings {
  const { readOnly, outsider, emptyAccessList, otherAddress, withoutUser } = identity.callers;
  const callers = {
    'read-only': readOnly,
    outsider,
    'empty-access-list': emptyAccessList,
    'other-address': otherAddress,
    'without-user': withoutUser,
  };
  const isGiven = (name: string): boolean => run.embedded || given.callers[name as OtherCaller] !== undefined;
  return {
    target: {
      ...target,
      orgId: given.orgId === undefined && !run.embedded ? undefined : target.orgId,
      projectId: given.projectId === undefined && !run.embedded ? undefined : target.projectId,
      callers: Object.fromEntries(Object.entries(callers).filter(([name]) => isGiven(name))),
      rateLimitedPath: given.rateLimitedPath === undefined && !run.embedded ? undefined : target.rateLimitedPath,
      blockedUsername: given.blockedUsername === undefined && !run.embedded ? undefined : target.blockedUsername,
      nonceLifetimeSeconds: given.nonceLifetimeSeconds === undefined && !run.embedded ? undefined : target.nonceLifetimeSeconds,
      capabilities: given.capabilities,
    },
    run: { ...usual, risk, only: run.only, embedded: run.embedded },
  };
}

const resourceNotFound = (path: string) => ({
  status: 404,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    detail: `Cannot find resource ${path}.`,
    error: 404,
    errorCode: 'RESOURCE_NOT_FOUND',
    parameters: [path],
    reason: 'Not Found',
  }),
});

const withoutFamilies =
  (lacking: readonly string[]): Layer =>
  (next) =>
  (request) => {
    const [path = ''] = request.target.split('?');
    const family = operationFor(request.method, pathBelow(limits.basePath, path) ?? path)?.split('.')[0];
    return family !== undefined && lacking.includes(family) ? resourceNotFound(path) : next(request);
  };

type Watcher = (request: OutgoingRequest, answer: IncomingResponse) => void;

/** Tells of every round trip that was answered: also of those between tests, which are no evidence. */
const watching = (watcher: Watcher): TransportLayer => ({
  enter: (request) => (came) => {
    if (came !== undefined && !(came instanceof NetworkFault)) watcher(request, came);
  },
});

/** A call, also as each of its round trips. */
const callKey = ({ method, url, body }: Pick<OutgoingRequest, 'method' | 'url' | 'body'>): string => `${method} ${url} ${body}`;

function note(
  requests: Map<string, Rehearsed>,
  { baseUrl, demand }: { readonly baseUrl: string; readonly demand: Demand | undefined },
  { method, url, headers }: OutgoingRequest,
  { status }: IncomingResponse,
): void {
  const shape = requestShape(method, url, baseUrl);
  const authenticated = header(headers, 'authorization') !== undefined;
  // What a check sends by hand is sent to be refused.
  const { risk, why } = demand ?? { risk: 'read-only' as const };
  const check = risk === 'irreversible' ? runningTest()?.info.title : undefined;
  const key = `${shape.method} ${shape.path} ${risk} ${check ?? ''}`;
  const known = requests.get(key) ?? {
    ...shape,
    risk,
    ...(why !== undefined && { why }),
    ...(check !== undefined && { check }),
    times: 0,
    authenticated: false,
    succeeded: false,
  };
  known.times += 1;
  known.authenticated ||= authenticated;
  known.succeeded ||= status < 300;
  requests.set(key, known);
}
