import type { Outcome } from '../../contract/outcomes.ts';
import type { Product } from '../../contract/products.ts';
import type { Area, Requirement } from '../../contract/requirement.ts';
import type { Follower } from '../causes.ts';
import type { Opener } from '../openers.ts';
import type { Proof } from '../proof.ts';
import type { Trend } from '../reports/history.ts';
import type { Column, Row } from '../reports/tally.ts';
import type { VerdictWord } from '../verdict.ts';
import type { Lane, SlowRequest } from './time-line.ts';

/** Where a sentence of the documents stands; an address where one is known. */
export interface PageSource {
  readonly title: string;
  readonly href: string | null;
}

export interface PageCheck {
  readonly title: string;
  /** File and line; null of a standing judge, which has none of its own. */
  readonly where: string | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly wrong: readonly string[];
  readonly findings: readonly string[];
  /** Place in `proofs`; null where nothing is wrong, or no exchange shows it. */
  readonly proof: number | null;
}

export interface PageRow {
  readonly id: string;
  readonly area: Area;
  readonly level: Requirement['level'];
  readonly basis: Requirement['basis'];
  readonly products: readonly Product[];
  readonly source: PageSource;
  readonly says: string;
  readonly outcome: Outcome;
  readonly column: Column;
  readonly reason: string | null;
  /** Since when it is so, in words; null where no earlier run is known. */
  readonly since: string | null;
  /** Number of its cause, from 1; null where it is not broken, or for a cause that decides nothing. */
  readonly cause: number | null;
  readonly checks: readonly PageCheck[];
}

export interface PageCause {
  readonly number: number;
  readonly id: string;
  readonly share: string;
  readonly says: string;
  readonly source: PageSource;
  readonly wrong: readonly string[];
  readonly proof: number | null;
  readonly follows: readonly Follower[];
  readonly hides: readonly string[];
}

export interface PageChange {
  readonly heading: string;
  readonly rows: readonly { readonly id: string; readonly binding: boolean; readonly says: string }[];
}

export interface PageCode {
  readonly name: string;
  readonly status: number;
  readonly products: readonly Product[];
  /** null where the run did not speak of it. */
  readonly outcome: Outcome | null;
  /** What came instead, or why it was not seen. */
  readonly reason: string | null;
}

/** All that the page shows, as it stands in it. */
export interface PageData {
  readonly verdict: VerdictWord;
  readonly headline: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** What the run was: name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What a reader must know before anything else. */
  readonly warnings: readonly string[];
  /** What changed since the run it was compared with, in one sentence; null where it was compared with none. */
  readonly conclusion: string | null;
  /** Besides the outcomes, what the two runs do not have in common. */
  readonly differences: readonly string[];
  readonly changes: readonly PageChange[];
  readonly trend: Trend | null;
  readonly causes: readonly PageCause[];
  readonly columns: readonly Column[];
  readonly areas: readonly (readonly [Area, Row])[];
  readonly total: Row;
  readonly openers: readonly Opener[];
  readonly unseen: readonly { readonly says: string; readonly ids: readonly string[] }[];
  readonly newFields: readonly string[];
  readonly rows: readonly PageRow[];
  readonly proofs: readonly Proof[];
  readonly codes: readonly PageCode[];
  readonly lanes: readonly Lane[];
  readonly slowest: readonly SlowRequest[];
  readonly cleanup: readonly string[];
  /** The command line that repeats the run. */
  readonly again: string;
}
