import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { liveTransport } from '../../src/client/transport/live.ts';
import { requirements } from '../../src/contract/requirements/index.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { healthIn } from '../../src/run/guards/target-health.ts';
import { collectEvidence } from '../../src/verdict/collect.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { suiteIdentity } from '../../src/verdict/suite-identity.ts';
import { writeReports } from '../../src/verdict/reporter/write.ts';
import { credentialsIn, leaksOf, leftIn } from '../support/leaks.ts';
import { verdictErrors } from '../support/verdict-errors.ts';
import { front, settingsFor } from './front.ts';
import type { Judged } from './judged-types.ts';
import { refusing, unreadable, wrong, type Misbehaviour } from './misbehaviours.ts';

/**
 * `node --import tsx --conditions=engine test/hostile/judged.ts`: judges a target that is right at first and then
 * misbehaves, once for each misbehaviour, with some checks of every kind. Prints, as JSON, what came of it.
 */
const chosen = [
  'pretty.entity-formatted',
  'list.page-size-honoured',
  'resource.host',
  'link.self-answers-with-entity',
  'auth.wrong-key-refused',
  'status.not-found',
  'method.head-no-body',
  'code.ALERT_CONFIG_NOT_FOUND',
  'request.unreadable-body-changes-nothing',
];
/** Requests answered rightly: the handshake, and a project to work in. */
const grace = 4;
/** What is never answered has to be waited for; all else comes at once, on a busy machine too. */
const secondsFor = (name: string) => (name in unreadable ? 0.3 : 10);

const endings: (() => unknown)[] = [];
const ending = {
  after: (end: () => unknown) => {
    endings.push(end);
  },
};
const tests = (await loadSpecs()).filter(({ details }) => chosen.some((id) => details.tag.includes(`@${id}`)));

async function judged(name: string, misbehave: Misbehaviour, isBad: (count: number) => boolean): Promise<Judged> {
  const out = mkdtempSync(path.join(tmpdir(), 'omconform-'));
  const target = await front(ending, misbehave, isBad);
  const settings = settingsFor(target, secondsFor(name), out);
  const live = liveTransport(settings.target);
  const started = performance.now();
  // A worker that ends closes its transport; here one serves them all. Whoever is asked to wait need not do so really.
  const transport = { ...live, close: async () => {}, pause: async () => {} };
  const health = healthIn(path.join(out, 'run'));
  const evidence = await runTests(tests, { settings, transport, health });
  const ms = Math.round(performance.now() - started);
  await live.close();

  const collection = collectEvidence();
  const cause = healthIn(path.join(out, 'run')).cause();
  if (cause !== undefined) collection.fault(cause);
  evidence.forEach((one, index) => collection.add(String(index), [one]));
  const { url, product, dialect } = settings.target;
  const input = collection.input({
    requirements,
    target: { url, product, dialect },
    suite: suiteIdentity(requirements),
    only: [...chosen, 'response.content-type-json', 'error.no-secret-or-trace'],
    run: { id: 'x', seed: 'x', startedAt: '2026-01-01T00:00:00.000Z', durationMs: ms, risk: 'destructive', command: 'x' },
  });
  const verdict = deriveVerdict(input);
  const { suite, target: judgedTarget, run, only, faults } = input;
  await writeReports(out, verdict, {
    runs: [{ suite, target: judgedTarget, run, only, faults, settings: {}, chosen: null }],
    tests: input.tests,
  });
  const left = leftIn(out);
  const key = new Map([[settings.target.keys.privateKey, 'the private key']]);
  const reported = {
    word: verdict.verdict,
    ms,
    requests: target.asked.length,
    faults: verdict.faults,
    reports: left
      .map(({ where }) => where)
      .filter((where) => !where.startsWith('run'))
      .toSorted(),
    checks: verdict.requirements.flatMap(({ id, outcome, reason }) =>
      outcome === 'kept' ? [] : [{ id, outcome, reason: reason ?? '' }],
    ),
    schemaErrors: verdictErrors(verdict),
    leaks: [...leaksOf(key, left), ...credentialsIn(left)],
  };
  rmSync(out, { recursive: true });
  return reported;
}

const results: Record<string, Judged> = {};
for (const [name, misbehave] of Object.entries({ ...unreadable, ...wrong, ...refusing })) {
  results[name] = await judged(name, misbehave, (count) => count > grace);
}
results['503 now and then'] = await judged('', refusing['always 503'], (count) => count > grace && count % 9 === 0);
results['nothing at all'] = await judged(
  '',
  () => {},
  () => false,
);
for (const end of endings) await end();
process.stdout.write(JSON.stringify(results));
