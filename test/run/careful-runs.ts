import { NetworkFault, type IncomingResponse, type OutgoingRequest, type Transport } from '../../src/client/types.ts';
import type { ReasonKind } from '../../src/contract/reasons.ts';
import { requirementOf, type RequirementId } from '../../src/contract/requirements/index.ts';
import { mustBeSeen } from '../../src/contract/requirement.ts';
import { neededBy } from '../../src/engine/fixture-loop.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { provokesThrottling } from '../../src/run/guards/retry-policy.ts';
import type { Settings } from '../../src/target/settings/types.ts';

/** What came of one run of the engine. */
export interface CarefulRun {
  readonly tests: readonly {
    readonly requirement: string;
    readonly binding: boolean;
    readonly outcome: string;
    readonly reason: string;
    readonly reasonKind?: ReasonKind;
    readonly findings: readonly string[];
    /** Method, status or `fault`, and the number of the trip or `-`. */
    readonly trips: readonly string[];
  }[];
  /** Methods of all requests that left. */
  readonly sent: readonly string[];
  /** Seconds that passed on the mock's clock. */
  readonly seconds: number;
}

export interface CarefulRuns {
  readonly runs: Readonly<
    Record<
      | 'requests'
      | 'sweep'
      | 'time'
      | 'throttledNowAndThen'
      | 'throttledForGood'
      | 'notThereNowAndThen'
      | 'notThereForGood'
      | 'neverRestorable'
      | 'restoreWithoutCode'
      | 'atTheLimit'
      | 'withProxy'
      | 'withoutProxy',
      CarefulRun
    >
  >;
  /** Requirements whose tests have the rate limit at hand, or play the code for it; and those taken for such. */
  readonly withTheLimit: readonly string[];
  readonly provoking: readonly string[];
}

type Wire = (request: OutgoingRequest, n: number) => IncomingResponse | NetworkFault | undefined;
const specs = await loadSpecs();
const idOf = ({ details }: (typeof specs)[number]): string => details.tag[0]!.slice(1);
const those = (...starts: readonly string[]) => specs.filter((test) => starts.some((start) => idOf(test).startsWith(start)));

/** Judges a mock, to which the wire may not let a request through. */
async function judged(
  tests: typeof specs,
  run: Partial<Settings['run']> = {},
  wire: Wire = () => undefined,
  { origin, ...reported }: Partial<Settings['target']> & { readonly origin?: string } = {},
): Promise<CarefulRun> {
  const target = mockTarget({ origin });
  const sent: string[] = [];
  const send: Transport['send'] = async (request, options) => {
    sent.push(request.method);
    const made = wire(request, sent.length);
    if (made instanceof NetworkFault) throw made;
    return made ?? target.transport.send(request, options);
  };
  const began = target.transport.now();
  const evidence = await runTests(tests, {
    settings: { target: { ...target.settings.target, ...reported }, run: { ...target.settings.run, ...run } },
    transport: { ...target.transport, send },
  });
  return {
    tests: evidence.map(({ record: { requirement, outcome, reason = '', reasonKind, findings }, exchanges }) => ({
      requirement,
      outcome,
      reason,
      ...(reasonKind && { reasonKind }),
      binding: mustBeSeen(requirementOf(requirement as RequirementId)),
      findings: findings.map(({ message }) => message),
      trips: exchanges.map(
        ({ request, response, attempt }) => `${request.method} ${response?.status ?? 'fault'} ${attempt ?? '-'}`,
      ),
    })),
    sent,
    seconds: (target.transport.now() - began) / 1000,
  };
}

const throttled = (...headers: IncomingResponse['headers']): IncomingResponse => ({ status: 429, headers, body: '' });
const restores = those('code.CANNOT_START_RESTORE_JOB', 'code.NO_CHECKPOINT_FOR_PIT_RESTORE', 'code.NO_GROUP_SSH_KEY');
const refusingRestores =
  (errorCode: unknown): Wire =>
  ({ method, url }) =>
    method === 'POST' && url.endsWith('/restoreJobs')
      ? {
          status: 409,
          headers: [['Content-Type', 'application/json']],
          body: JSON.stringify({ detail: 'Not now.', error: 409, errorCode, parameters: [], reason: 'Conflict' }),
        }
      : undefined;
const isRead = ({ method }: OutgoingRequest): boolean => method === 'GET';
const some = those('list.', 'status.', 'pretty.');
/** Tests that look at all families together: the first of them asks more than a small budget allows. */
const sweeps = some.filter(({ file }) => /\/every-family\.spec/.test(file));

/** Judges what is to be seen over plain HTTP beside a target over TLS, with a proxy before it or not. */
const besideTls = (behindProxy: boolean): Promise<CarefulRun> =>
  judged(those('https.plain-http-not-served'), {}, undefined, { origin: 'https://om.example.test', behindProxy });

const reported: CarefulRuns = {
  runs: {
    requests: await judged(
      some.filter((test) => !sweeps.includes(test)),
      { maxRequests: 75 },
    ),
    sweep: await judged(sweeps, { maxRequests: 75 }),
    time: await judged(those('list.', 'rate.'), { maxSeconds: 30 }),
    throttledNowAndThen: await judged(some, {}, (_, n) => (n % 20 === 0 ? throttled(['Retry-After', '2']) : undefined)),
    throttledForGood: await judged(some, {}, (_, n) => (n > 60 ? throttled() : undefined)),
    notThereNowAndThen: await judged(some, {}, (request, n) => {
      if (n % 7 !== 0 || !isRead(request)) return undefined;
      return n % 2 === 0 ? new NetworkFault('reset', 'cut') : { status: 503, headers: [], body: '' };
    }),
    notThereForGood: await judged(some, {}, (request) =>
      isRead(request) && /\/hosts\b/.test(request.url) ? { status: 503, headers: [], body: '' } : undefined,
    ),
    neverRestorable: await judged(restores, {}, refusingRestores('NOT_NOW')),
    restoreWithoutCode: await judged(restores, {}, refusingRestores(409)),
    atTheLimit: await judged(
      those('rate.', 'journey.two-users').concat(specs.filter((test) => idOf(test) === 'code.RATE_LIMITED')),
    ),
    withProxy: await besideTls(true),
    withoutProxy: await besideTls(false),
  },
  withTheLimit: specs.filter((test) => neededBy(test.body).includes('rateLimit') || /rate-limited/.test(test.file)).map(idOf),
  provoking: specs.map(idOf).filter(provokesThrottling),
};
process.stdout.write(JSON.stringify(reported));
