import type { Reason, ReasonKind } from '../../contract/reasons.ts';
import type { Verdict } from '../verdict.ts';
import { changeOf, isBroken, isUnseen, type Change, type Row } from './changes.ts';
import { isOfOtherData, type Met } from './met-before.ts';

/**
 * What lies behind a change. target: it answers otherwise. capabilities: it offers other resources. data: it holds other
 * things. means: the run was allowed, given or told something else. run: it ended early, or nobody answered. suite: what
 * was recorded of the earlier run is judged otherwise by the suite as it is now. suite-and-target: that, and besides the
 * target answers otherwise. unknown: the two runs were judged by different suites, and it cannot be told.
 */
export const grounds = ['target', 'capabilities', 'data', 'means', 'run', 'suite', 'suite-and-target', 'unknown'] as const;
export type Ground = (typeof grounds)[number];

/** One of two runs that are compared. */
export interface Comparand {
  readonly verdict: Verdict;
  /** What today's suite says of the evidence of the run; absent where that was not asked, or there is none. */
  readonly again?: Verdict;
  /** Why there is no such verdict, in words. */
  readonly whyNotAgain?: string;
  readonly met?: Met;
  /** The settings as the evidence keeps them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

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
  'no-login',
  'not-recorded',
  'would-write',
  'outside',
  'did-not-run',
  'unanswered',
  'throttled',
  'set-up',
];
const ofData: readonly ReasonKind[] = ['needs-state', 'nothing-of-its-kind', 'nothing-to-look-at'];

/** What keeps a requirement from being seen, by the kinds of its reasons. */
function groundOfReasons(reasons: readonly Reason[]): Ground {
  const has = (wanted: readonly ReasonKind[]) => reasons.some(({ kind }) => wanted.includes(kind));
  if (has(ofRun)) return 'run';
  if (has(ofMeans)) return 'means';
  if (has(['not-offered'])) return 'capabilities';
  return has(ofData) ? 'data' : 'target';
}

const rowOf = (verdict: Verdict | undefined, id: string): Row => verdict?.requirements.find((row) => row.id === id);

const judgedBySame = (one: Verdict, other: Verdict): boolean =>
  one.suite.catalogueHash === other.suite.catalogueHash && one.suite.version === other.suite.version;

/** What lies behind the change of a requirement. */
export function groundOf(change: Change, id: string, before: Comparand, after: Comparand): Ground {
  const isSameSuite = judgedBySame(before.verdict, after.verdict);
  const said = { before: rowOf(before.verdict, id), after: rowOf(after.verdict, id) };
  const again = { before: rowOf(before.again, id), after: rowOf(after.again ?? after.verdict, id) };
  if (change === 'added' || change === 'dropped') return groundOfScope(before, after, isSameSuite);
  if (before.again === undefined) return isSameSuite ? groundBesideSuite(said, before, after) : 'unknown';
  if (isUntold(said.before, again.before)) return isSameSuite ? groundBesideSuite(said, before, after) : 'unknown';
  if (changeOf(again.before, again.after) === undefined) return 'suite';
  return changeOf(said.before, again.before) === undefined ? groundBesideSuite(said, before, after) : 'suite-and-target';
}

/** With the same catalogue, or where another one was judged in the same scope, what is in scope tells which it was. */
function groundOfScope(before: Comparand, after: Comparand, isSameSuite: boolean): Ground {
  if (isSameSuite) return 'means';
  return before.verdict.scope === after.verdict.scope && before.verdict.partial === after.verdict.partial ? 'suite' : 'unknown';
}

/** Today's suite asks for what nobody recorded, and so cannot say how it would have been. */
const isUntold = (said: Row, again: Row): boolean =>
  again === undefined ||
  (again.reasons?.some(({ kind }) => kind === 'not-recorded') === true &&
    !said?.reasons?.some(({ kind }) => kind === 'not-recorded'));

function groundBesideSuite(
  { before, after }: { readonly before: Row; readonly after: Row },
  { met: metBefore }: Comparand,
  { met: metAfter }: Comparand,
): Ground {
  if (before === undefined || after === undefined) return 'means';
  if (isUnseen(after)) return groundOfReasons(after.reasons ?? []);
  if (isUnseen(before)) return groundOfReasons(before.reasons ?? []);
  // Only the list of known deviations, or a day on it, makes one of the other.
  if (isSameFailure(before, after)) return 'means';
  if (metBefore === undefined || metAfter === undefined) return 'target';
  const isOther = isBroken(after) ? isOfOtherData(after, metAfter, metBefore) : isOfOtherData(before, metBefore, metAfter);
  return isOther ? 'data' : 'target';
}

const isSameFailure = (before: NonNullable<Row>, after: NonNullable<Row>): boolean =>
  before.fingerprint !== null && before.fingerprint === after.fingerprint && before.outcome !== after.outcome;
