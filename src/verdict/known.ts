import type { KnownDeviation } from '../contract/known-deviation.ts';
import { reason as reasonOf } from '../contract/reasons.ts';
import type { Outcome } from '../contract/outcomes.ts';
import { fingerprintOf, marksIn, shapesByMark } from './fingerprint.ts';
import { isBinding, type CheckVerdict, type RequirementVerdict } from './verdict.ts';

/** Days before the last one from which on a known deviation says that its end is near. */
const nearDays = 14;

type Judged = Omit<RequirementVerdict, 'fingerprint'>;

/**
 * A requirement's verdict in the light of what the target's file says is known of it. `today` is a day in UTC.
 *
 * The same failure is `known`, another one stays `broken` and says how it differs, a cured one is `stale`. Beyond its
 * last day a known failure is broken again; where that would only warn, the entry itself is what is red: `stale`.
 * A failure that lost some of its shapes is still known, and says so.
 */
export function inTheLightOf(known: readonly KnownDeviation[], judged: Judged, today: string): RequirementVerdict {
  const shapes = judged.outcome === 'broken' ? shapesByMark(judged.checks) : new Map<string, string>();
  const verdict = { ...judged, fingerprint: judged.outcome === 'broken' ? fingerprintOf(shapes.keys()) : null };
  const entries = known.filter(({ requirement }) => requirement === judged.id);
  const [first] = entries;
  if (first === undefined) return verdict;
  if (judged.outcome === 'kept') {
    return turned(verdict, 'kept', 'stale', `listed as known (${first.why}) and kept now: take it off the list`);
  }
  if (judged.outcome !== 'broken') return verdict;

  const entry = entries.find(({ fingerprint }) => [...shapes.keys()].every((mark) => marksIn(fingerprint).has(mark)));
  if (entry === undefined) return { ...verdict, ...withReason(`${difference(shapes, entries)}; ${judged.reason}`) };
  const left = daysBetween(today, entry.until);
  const whose = entry.owner === undefined ? '' : `, ${entry.owner}`;
  if (left < 0) {
    const reason = `was known until ${entry.until}, which is past (${entry.why}${whose}): ${judged.reason}`;
    return isBinding(judged) ? { ...verdict, ...withReason(reason) } : turned(verdict, 'broken', 'stale', reason);
  }
  const near = left <= nearDays ? `, which is ${left === 0 ? 'today' : `in ${left} day${left === 1 ? '' : 's'}`}` : '';
  const gone = [...marksIn(entry.fingerprint)].filter((mark) => !shapes.has(mark)).length;
  const partly = gone > 0 ? `; ${gone} of its ${gone + shapes.size} faults are gone` : '';
  return turned(
    verdict,
    'broken',
    'known',
    `known until ${entry.until}${near} (${entry.why}${whose}): ${judged.reason}${partly}`,
  );
}

/** The verdict, and those of its checks that made it so, with another outcome. */
function turned(verdict: RequirementVerdict, from: Outcome, to: Outcome, reason: string): RequirementVerdict {
  const checks = verdict.checks.map((check): CheckVerdict =>
    check.outcome === from ? { ...check, outcome: to, reason: check.reason ?? reason } : check,
  );
  return { ...verdict, outcome: to, ...withReason(reason), checks };
}

const withReason = (says: string) => ({ reason: says, reasons: [reasonOf('listed', says)] });

/** How today's failure is not the listed one: what is new in it. */
function difference(shapes: ReadonlyMap<string, string>, entries: readonly KnownDeviation[]): string {
  const listed = new Set(entries.flatMap(({ fingerprint }) => [...marksIn(fingerprint)]));
  const fresh = [...shapes].filter(([mark]) => !listed.has(mark)).map(([, shape]) => shape);
  const more = fresh.length > 1 ? ` and ${fresh.length - 1} more` : '';
  return fresh.length === 0
    ? 'no single entry of the list knows all of it'
    : `differs from the failure that is known: new is "${fresh[0]}"${more}`;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
