import { areas, type Area } from '../../contract/requirement.ts';
import { isBinding, type RequirementVerdict, type Verdict } from '../verdict.ts';

/** The columns in which people read a verdict; every requirement counts in exactly one. */
export const columns = ['kept', 'broken', 'warned', 'not provoked', 'unverified', 'not offered', 'n/a', 'untested'] as const;
export type Column = (typeof columns)[number];
export type Row = Readonly<Record<Column, number>>;

/**
 * The column of a requirement: a breach is `broken` where it makes the target non-conformant and `warned` elsewhere,
 * as is a listed deviation; a deviation that is listed and gone is red, so `broken`; what failed for the set-up was
 * not verified.
 */
export function columnOf(requirement: RequirementVerdict): Column {
  switch (requirement.outcome) {
    case 'kept': return 'kept';
    case 'broken': return isBinding(requirement) ? 'broken' : 'warned';
    case 'not-provoked': return 'not provoked';
    case 'stale': return 'broken';
    case 'known': return 'warned';
    case 'unverified': case 'setup-failed': return 'unverified';
    case 'not-offered': return 'not offered';
    case 'not-applicable': return 'n/a';
    case 'untested': return 'untested';
  }
}

/** Broken in a way that the target's file lists. */
export const isKnown = ({ outcome }: RequirementVerdict): boolean => outcome === 'known';

/** Requirements counted by area, in the catalogue's order of areas, without areas that have none in scope. */
export function rowsByArea(verdict: Verdict): [Area, Row][] {
  return areas.flatMap((area): [Area, Row][] => {
    const own = verdict.requirements.filter((requirement) => requirement.area === area);
    return own.length > 0 ? [[area, count(own)]] : [];
  });
}

/** All requirements in scope counted. */
export function totalRow(verdict: Verdict): Row {
  return count(verdict.requirements);
}

/** What nobody could see (unverified, set-up failed, not offered), gathered under its reason, largest group first. */
export function unseenByReason(verdict: Verdict): { reason: string; requirements: RequirementVerdict[] }[] {
  const groups = new Map<string, RequirementVerdict[]>();
  for (const requirement of verdict.requirements) {
    const column = columnOf(requirement);
    if (column !== 'unverified' && column !== 'not offered') continue;
    const reason = `${requirement.outcome}: ${needOf(requirement.reason ?? 'no reason was given')}`;
    groups.set(reason, [...groups.get(reason) ?? [], requirement]);
  }
  return [...groups].map(([reason, requirements]) => ({ reason, requirements }))
    .toSorted((a, b) => b.requirements.length - a.requirements.length);
}

/** What checks would have done, `needs --risk own-resources: creates a host`, is for verdict.json; here the need counts. */
function needOf(reason: string): string {
  const needs = reason.split('; ').map((part) => (part.startsWith('needs --risk ') ? part.replace(/: .*$/, '') : part));
  return [...new Set(needs)].join('; ');
}

function count(requirements: readonly RequirementVerdict[]): Row {
  const row = Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>;
  for (const requirement of requirements) row[columnOf(requirement)] += 1;
  return row;
}
