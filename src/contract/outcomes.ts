import type { Needs, ReasonKind } from './reasons.ts';

/**
 * What can become of a requirement or of one check of it.
 *
 * kept · broken · not-provoked (a circumstance that no page describes brought another answer: neither a fault nor a pass) ·
 * known (a listed deviation, still run) · stale (listed, but kept now or past its day) ·
 * not-offered (the target lacks the resource) · not-applicable (does not concern this product, dialect or transport) ·
 * untested (the catalogue says why) · unverified (a precondition could not be met) ·
 * setup-failed (harness, network, login, throttling: never the target's fault).
 */
export const outcomes = [
  'kept',
  'broken',
  'not-provoked',
  'known',
  'stale',
  'not-offered',
  'not-applicable',
  'untested',
  'unverified',
  'setup-failed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing that is wrong (or, as a finding, merely worth telling) in one place of one exchange. */
export interface Violation {
  /** Where: a JSON Pointer into the body (`/results/3/links`), `status`, `header Content-Type`, … */
  readonly path: string;
  /** What is wrong, in words, with the value seen: `is 404, expected 200`. */
  readonly message: string;
  /** Id of the exchange that shows it, where one does. */
  readonly exchange?: string;
}

/** How the message of a finding begins that tells of a field which no page names; what the field holds follows. */
export const undocumented = 'is not documented';

/** What a judge returns: how many items it looked at and what is wrong with them. */
export interface Judgement {
  /** Items looked at; zero means that nothing could be seen, which is never a pass. */
  readonly examined: number;
  readonly violations: readonly Violation[];
  /** Worth telling, but no fault: undocumented fields, another origin in links, … */
  readonly findings?: readonly Violation[];
}

/** What one run of one check left behind; written by either runner, read by the verdict. */
export interface CheckRecord {
  readonly requirement: string;
  readonly title: string;
  /** Path from the project's root, and the line of the `test(…)` call; a standing judge names its own file. */
  readonly file: string;
  readonly line: number;
  readonly outcome: Outcome;
  /** Why it is not simply kept, for people; for unverified also what would be needed. No program reads it. */
  readonly reason?: string;
  /** The same for programs; absent where it was judged, and in the evidence of versions that kept no kinds. */
  readonly reasonKind?: ReasonKind;
  readonly needs?: Needs;
  /** Only with unverified: neither documents nor the target tell what would be needed, and who runs it did not say. */
  readonly untold?: true;
  readonly examined: number;
  readonly violations: readonly Violation[];
  readonly findings: readonly Violation[];
  readonly durationMs: number;
  /** Ids of the exchanges of the check, in order. */
  readonly exchanges: readonly string[];
}

/** What one standing judge saw in all exchanges of one test. */
export interface StandingRecord {
  readonly requirement: string;
  /** The judge's own file, from the project's root. */
  readonly file: string;
  readonly examined: number;
  readonly violations: readonly Violation[];
  readonly findings: readonly Violation[];
}

/** Name of the attachment (`application/json`) in which a test hands its evidence to the verdict. */
export const evidenceAttachment = 'omconform-record';

/** Type of the annotation in which a test carries the row, as JSON, of a requirement that is not in the catalogue. */
export const ownRequirementAnnotation = 'allure.label.ownRequirement';

/** How a test came to run. Names, and what its worker shares, depend on it, so that a replay must follow it. */
export interface Provenance {
  /** Which part it belongs to, from 1, where the run was split. */
  readonly shard?: number;
  /** Index of its worker in that part; a worker that takes another one's place has a new one. */
  readonly worker: number;
  /** Which of the worker's tests it was, from 1. */
  readonly turn: number;
  /** How many names its worker had made up before. */
  readonly named: number;
  /** The target's clock when it began, and each time that it was read since; milliseconds since the epoch. */
  readonly startedAt: number;
  readonly clock: readonly number[];
}

/** What one test leaves behind. The exchange is a parameter because this folder imports nothing: it is wire's Exchange. */
export interface EvidenceOfTest<Exchange> {
  readonly record: CheckRecord;
  /** Absent where the test never got so far. */
  readonly provenance?: Provenance;
  /** The runner ended it (a time-out, an interruption, a fixture that failed behind it): no replay could tell. */
  readonly endedByRunner?: true;
  readonly standing: readonly StandingRecord[];
  readonly exchanges: readonly Exchange[];
}
