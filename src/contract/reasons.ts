import type { Risk } from './risks.ts';

/** What may come instead of an error code where its circumstance is inferred: kinds of reasons, and their words. */
export const insteadOfCode = {
  sibling: 'answered with a sibling code',
  accepted: 'accepted',
  codeless: 'answered without a documented code',
  neighbour: 'refused like the valid request beside it',
} as const;
export type InsteadOfCode = keyof typeof insteadOfCode;

/** Why something is not simply kept or broken. Reports, the forecast and the replay go by these, never by the words. */
export const reasonKinds = [
  // Unverified: somebody could give what is needed, and `needs` says what that is.
  'needs-risk',
  'needs-setting',
  'needs-place',
  'needs-state',
  'needs-own',
  'needs-caller',
  'needs-right',
  'needs-act',
  // Unverified: what a check was to go on from did not come, or came with another content.
  'refused-preparation',
  'unusable-answer',
  // Unverified: a bound of the run, or of the look before one.
  'budget',
  'not-in-plan',
  'stopped-early',
  'no-login',
  'outside',
  'would-write',
  'not-recorded',
  // Unverified: nothing was looked at.
  'nothing-to-look-at',
  'nothing-of-its-kind',
  'did-not-run',
  // Set-up failed: nobody answered, the target limits the rate, or something else of the harness or the network.
  'unanswered',
  'throttled',
  'set-up',
  // Not provoked: what came instead of the error code.
  ...(Object.keys(insteadOfCode) as InsteadOfCode[]),
  'not-offered',
  'not-applicable',
  'untested',
  // Known or stale, or broken in another way: what the target's list of known deviations makes of it.
  'listed',
  // Of a version of the suite that kept no kinds.
  'unclassified',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What somebody would have to give. Of several members one is enough. */
export interface Needs {
  /** The least risk (`--risk`) that would do. */
  readonly risk?: Risk;
  /** Variables of the environment that are to be set, all of them. */
  readonly settings?: readonly string[];
  /** What the user is to name. */
  readonly place?: 'organization' | 'project';
  /** A thing of the target, or a state of it, in words; the target's file can name a thing under them (`states`). */
  readonly state?: string;
  /** A thing of the run's own, in words. */
  readonly own?: string;
  /** Who would have to call, in words. */
  readonly caller?: string;
  /** What the caller may not do: methods and paths. */
  readonly right?: string;
  /** The answer that did not come, in words. */
  readonly answer?: string;
}

/** Why a check, or a requirement, has an outcome in which nothing was judged. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly needs?: Needs;
  /** For people: one sentence, without a full stop. No program reads it. */
  readonly says: string;
}

/** A reason for which nobody has anything to give. */
export const reason = (kind: Exclude<ReasonKind, `needs-${string}`>, says: string): Reason => ({ kind, says });

/** The reason of whatever rests on a resource that the target lacks. */
export const notOfferedReason = (resource: string): Reason => reason('not-offered', `the target does not offer ${resource}`);

const riskWords = (risk: Risk, own?: string): string => `needs --risk ${risk}${own === undefined ? '' : `, or ${own}`}`;

/** What is needed, in words, without what a check would have done with it. */
export const needInShort = ({ kind, needs: { risk, own } = {}, says }: Reason): string =>
  kind === 'needs-risk' && risk !== undefined ? riskWords(risk, own) : says;

const flags = { organization: '--org (TARGET_ORG_ID)', project: '--project (TARGET_PROJECT_ID)' } as const;

/** Reasons by what is needed. `what` is in words that follow "needs"; `or` names what would do as well. */
export const needs = {
  /** A run that may do more; `act` says for what, and `own` which thing of the run's own would do as well. */
  risk: (risk: Risk, act: string, own?: string): Reason => ({
    kind: 'needs-risk',
    needs: { risk, ...(own !== undefined && { own }) },
    says: `${riskWords(risk, own)}: ${act}`,
  }),
  /** Variables that tell what no document and no answer does. */
  setting: (settings: readonly string[], why?: string): Reason => ({
    kind: 'needs-setting',
    needs: { settings },
    says: `needs ${settings.join(' and ')}${why === undefined ? '' : `: ${why}`}`,
  }),
  /** An organization or a project, which the user is to name. */
  place: (place: keyof typeof flags): Reason => ({
    kind: 'needs-place',
    needs: { place },
    says: `no ${place} is known: name one with ${flags[place]}`,
  }),
  /** A thing of the target or a state of it. */
  state: (what: string): Reason => ({ kind: 'needs-state', needs: { state: what }, says: `needs ${what}` }),
  /** A thing of the run's own; `risk` is the least with which it makes one, where that is what is lacking. */
  own: (what: string, risk?: Risk): Reason => ({
    kind: 'needs-own',
    needs: { own: what, ...(risk !== undefined && { risk }) },
    says: `needs ${what}`,
  }),
  /** Somebody else who calls. */
  caller: (what: string): Reason => ({ kind: 'needs-caller', needs: { caller: what }, says: `needs ${what}` }),
  /** A right that the caller lacks; `says` is the whole sentence. */
  right: (right: string, says: string): Reason => ({ kind: 'needs-right', needs: { right }, says }),
  /** An answer from which a check could go on. */
  answer: (what: string): Reason => ({ kind: 'unusable-answer', needs: { answer: what }, says: `needs ${what}` }),
  /** Something that is done, where somebody else recorded what was. */
  act: (why: string): Reason => ({ kind: 'needs-act', says: `needs an act: ${why}` }),
} as const;

/** A reason for which something of the run's own risk would do as well; `act` says for what. */
export const orRisk = ({ kind, needs: given, says }: Reason, risk: Risk, act: string): Reason => ({
  kind,
  needs: { ...given, risk },
  says: `${says}, or --risk ${risk} to ${act}`,
});
