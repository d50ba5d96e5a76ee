import type { Outcome } from '../../src/contract/outcomes.ts';
import type { VerdictWord } from '../../src/verdict/verdict.ts';

/** What came of judging one target. */
export interface Judged {
  readonly word: VerdictWord;
  readonly ms: number;
  readonly requests: number;
  readonly faults: readonly string[];
  /** Files that were written. */
  readonly reports: readonly string[];
  /** Requirements that were not simply kept. */
  readonly checks: readonly { readonly id: string; readonly outcome: Outcome; readonly reason: string }[];
  readonly schemaErrors: readonly string[];
  readonly leaks: readonly string[];
}
