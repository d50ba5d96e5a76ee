import type { Outcome } from '../../contract/outcomes.ts';
import { isBinding, mustBeSeen, type RequirementVerdict, type TargetIdentity, type VerdictWord } from '../verdict.ts';
import { changeOf, changes, faultOf, isBroken, type Change, type Row } from './changes.ts';
import { groundOf, type Comparand, type Ground } from './grounds.ts';
import { runDifferences, type Difference } from './run-differences.ts';

/** One requirement that is not as it was. */
export interface RowChange {
  readonly id: string;
  readonly change: Change;
  /** null where the requirement is not in scope. */
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** Whether it alone can decide the verdict: a documented MUST. */
  readonly binding: boolean;
  readonly says: string;
  readonly ground: Ground;
  /** What is wrong now, or was before it was mended, or why it cannot be seen, in words; null where nothing is to be said. */
  readonly detail: string | null;
}

/** One of the two runs. */
export interface ComparedRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly verdict: VerdictWord;
  readonly target: TargetIdentity;
  readonly risk: string;
  readonly suite: { readonly version: string; readonly catalogueHash: string };
  readonly scope: string;
  /** Whether its evidence was judged again by the suite that compares. */
  readonly judgedAgain: boolean;
  /** Why not, in words; null where it was, or where nothing depends on it. */
  readonly whyNotAgain: string | null;
}

/** The document of `omconform diff --json`; its schema is schemas/documents/comparison.json. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** A documented MUST is newly broken, or one that a run must see can no longer be seen. */
  readonly worse: boolean;
  /** What the two runs do not have in common beside their outcomes. */
  readonly differences: readonly Difference[];
  /** In the order of `changes`, then of the catalogue. */
  readonly changes: readonly RowChange[];
  /** Requirements that are as they were. */
  readonly unchanged: number;
}

function detailOf(change: Change, before: Row, after: Row): string | null {
  const row = change === 'mended' || change === 'newly-seen' || change === 'dropped' ? before : after;
  if (row === undefined) return null;
  return isBroken(row) ? faultOf(row) : row.reason;
}

const isWorse = (change: Change, row: RequirementVerdict): boolean =>
  isBinding(row) && (change === 'newly-broken' || (change === 'newly-unseen' && mustBeSeen(row)));

/**
 * What changed from one run to another, and what lies behind it.
 *
 * @param one the earlier run
 * @param other the later one
 */
export function compare(one: Comparand, other: Comparand): Comparison {
  const rowsBefore = new Map(one.verdict.requirements.map((row) => [row.id, row]));
  const rowsAfter = new Map(other.verdict.requirements.map((row) => [row.id, row]));
  const ids = [...new Set([...rowsAfter.keys(), ...rowsBefore.keys()])];
  const found = ids.flatMap((id): (RowChange & { readonly worse: boolean })[] => {
    const [before, after] = [rowsBefore.get(id), rowsAfter.get(id)];
    const change = changeOf(before, after);
    const row = after ?? before;
    if (change === undefined || row === undefined) return [];
    return [
      {
        id,
        change,
        before: before?.outcome ?? null,
        after: after?.outcome ?? null,
        binding: isBinding(row),
        says: row.says,
        ground: groundOf(change, id, one, other),
        detail: detailOf(change, before, after),
        worse: isWorse(change, row),
      },
    ];
  });
  return {
    schemaVersion: 1,
    before: identityOf(one),
    after: identityOf(other),
    worse: found.some(({ worse }) => worse),
    differences: runDifferences(one, other),
    changes: changes.flatMap((change) => found.filter((row) => row.change === change).map(({ worse: _worse, ...row }) => row)),
    unchanged: ids.length - found.length,
  };
}

const identityOf = ({ verdict: { run, verdict, target, suite, scope }, again, whyNotAgain }: Comparand): ComparedRun => ({
  id: run.id,
  startedAt: run.startedAt,
  verdict,
  target,
  risk: run.risk,
  suite: { version: suite.version, catalogueHash: suite.catalogueHash },
  scope,
  judgedAgain: again !== undefined,
  whyNotAgain: whyNotAgain ?? null,
});
