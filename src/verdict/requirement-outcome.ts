import type { Outcome } from '../contract/outcomes.ts';
import { reason, type Reason } from '../contract/reasons.ts';
import type { Requirement } from '../contract/requirement.ts';
import { shapeOf } from '../contract/violation-shape.ts';
import { standingTitle } from './check-verdict.ts';
import type { CheckVerdict, RequirementVerdict, TargetIdentity } from './verdict.ts';

/** From the outcome that settles a requirement whatever its other checks say, to the one that says least. */
const precedence: readonly Outcome[] = [
  'broken',
  'setup-failed',
  'known',
  'unverified',
  'stale',
  'kept',
  'not-provoked',
  'not-offered',
  'not-applicable',
  'untested',
];

/** The same of what is kept once it was seen, by whatever road: an error code, or that entities conform. */
const onceSeen: readonly Outcome[] = [
  'broken',
  'known',
  'stale',
  'kept',
  'setup-failed',
  'not-provoked',
  'unverified',
  'not-offered',
  'not-applicable',
  'untested',
];

/**
 * What a requirement comes to by all of its checks, and why; `unseen` is why where none speaks of it. Default: no check
 * ran.
 */
export function requirementOutcome(
  { products, untested, standing, onceSeen: isEnough }: Requirement,
  checks: readonly CheckVerdict[],
  target: TargetIdentity,
  unseen: Reason = reason('did-not-run', 'no check ran'),
): Pick<RequirementVerdict, 'outcome' | 'reason' | 'reasons' | 'untold'> {
  if (products !== undefined && !products.includes(target.product)) {
    return { outcome: 'not-applicable', ...reasonFields([reason('not-applicable', `concerns ${products.join(' and ')} only`)]) };
  }
  const telling = withoutIdleStanding(checks);
  const outcome = (isEnough ? onceSeen : precedence).find((candidate) => telling.some((check) => check.outcome === candidate));
  if (outcome === undefined) {
    if (untested !== undefined) return { outcome: 'untested', ...reasonFields([reason('untested', untested)]) };
    const why = standing ? reason('nothing-of-its-kind', 'no exchange had anything of its kind') : unseen;
    return { outcome: 'unverified', ...reasonFields([why]) };
  }
  if (outcome === 'kept') return { outcome, reason: null };
  const deciding = telling.filter((check) => check.outcome === outcome);
  if (outcome === 'broken') return { outcome, reason: joined(ofEachShape(deciding)) };
  const untold = deciding.every((check) => check.untold) || undefined;
  return { outcome, ...(untold && { untold }), ...reasonFields(deciding.flatMap(reasonOf)) };
}

const joined = (sentences: readonly string[]): string => sentences.join('; ') || 'no reason was given';

/** Reasons as the verdict tells them: each once, and all in one sentence. */
function reasonFields(reasons: readonly Reason[]): Pick<RequirementVerdict, 'reason' | 'reasons'> {
  const unlike = [...new Map(reasons.toReversed().map((one) => [one.says, one])).values()].toReversed();
  return { reason: joined(unlike.map(({ says }) => says)), reasons: unlike };
}

function reasonOf({ reason: says, reasonKind: kind = 'unclassified', needs }: CheckVerdict): Reason[] {
  return says === null ? [] : [{ kind, ...(needs && { needs }), says }];
}

/** The first of what is wrong in each way, in words; how often is counted where it is shown. */
function ofEachShape(checks: readonly CheckVerdict[]): string[] {
  const firsts = new Map<string, string>();
  for (const { reason: says, violations } of checks) {
    if (says === null) continue;
    const [first = { path: '', message: says }] = violations;
    const shape = shapeOf(first);
    if (!firsts.has(shape)) firsts.set(shape, says);
  }
  return [...new Set(firsts.values())];
}

/** A standing judge that met nothing of its kind takes nothing away from what other checks saw. */
function withoutIdleStanding(checks: readonly CheckVerdict[]): readonly CheckVerdict[] {
  const telling = checks.filter(({ title, examined }) => title !== standingTitle || examined > 0);
  return telling.length > 0 ? telling : checks;
}
