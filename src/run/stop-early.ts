import { randomInt } from 'node:crypto';
import type { EvidenceOfTest } from '../contract/outcomes.ts';
import { reason, type Reason } from '../contract/reasons.ts';
import { isBinding, type Requirement } from '../contract/requirement.ts';
import { requirements } from '../contract/requirements/index.ts';
import type { Settings } from '../target/settings/types.ts';
import { endTest, type CurrentTest } from './test/current-test.ts';
import { leaveRecord } from './test/record-test.ts';
import type { RunCounts } from './guards/run-counts.ts';

const breaches = 'breaches';

/**
 * Notes, for all workers of the run, which documented MUSTs a test has shown to be broken, its own and those of the
 * standing judges. A requirement counts once, and not at all where the user lists a deviation of it.
 */
export function noteBreaches(
  { record, standing }: Pick<EvidenceOfTest<unknown>, 'record' | 'standing'>,
  settings: Settings,
  counts: RunCounts,
): void {
  if (settings.run.maxFailures === undefined) return;
  const seen = standing.filter(({ violations }) => violations.length > 0).map(({ requirement }) => requirement);
  if (record.outcome === 'broken') seen.push(record.requirement);
  for (const id of new Set(seen)) if (stopsFor(id, settings) && isFirst(id, counts)) counts.add(breaches, 1);
}

function stopsFor(id: string, { target: { product, known = [] } }: Settings): boolean {
  const requirement = (requirements as Readonly<Record<string, Requirement>>)[id];
  return (
    requirement !== undefined &&
    isBinding(requirement) &&
    requirement.products?.includes(product) !== false &&
    !known.some((deviation) => deviation.requirement === id)
  );
}

/** Whether nobody has noted it before: of several at once, one finds its own number there. */
function isFirst(id: string, counts: RunCounts): boolean {
  const own = randomInt(2 ** 47);
  return counts.first(`breach-${id}`, own) === own;
}

/** Why the run stops here, if it does: as many documented MUSTs were broken as the user wants to see. */
export function reasonToStop({ run: { maxFailures } }: Settings, counts: RunCounts): Reason | undefined {
  if (maxFailures === undefined || counts.add(breaches, 0) < maxFailures) return undefined;
  return reason('stopped-early', `stopped early: --max-failures ${maxFailures}`);
}

/** Ends a test before it begins, with its record, where there is a reason to. */
export function leaveUntried(test: CurrentTest, why: Reason | undefined): void {
  if (why === undefined) return;
  test.unmet = { outcome: 'unverified', reason: why };
  leaveRecord(test);
  endTest();
  test.info.skip(true, `unverified: ${why.says}`);
}
