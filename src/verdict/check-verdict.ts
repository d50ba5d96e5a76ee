import type { CheckRecord, StandingRecord, Violation } from '../contract/outcomes.ts';
import { violationLine } from '../contract/violation-shape.ts';
import type { CheckVerdict } from './verdict.ts';

/** Title of the check that stands for a standing judge. */
export const standingTitle = 'in every exchange';

/**
 * A check as the verdict lists it. A record that calls itself kept is not taken at its word: with violations it is
 * broken, and without one item looked at it is unverified.
 */
export function checkVerdict(record: CheckRecord): CheckVerdict {
  const { title, file, line, untold, examined, violations, findings, durationMs, exchanges } = record;
  return {
    title,
    file,
    line,
    ...judged(record),
    ...(untold && { untold }),
    examined,
    violations,
    findings,
    durationMs,
    exchanges,
  };
}

/**
 * What one standing judge saw in all tests, as one check; it lists the exchanges that its violations and findings
 * name, since it looked at all of them.
 */
export function standingVerdict(records: readonly StandingRecord[]): CheckVerdict {
  const examined = records.reduce((sum, record) => sum + record.examined, 0);
  const violations = records.flatMap((record) => record.violations);
  const findings = records.flatMap((record) => record.findings);
  return {
    title: standingTitle,
    file: records[0]?.file ?? '',
    line: 1,
    ...judged({ outcome: 'kept', examined, violations }),
    examined,
    violations,
    findings,
    durationMs: 0,
    exchanges: exchangesOf([...violations, ...findings]),
  };
}

type Judged = Pick<CheckVerdict, 'outcome' | 'reason' | 'reasonKind' | 'needs'>;

function judged({
  outcome,
  reason,
  reasonKind,
  needs,
  examined,
  violations,
}: Pick<CheckRecord, 'outcome' | 'reason' | 'reasonKind' | 'needs' | 'examined' | 'violations'>): Judged {
  if (outcome === 'kept' && violations.length > 0) return judged({ outcome: 'broken', reason, examined, violations });
  if (outcome === 'kept') {
    if (examined > 0) return { outcome, reason: null };
    return { outcome: 'unverified', reason: reason ?? 'looked at nothing', reasonKind: reasonKind ?? 'nothing-to-look-at' };
  }
  const [first] = violations;
  return {
    outcome,
    reason: reason ?? (first === undefined ? null : violationLine(first)),
    ...(reasonKind && { reasonKind }),
    ...(needs && { needs }),
  };
}

function exchangesOf(violations: readonly Violation[]): string[] {
  return [...new Set(violations.flatMap(({ exchange }) => (exchange === undefined ? [] : [exchange])))];
}
