import type { CleanupReport } from '../contract/cleanup-report.ts';
import type { CheckRecord, Outcome } from '../contract/outcomes.ts';
import type { Dialect, Product } from '../contract/products.ts';
import type { Reason } from '../contract/reasons.ts';
import { isBinding, mustBeSeen, type Area, type Requirement } from '../contract/requirement.ts';
import type { Cause } from './causes.ts';

/**
 * conformant: every documented MUST in scope that the target can show was kept; with known deviations: but for failures
 * that the target's file lists, of whatever level. non-conformant: one was broken. incomplete: one stayed unseen whose
 * circumstance is documented. error: the run could not judge.
 */
export type VerdictWord = 'conformant' | 'conformant-with-known-deviations' | 'non-conformant' | 'incomplete' | 'error';

export interface TargetIdentity {
  readonly url: string;
  readonly product: Product;
  readonly dialect: Dialect;
  /** As the target's answers name it; null when they do not. */
  readonly serverVersion: string | null;
}

export interface RunIdentity {
  readonly id: string;
  readonly seed: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Exchanges recorded, the digest client's own round trips included. */
  readonly requests: number;
  readonly risk: string;
  /** The command line that repeats the run. */
  readonly command: string;
  /** Present where certificates were taken as they came: who answered was not made sure of. */
  readonly insecureTls?: true;
  /** Which part of a split run this was. */
  readonly shard?: Shard;
  /** Ids of the runs whose outputs were merged. */
  readonly mergedFrom?: readonly string[];
}

/** A part of a run that was split: the `current`th of `total`. */
export interface Shard {
  readonly current: number;
  readonly total: number;
}

/** What a verdict says of a run with `--insecure-tls`, wherever it is shown. */
export const insecureTlsWarning =
  "the target's certificate was not checked (--insecure-tls): this may speak of another server than the one that was meant";

/** How a run ended early, in requirements: documented MUSTs broken, and what was not tried, or not all of it. */
export interface StoppedEarly {
  readonly broken: number;
  readonly notTried: number;
}

export interface SuiteIdentity {
  readonly name: string;
  readonly version: string;
  readonly catalogueHash: string;
}

/** One check of a requirement, as the document lists it: below the requirement, so that it does not name it again. */
export interface CheckVerdict extends Omit<CheckRecord, 'requirement' | 'reason'> {
  readonly reason: string | null;
}

export interface RequirementVerdict {
  readonly id: string;
  readonly area: Area;
  readonly level: Requirement['level'];
  readonly basis: Requirement['basis'];
  readonly circumstance?: Requirement['circumstance'];
  readonly source: string;
  readonly says: string;
  readonly outcome: Outcome;
  /** Why it is not simply kept, for people; null when it is. */
  readonly reason: string | null;
  /** The same one by one, for programs; absent where it was judged, and in verdicts of versions that kept no kinds. */
  readonly reasons?: readonly Reason[];
  /** Unverified for what neither documents nor the target tell, and nobody told: it leaves no target incomplete. */
  readonly untold?: true;
  /** What its failure looks like, for the list of known deviations; null when there is none. */
  readonly fingerprint: string | null;
  readonly examined: number;
  readonly checks: readonly CheckVerdict[];
}

export type Tally = Readonly<Record<Outcome, number>>;

/** The document `verdict.json`; its schema is schemas/documents/verdict.json. */
export interface Verdict {
  readonly schemaVersion: 1;
  readonly suite: SuiteIdentity;
  readonly target: TargetIdentity;
  readonly run: RunIdentity;
  readonly verdict: VerdictWord;
  /** True when the verdict speaks of a part of the catalogue only. */
  readonly partial: boolean;
  /** What it speaks of, in words. */
  readonly scope: string;
  /** True when not one check ran: wrong use, whatever the catalogue says, but for a part that is empty. */
  readonly noChecks: boolean;
  /** Present where the run stopped because enough was broken (`--max-failures`). */
  readonly stopped?: StoppedEarly;
  /** What went wrong in the harness itself, outside any check: a spec that does not load, an interrupted run. */
  readonly faults: readonly string[];
  /** Requirements counted, not checks. An area without a requirement in scope is absent. */
  readonly totals: { readonly byOutcome: Tally; readonly byArea: Readonly<Partial<Record<Area, Tally>>> };
  /** What the run made on the target, and left there; absent where nothing kept account of it. */
  readonly cleanup?: CleanupReport;
  readonly requirements: readonly RequirementVerdict[];
  /** What breaks the requirements, the cause that explains the most first; absent in verdicts of earlier versions. */
  readonly causes?: readonly Cause[];
  /** SHA-256 over the bytes of the evidence.ndjson beside it; added when both are written. */
  readonly evidenceHash?: string;
}

/**
 * True for a part of a split run that holds no check: there are more parts than files of checks. It says nothing of the
 * target, and those who merge the parts count it.
 */
export function isEmptyShard({ run, noChecks, faults }: Pick<Verdict, 'run' | 'noChecks' | 'faults'>): boolean {
  return noChecks && run.shard !== undefined && faults.length === 0;
}

export { isBinding, mustBeSeen };

/**
 * The exit code of a run: 0 conformant, 1 non-conformant, 2 wrong use (no check ran, or a listed deviation is gone or
 * past its day and the list must be corrected), 3 the target could not be judged, 4 incomplete, which `allowIncomplete`
 * makes 0. A part of a split run that holds no check is no failure.
 */
export function exitCode(verdict: Verdict, options: { allowIncomplete: boolean }): 0 | 1 | 2 | 3 | 4 {
  switch (verdict.verdict) {
    case 'conformant':
    case 'conformant-with-known-deviations':
      return 0;
    case 'non-conformant':
      return 1;
    case 'incomplete':
      return options.allowIncomplete || isEmptyShard(verdict) ? 0 : 4;
    case 'error':
      return verdict.noChecks || isOnlyStale(verdict) ? 2 : 3;
  }
}

function isOnlyStale(verdict: Verdict): boolean {
  return verdict.faults.length === 0 && verdict.totals.byOutcome.stale > 0;
}
