import type { Outcome, Violation } from '../contract/outcomes.ts';
import type { Reason, ReasonKind } from '../contract/reasons.ts';
import { isBinding, type RequirementVerdict, type TargetIdentity, type Verdict, type VerdictWord } from './verdict.ts';

/** What became of a requirement between two runs. `changed`: broken in both, and not in the same way. */
export const changes = ['newly-broken', 'changed', 'newly-unseen', 'mended', 'newly-seen', 'added', 'dropped'] as const;
export type Change = (typeof changes)[number];

/**
 * What lies behind it, as far as the two verdicts tell. target: it answers otherwise, or offers other things. data: what
 * the target holds. means: what the run was allowed, given or told. run: it ended early, or nobody answered. suite: the
 * catalogue has other requirements. suite-or-target: both can be, since the two runs were judged by different catalogues.
 */
export type Ground = 'target' | 'data' | 'means' | 'run' | 'suite' | 'suite-or-target';

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
}

/** The document of `omconform diff --json`; its schema is schemas/documents/comparison.json. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** A documented MUST is newly broken, or can no longer be seen. */
  readonly worse: boolean;
  /** In the order of `changes`, then of the catalogue. */
  readonly changes: readonly RowChange[];
  /** Requirements that are as they were. */
  readonly unchanged: number;
}

const isBroken = ({ outcome }: RequirementVerdict): boolean => outcome === 'broken' || outcome === 'stale';
const unseenOutcomes: readonly Outcome[] = ['unverified', 'setup-failed', 'not-offered'];
const isUnseen = (row: RequirementVerdict): boolean => unseenOutcomes.includes(row.outcome);

const ofMeans: readonly ReasonKind[] = [
  'needs-risk',
  'needs-setting',
  'needs-place',
  'needs-own',
  'needs-caller',
  'needs-right',
  'needs-act',
];
const ofRun: readonly ReasonKind[] = [
  'budget',
  'not-in-plan',
  'stopped-early',
  'not-recorded',
  'would-write',
  'outside',
  'did-not-run',
  'unanswered',
  'throttled',
  'set-up',
];

/** What keeps a requirement from being seen, by the kinds of its reasons. */
function groundOf(reasons: readonly Reason[]): Ground {
  const kinds = reasons.map(({ kind }) => kind);
  if (kinds.some((kind) => ofRun.includes(kind))) return 'run';
  if (kinds.some((kind) => ofMeans.includes(kind))) return 'means';
  return kinds.some((kind) => kind === 'needs-state' || kind === 'nothing-of-its-kind') ? 'data' : 'target';
}

const violationsOf = ({ checks }: RequirementVerdict): readonly Violation[] => checks.flatMap(({ violations }) => violations);

/** What is wrong, in words: the first violation, and how many there are beside it. */
function faultOf(row: RequirementVerdict): string | null {
  const [first, ...rest] = violationsOf(row);
  if (first === undefined) return row.reason;
  return `${first.path} ${first.message}${rest.length > 0 ? ` (and ${rest.length} more)` : ''}`.trim();
}

function changeOf(before: RequirementVerdict | undefined, after: RequirementVerdict | undefined): Change | undefined {
  if (before === undefined) return after && 'added';
  if (after === undefined) return 'dropped';
  if (isBroken(after)) {
    if (!isBroken(before)) return 'newly-broken';
    return before.fingerprint === after.fingerprint && before.outcome === after.outcome ? undefined : 'changed';
  }
  if (isBroken(before)) return isUnseen(after) ? 'newly-unseen' : 'mended';
  if (isUnseen(after)) return isUnseen(before) ? undefined : 'newly-unseen';
  return isUnseen(before) ? 'newly-seen' : undefined;
}

function detailOf(change: Change, before: RequirementVerdict | undefined, after: RequirementVerdict | undefined): string | null {
  if (change === 'newly-unseen') return after?.reason ?? null;
  const row = change === 'mended' || change === 'newly-seen' || change === 'dropped' ? before : after;
  if (row === undefined) return null;
  return isBroken(row) ? faultOf(row) : row.reason;
}

/**
 * What changed from one run to another.
 *
 * @param one the earlier verdict
 * @param other the later one
 */
export function compare(one: Verdict, other: Verdict): Comparison {
  const rowsBefore = new Map(one.requirements.map((row) => [row.id, row]));
  const rowsAfter = new Map(other.requirements.map((row) => [row.id, row]));
  const isSameSuite = one.suite.catalogueHash === other.suite.catalogueHash;
  const ids = [...new Set([...rowsAfter.keys(), ...rowsBefore.keys()])];
  const found = ids.flatMap((id): RowChange[] => {
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
        ground: ground(change, before, after, isSameSuite),
        detail: detailOf(change, before, after),
      },
    ];
  });
  return {
    schemaVersion: 1,
    before: identityOf(one),
    after: identityOf(other),
    worse: found.some(({ binding, change }) => binding && (change === 'newly-broken' || change === 'newly-unseen')),
    changes: changes.flatMap((change) => found.filter((row) => row.change === change)),
    unchanged: ids.length - found.length,
  };
}

function ground(
  change: Change,
  before: RequirementVerdict | undefined,
  after: RequirementVerdict | undefined,
  isSameSuite: boolean,
): Ground {
  // With the same catalogue, what is in scope is what was asked for.
  if (change === 'added' || change === 'dropped') return isSameSuite ? 'means' : 'suite';
  if (change === 'newly-unseen' || change === 'newly-seen') {
    const { reasons = [] } = (change === 'newly-unseen' ? after : before) ?? {};
    return groundOf(reasons);
  }
  return isSameSuite ? 'target' : 'suite-or-target';
}

const identityOf = ({ run, verdict, target, suite, scope }: Verdict): ComparedRun => ({
  id: run.id,
  startedAt: run.startedAt,
  verdict,
  target,
  risk: run.risk,
  suite: { version: suite.version, catalogueHash: suite.catalogueHash },
  scope,
});
