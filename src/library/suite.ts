import type { expect as plainExpect, TestType } from '@playwright/test';
import { expect as expectOfSuite } from '../../fixtures/expect.ts';
import type { TestFixtures } from '../../fixtures/fixtures.ts';
import { proves as provesOfSuite, requirement as addRequirement } from '../../fixtures/proves.ts';
import { test as testOfSuite } from '../../fixtures/suite.ts';
import type { JsonClaim } from '../checks/values/json-claims.ts';
import { absent as absentField, atLeast as atLeastOf, present as presentField } from '../checks/values/json-claims.ts';
import type { Names } from '../cleanup/names.ts';
import type { Answer, Client } from '../client/types.ts';
import { examined as noteExamined, noteFinding as noteFindingOf } from '../run/test/current-test.ts';
import { needs } from '../contract/reasons.ts';
import { unverified as endUnverified } from '../run/test/unmet.ts';

/*
 * What specs of one's own are written with: they run beside those of the suite, in the same session, under the same risk,
 * and into the same verdict.
 */

export type { Answer, Client, JsonClaim, Names };

/** A project that tests work in. */
export interface Project {
  readonly id: string;
  /** Made by this run: everything in it goes with it. */
  readonly own: boolean;
}

/** What a spec of one's own may name in its parameters. */
export interface Fixtures {
  /** The main caller: sends a request with the run's key, and records it. */
  client: Client;
  /** The project that the user named, or the one with most in it; only to be looked at. */
  given: Project;
  /** A project of the run's own, which all tests of a worker add to. */
  project: Project;
  /** A project made for this test alone. */
  scratch: Project;
  /** Names and ids that nobody else has. */
  names: Names;
}

/** What can be said of an answer. Each says where it is not so, and shows the exchange. */
export interface Claims {
  /** The HTTP status is one of these. */
  toHaveStatus(...statuses: number[]): void;
  /** What the JSON document holds, by JSON Pointer: `{ '/totalCount': 57, '/username': absent }`. */
  toHold(claim: JsonClaim): void;
  /** Refused with this status and, where any are given, one of these error codes. */
  toBeRefusedWith(status: number | number[], ...codes: string[]): void;
  /** A list with that many entities on the page. */
  toBePageOf(size: number): void;
  /** Laid out for people. */
  toBePretty(): void;
  /** One entity in an envelope of status and content. */
  toBeEnveloped(): void;
  /** Has that header, with such a value. */
  toHaveHeader(name: string, value: RegExp): void;
  /** A link of that name is there. */
  toLink(rel: string): void;
  /** The error's detail is a sentence, with nothing left to fill in. */
  toBeReadable(): void;
}

/** What the suite gives its own specs is what is promised here: else this does not compile. */
type Kept = Pick<TestFixtures, keyof Fixtures> extends Fixtures ? TestType<Fixtures, Record<never, never>> : undefined;

/** Playwright's `test` with the fixtures of the suite. Between title and body stands `proves(…)`. */
export const test: TestType<Fixtures, Record<never, never>> = testOfSuite as unknown as Kept;

/** Playwright's `expect`, with claims about answers. A check that claims nothing of an answer must call `examined`. */
export const expect = expectOfSuite as unknown as ((answer: Answer) => Claims) & typeof plainExpect;

/** What Playwright's `test` takes between title and body. */
interface TestDetails {
  tag: string[];
  annotation: { type: string; description: string }[];
}

/** Ties a test to the requirement that it proves: one of the catalogue, or what `requirement` gave. Throws for any other id. */
export const proves: (id: string) => TestDetails = provesOfSuite as (id: string) => TestDetails;

/**
 * Adds a requirement of one's own, whose id is `own.` and words joined by dashes. Broken, it makes a target non-conformant,
 * unless its level (default MUST) or basis (default documented) says that it only warns. Throws where the id is none, or stands for
 * something else already.
 */
export const requirement: <const Id extends `own.${string}`>(row: {
  readonly id: Id;
  /** The claim, in a sentence. */
  readonly says: string;
  /** Where it is written. */
  readonly source?: string;
  readonly level?: 'MUST' | 'SHOULD' | 'MAY';
  readonly basis?: 'documented' | 'inferred';
}) => Id = addRequirement;

/** Counts items that plain `expect` is about to look at, and hands them on. A check that examines nothing is never kept. */
export const examined: <T>(items: readonly T[]) => readonly T[] = noteExamined;

/** Notes something worth telling that is no fault: its place, and words. */
export const noteFinding: (path: string, message: string) => void = noteFindingOf;

/** Ends the test here: what is said would be needed to judge. It counts neither as kept nor as broken. */
export const unverified = (needed: string): never => endUnverified(needs.state(needed));

/** In `toHold`: the field is there; it is not there; it is a number of at least so much. */
export const present = presentField;
export const absent: typeof absentField = absentField;
export const atLeast: typeof atLeastOf = atLeastOf;
