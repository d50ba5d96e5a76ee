import { isWrongAlike, mended } from '../../checks/mended.ts';
import { violationLine } from '../../contract/violation-shape.ts';
import { standingRecords } from '../../run/test/record-test.ts';
import { isWorthTrying, type WhatIf } from '../../verdict/causes.ts';
import { faultsOf, shapeOfFault, violationsOf, type Fault } from '../../verdict/faults.ts';
import type { TestEvidence } from '../../verdict/evidence.ts';
import { exchangesOf, type Evidence, type RecordedTest } from '../../verdict/recorded-run.ts';
import type { RequirementVerdict } from '../../verdict/verdict.ts';
import { replayedAgain, verdictOver, type Judged } from './rejudged.ts';

/** As many faults are mended, of those that break the most; the others explain what shows them. */
const mostMended = 12;

const areaOf = (id: string): string => id.split('.', 1)[0] ?? '';

const nameOf = ({ record: { file, title, requirement } }: Pick<RecordedTest, 'record'>): string =>
  `${file} › ${title} › ${requirement}`;

/** The tests with the fault mended in every answer that shows it; only those in which it was. */
function mendedTests(tests: readonly RecordedTest[], { violations }: Fault): Map<string, RecordedTest> {
  const wrong = new Map<string, Fault['violations'][number][]>();
  for (const one of violations) {
    if (one.exchange !== undefined) wrong.set(one.exchange, [...(wrong.get(one.exchange) ?? []), one]);
  }
  const all = exchangesOf(tests);
  const alike = once([...violations]).flatMap((violation) => {
    const first = all.find(({ id }) => id === violation.exchange);
    return first === undefined ? [] : [{ violation, first }];
  });
  for (const exchange of all.filter(({ id }) => !wrong.has(id))) {
    const same = alike.filter(({ violation, first }) => isWrongAlike(exchange, first, violation));
    if (same.length > 0)
      wrong.set(
        exchange.id,
        same.map(({ violation }) => violation),
      );
  }
  const changed = new Map<string, RecordedTest>();
  for (const test of tests) {
    const exchanges = test.exchanges.map((exchange) => mended(exchange, once(wrong.get(exchange.id) ?? [])));
    if (exchanges.some((exchange, index) => exchange !== test.exchanges[index]))
      changed.set(nameOf(test), { ...test, exchanges });
  }
  return changed;
}

/** Several judges may say the same of one place. */
const once = (violations: Fault['violations']): Fault['violations'] => [
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
  const before = new Map(tests.map((test) => [nameOf(test), test]));
  for (const fault of faults.slice(0, mostMended)) {
    const changed = mendedTests(evidence.tests, fault);
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
      const [was, exchanges] = [before.get(name), (changed.get(name) ?? before.get(name))?.exchanges];
      if (was !== undefined) after.set(name, asFarAsKnown(test, was, exchanges ?? test.exchanges, areas));
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
