import type { StandingRecord } from '../../contract/outcomes.ts';
import type { RequirementId } from '../../contract/requirements/index.ts';
import type { ClaimSeen } from '../../cleanup/creating.ts';
import { runningTest, type CurrentTest } from './current-test.ts';
import { needs } from '../../contract/reasons.ts';
import { unverified } from './unmet.ts';

const requirement: RequirementId = 'method.post-names-what-it-made';

/**
 * Notes what was seen of the id in the answer to a create. A wrong one ends the test that asked for it: nothing is known
 * of the thing that it would go on with. Where there is none, the test goes on as far as it does without.
 */
export function noteClaim(seen: ClaimSeen): void {
  const test = runningTest();
  if (test === undefined) return;
  test.claimedIds.push(seen);
  if (seen.breach !== undefined && seen.unnamed !== true)
    unverified(needs.answer(`an answer to POST ${seen.path} that names what it made: ${seen.breach}`));
}

/** What a test saw of such ids, as of a standing judge; it takes more than one exchange to see it. */
export function claimedIdRecords({ claimedIds }: Pick<CurrentTest, 'claimedIds'>): StandingRecord[] {
  if (claimedIds.length === 0) return [];
  const violations = claimedIds.flatMap(({ thing, breach, exchange }) =>
    breach === undefined
      ? []
      : [{ path: '/id', message: `of a new ${thing}: ${breach}`, ...(exchange !== undefined && { exchange }) }],
  );
  return [{ requirement, file: 'src/run/test/claimed-id-records.ts', examined: claimedIds.length, violations, findings: [] }];
}
