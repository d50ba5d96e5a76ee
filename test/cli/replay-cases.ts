import { NetworkFault, type IncomingResponse, type OutgoingRequest, type Transport } from '../../src/client/types.ts';
import { mockTarget, type MockTargetOptions } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { rejudged } from '../../src/cli/judging/rejudged.ts';
import { differences } from '../../src/cli/judging/verdict-differences.ts';
import { recordedSettings } from '../../src/target/settings/recorded-settings.ts';
import { evidenceText, readEvidenceText, type Evidence } from '../../src/verdict/recorded-run.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { mutants } from '../mutants/index.ts';
import { verdictOf } from '../mutants/judged.ts';

/** A recorded run judged again. */
export interface Replayed {
  readonly name: string;
  readonly differences: readonly string[];
  /** Requirements by outcome, in the run and in the replay. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: number;
}

/** All that the program prints. */
export interface ReplayCases {
  readonly lies: readonly Replayed[];
  readonly https: Replayed;
  readonly faulty: Replayed;
  readonly lastExchangeLost: Changed;
  readonly anotherRequest: Changed;
  readonly anotherAnswer: Changed;
  readonly notRecorded: Changed;
  /** A test that made names, but not the project, was not recorded. */
  readonly fewerNames: Changed;
  /** Ids that are not kept after the second part of a run, in which a check never began. */
  readonly neverBegan: readonly string[];
}

/** What a change of the record brings: the outcome and the reason of each requirement that differs from before. */
export type Changed = Readonly<Record<string, string>>;

const tests = await loadSpecs();

/** A network on which every so many requests something goes wrong. */
function faulty(transport: Transport): Transport {
  let count = 0;
  async function send(request: OutgoingRequest): Promise<IncomingResponse> {
    count += 1;
    if (count % 37 === 0) throw new NetworkFault('reset', `the connection was cut at request ${count}`);
    if (count % 41 === 0) return { status: 503, headers: [['Content-Type', 'text/html']], body: '<html>no</html>' };
    return transport.send(request);
  }
  return { ...transport, send };
}

async function recorded(
  options: MockTargetOptions,
  grep: RegExp,
  onFaultyNetwork = false,
): Promise<{ evidence: Evidence; verdict: Verdict }> {
  const target = mockTarget(options);
  const { settings } = target;
  const chosen = tests.filter(({ details }) => details.tag.some((tag) => grep.test(tag)));
  const transport = onFaultyNetwork ? faulty(target.transport) : target.transport;
  const left = await runTests(chosen, { ...target, transport });
  const ids = [
    ...new Set(left.flatMap(({ record, standing }) => [record.requirement, ...standing.map(({ requirement }) => requirement)])),
  ];
  // Of some of the tests only as much is judged as they tell of, as a run with --grep has it.
  const verdict = verdictOf(settings, left, ids.toSorted());
  const { suite, run } = verdict;
  const asRun = {
    suite,
    target: verdict.target,
    run,
    settings: { ...recordedSettings(settings) },
    only: [],
    chosen: 'a choice',
    faults: [],
  };
  const evidence = readEvidenceText(evidenceText({ runs: [asRun], tests: left }));
  return { evidence, verdict: { ...verdict, scope: 'tests chosen by a choice' } };
}

async function replayed(name: string, options: MockTargetOptions, grep: RegExp, onFaultyNetwork = false): Promise<Replayed> {
  const { evidence, verdict } = await recorded(options, grep, onFaultyNetwork);
  const again = await rejudged(evidence);
  return {
    name,
    differences: differences(verdict, again.verdict),
    outcomes: Object.fromEntries(Object.entries(verdict.totals.byOutcome).filter(([, count]) => count > 0)),
    faults: evidence.tests.flatMap(({ exchanges }) => exchanges).filter(({ fault }) => fault !== null).length,
  };
}

/** The record of the true mock, changed in one test, and what then becomes of the requirements. */
async function changed(title: string, change: (exchanges: Exchange[]) => Exchange[] | undefined): Promise<Changed> {
  const { evidence, verdict } = await recorded({}, /@pretty\./);
  const found = evidence.tests.find(({ record }) => record.title === title);
  if (found === undefined) throw new Error(`no test is called "${title}"`);
  const exchanges = change([...found.exchanges]);
  const others = evidence.tests.filter((test) => test !== found);
  // Without its record a test is new; it counts where no choice was made.
  const runs = evidence.runs.map((run) => ({ ...run, only: ['pretty.*'], chosen: null }));
  const { verdict: again } = await rejudged({
    runs,
    tests: exchanges === undefined ? others : [...others, { ...found, exchanges }],
  });
  const before = new Map(verdict.requirements.map(({ id, outcome }) => [id, outcome]));
  return Object.fromEntries(
    again.requirements
      .filter(({ id, outcome }) => outcome !== before.get(id))
      .map(({ id, outcome, reason }) => [id, `${outcome}: ${reason}`]),
  );
}

async function secondPart(): Promise<string[]> {
  const {
    evidence: {
      runs,
      tests: [first],
    },
  } = await recorded({}, /@envelope\./);
  const { provenance: _provenance, ...never } = first!;
  const record = { ...never.record, outcome: 'unverified' as const, reason: 'did not run', examined: 0 };
  const parts = runs.map((one) => ({ ...one, run: { ...one.run, shard: { current: 2, total: 3 } } }));
  const { verdict } = await rejudged({ runs: parts, tests: [{ ...never, record, exchanges: [] }] });
  return verdict.requirements
    .filter(({ outcome, checks }) => checks.length > 0 && outcome !== 'kept')
    .map(({ id, reason }) => `${id}: ${reason}`);
}

const reported = ['host-lacks-created', 'list-total-is-page-length', 'rate-never-opens-again', 'auth-takes-basic'];
const lies: Replayed[] = [];
for (const name of reported) {
  lies.push(await replayed(name, mutants.find((one) => one.name === name)!.mock, /@(?:list|rate|auth)\.|@resource.host/));
}
const title = process.argv[2] ?? '';

// `node --import tsx --conditions=engine test/cli/replay-cases.ts <title of a test of the area pretty>`: prints what came of all cases as JSON.
process.stdout.write(
  JSON.stringify({
    lies,
    https: await replayed('https beside plain http', { origin: 'https://om.example.com' }, /@https\./),
    faulty: await replayed('a network with faults', {}, /@(?:list|auth|response|rate)\./, true),
    lastExchangeLost: await changed(title, (exchanges) => exchanges.slice(0, -1)),
    anotherRequest: await changed(title, (exchanges) =>
      exchanges.map((one, index) =>
        index < exchanges.length - 1 ? one : { ...one, request: { ...one.request, method: 'HEAD' } },
      ),
    ),
    anotherAnswer: await changed(title, (exchanges) =>
      exchanges.map((one) => ({
        ...one,
        response: one.response && { ...one.response, body: JSON.stringify(JSON.parse(one.response.body || '{}')) },
      })),
    ),
    notRecorded: await changed(title, () => undefined),
    fewerNames: await changed('a list asked for pretty is laid out for people', () => undefined),
    neverBegan: await secondPart(),
  } satisfies ReplayCases),
);
