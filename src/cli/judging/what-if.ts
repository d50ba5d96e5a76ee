import { askedFor, isWrongAlike, mended } from '../../checks/mended.ts';
import type { Violation } from '../../contract/outcomes.ts';
import { violationLine } from '../../contract/violation-shape.ts';
import { standingRecords } from '../../run/test/record-test.ts';
import { isWorthTrying, type WhatIf } from '../../verdict/causes.ts';
import { faultsOf, shapeOfFault, violationsOf, type Fault } from '../../verdict/faults.ts';
import type { TestEvidence } from '../../verdict/evidence.ts';
import { exchangesOf, type Evidence, type RecordedTest } from '../../verdict/recorded-run.ts';
import type { RequirementVerdict } from '../../verdict/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { replayedAgain, verdictOver, type Judged } from './rejudged.ts';

/** As many faults are mended, of those that break the most; the others explain what shows them. */
const mostMended = 12;

const areaOf = (id: string): string => id.split('.', 1)[0] ?? '';

const nameOf = ({ record: { file, title, requirement } }: Pick<RecordedTest, 'record'>): string =>
  `${file} › ${title} › ${requirement}`;

/** Of as many unlike violations of a fault it is looked where else the same is wrong. */
const mostAlike = 20;

/** The exchanges of a run by their ids, and by what was asked for. */
function exchangesIn(tests: readonly RecordedTest[]) {
  const all = exchangesOf(tests);
  const alike = new Map<string, Exchange[]>();
  for (const exchange of all) {
    const asked = askedFor(exchange);
    const known = alike.get(asked);
    if (known === undefined) alike.set(asked, [exchange]);
    else known.push(exchange);
  }
  return { byId: new Map(all.map((exchange) => [exchange.id, exchange])), alike };
}

/** The tests with the fault mended in every answer that shows it; only those in which it was. */
function mendedTests(
  tests: readonly RecordedTest[],
  { violations }: Fault,
  exchanges: ReturnType<typeof exchangesIn>,
): Map<string, RecordedTest> {
  const wrong = new Map<string, Violation[]>();
  for (const one of violations) {
    if (one.exchange !== undefined) wrong.set(one.exchange, [...(wrong.get(one.exchange) ?? []), one]);
  }
  const unlike = new Map<string, { violation: Violation; first: Exchange }>();
  for (const violation of violations) {
    const first = exchanges.byId.get(violation.exchange ?? '');
    if (first !== undefined) unlike.set(`${askedFor(first)} ${violationLine(violation)}`, { violation, first });
  }
  for (const { violation, first } of [...unlike.values()].slice(0, mostAlike)) {
    for (const other of exchanges.alike.get(askedFor(first)) ?? []) {
      const told = wrong.get(other.id) ?? [];
      if (other === first || told.some(({ path }) => path === violation.path)) continue;
      if (isWrongAlike(other, first, violation)) wrong.set(other.id, [...told, violation]);
    }
  }
  const changed = new Map<string, RecordedTest>();
  for (const test of tests) {
    const answers = test.exchanges.map((exchange) => mended(exchange, once(wrong.get(exchange.id) ?? [])));
    if (answers.some((exchange, index) => exchange !== test.exchanges[index]))
      changed.set(nameOf(test), { ...test, exchanges: answers });
  }
  return changed;
}

/** Several judges may say the same of one place. */
const once = (violations: readonly Violation[]): readonly Violation[] => [
  ...new Map(violations.map((one) => [violationLine(one), one])).values(),
];

/**
 * A test that asks for more than was recorded, now that its answers are others. What it saw before in answers that it no
 * longer came to still holds, unless it is of the fault's own area: a list whose links are wrong cannot be walked either.
 */
function asFarAsKnown(
  after: TestEvidence,
  before: TestEvidence,
  exchanges: TestEvidence['exchanges'],
  areas: ReadonlySet<string>,
): TestEvidence {
  if (after.record.reasonKind !== 'not-recorded' || before.record.reasonKind === 'not-recorded') return after;
  const reached = new Set(after.record.exchanges);
  const isOfItsArea = areas.has(areaOf(before.record.requirement));
  const violations = before.record.violations.filter(
    ({ exchange }) => !isOfItsArea && exchange !== undefined && !reached.has(exchange),
  );
  const record = violations.length > 0 ? { ...before.record, violations } : after.record;
  return { ...after, record, standing: standingRecords(exchanges, before.record) };
}

/** The requirements that a fault alone keeps from being kept: no way in which they were broken is left. */
function turned(before: readonly RequirementVerdict[], after: readonly RequirementVerdict[]): Set<string> {
  const left = new Map(after.filter(({ outcome }) => outcome === 'broken').map((row) => [row.id, shapesOf(row)]));
  const broken = before.filter(({ outcome }) => outcome === 'broken');
  return new Set(broken.filter((row) => shapesOf(row).every((one) => !left.get(row.id)?.includes(one))).map(({ id }) => id));
}

const shapesOf = (row: RequirementVerdict): string[] => violationsOf(row).map(shapeOfFault);

/**
 * What would be kept if one fault were not: for each, the recorded answers are mended as the judges expected them, and
 * the evidence is judged again. `judged` is what the evidence comes to as it is. Needs `--conditions=engine`.
 */
export async function whatIf(evidence: Evidence, { verdict, tests }: Judged): Promise<WhatIf> {
  const { requirements, faults: ofRun } = verdict;
  const found = new Map<string, ReadonlySet<string>>();
  if (!isWorthTrying({ requirements, faults: ofRun })) return found;
  const faults = faultsOf(requirements).toSorted(
    (a, b) => b.rows.length - a.rows.length || b.violations.length - a.violations.length,
  );
  const exchanges = exchangesIn(evidence.tests);
  const before = new Map(tests.map((test) => [nameOf(test), test]));
  for (const fault of faults.slice(0, mostMended)) {
    const changed = mendedTests(evidence.tests, fault, exchanges);
    if (changed.size === 0) continue;
    const workers = new Set([...changed.values()].map(workerOf));
    const concerned = evidence.tests.filter((test) => workers.has(workerOf(test)));
    const again = await replayedAgain(
      evidence,
      concerned.map((test) => changed.get(nameOf(test)) ?? test),
    );
    const after = new Map(before);
    const areas = new Set(fault.rows.map(areaOf));
    for (const test of again) {
      const name = nameOf(test);
      const [was, answers] = [before.get(name), (changed.get(name) ?? before.get(name))?.exchanges];
      if (was !== undefined) after.set(name, asFarAsKnown(test, was, answers ?? test.exchanges, areas));
    }
    found.set(fault.shape, turned(requirements, verdictOver(evidence, [...after.values()]).requirements));
  }
  return found;
}

/** The same judged again, with its causes. */
export async function withCauses(evidence: Evidence, judged: Judged): Promise<Judged> {
  if (!isWorthTrying(judged.verdict)) return judged;
  return { ...judged, verdict: verdictOver(evidence, judged.tests, await whatIf(evidence, judged)) };
}

const workerOf = ({ provenance }: RecordedTest): string => `${provenance?.shard ?? 1}/${provenance?.worker ?? -1}`;
