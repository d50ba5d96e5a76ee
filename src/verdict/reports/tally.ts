import type { Outcome } from '../../contract/outcomes.ts';
import { needInShort, type Reason } from '../../contract/reasons.ts';
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
    case 'kept':
      return 'kept';
    case 'broken':
      return isBinding(requirement) ? 'broken' : 'warned';
    case 'not-provoked':
      return 'not provoked';
    case 'stale':
      return 'broken';
    case 'known':
      return 'warned';
    case 'unverified':
    case 'setup-failed':
      return 'unverified';
    case 'not-offered':
      return 'not offered';
    case 'not-applicable':
      return 'n/a';
    case 'untested':
      return 'untested';
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

/** Requirements that nobody could see for the same reasons. */
export interface Unseen {
  /** Their outcome and what is needed, in words. */
  readonly says: string;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly requirements: readonly RequirementVerdict[];
}

/** What nobody could see (unverified, set-up failed, not offered), gathered under its reasons, largest group first. */
export function unseenByReason(verdict: Verdict): Unseen[] {
  const groups = new Map<string, Unseen>();
  for (const requirement of verdict.requirements) {
    const column = columnOf(requirement);
    if (column !== 'unverified' && column !== 'not offered') continue;
    const { outcome, reason, reasons = [] } = requirement;
    // What checks would have done is for verdict.json; here the need counts.
    const needed = [...new Set(reasons.map(needInShort))].join('; ');
    const says = `${outcome}: ${needed || (reason ?? 'no reason was given')}`;
    const group = groups.get(says) ?? { says, outcome, reasons, requirements: [] };
    groups.set(says, { ...group, requirements: [...group.requirements, requirement] });
  }
  return [...groups.values()].toSorted((a, b) => b.requirements.length - a.requirements.length);
}

function count(requirements: readonly RequirementVerdict[]): Row {
  const row = Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>;
  for (const requirement of requirements) row[columnOf(requirement)] += 1;
  return row;
}
