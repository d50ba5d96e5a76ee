import type { Product } from './products.ts';

export const areas = [
  'auth',
  'access',
  'https',
  'method',
  'request',
  'response',
  'link',
  'list',
  'envelope',
  'pretty',
  'status',
  'error',
  'rate',
  'automation',
  'resource',
  'journey',
  'code',
  'own',
] as const;
export type Area = (typeof areas)[number];

/** Id of a requirement that somebody adds to the catalogue for runs of their own. */
export type OwnRequirementId = `own.${string}`;

/** One thing the documents (or, as `inferred`, public facts) ask of a server. */
export interface Requirement {
  /** What the document's words carry. Only a broken documented MUST makes a target non-conformant. */
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  /** `documented`: the official pages say so. `inferred`: public facts or reasoning; it warns. */
  readonly basis: 'documented' | 'inferred';
  /** Heading of the page that carries it. */
  readonly source: string;
  /** The claim, in our own words. */
  readonly says: string;
  /** Only where no run can see it: the reason. Such a requirement has no check. */
  readonly untested?: string;
  /** Present when the requirement concerns these products only. */
  readonly products?: readonly Product[];
  /**
   * Only where no page tells what brings it about, so that a run tries what may: another answer is then `not-provoked`,
   * and a target can be conformant without it having been seen.
   */
  readonly circumstance?: 'inferred';
  /** True when it is kept once it was seen, by whatever road, also where checks of its own could see nothing. */
  readonly onceSeen?: true;
  /** True when a standing judge looks at it in every exchange of the run, besides or instead of a spec of its own. */
  readonly standing?: true;
}

/** True for a documented MUST: the only kind whose breach makes a target non-conformant; any other warns. */
export function isBinding(requirement: Pick<Requirement, 'level' | 'basis'>): boolean {
  return requirement.level === 'MUST' && requirement.basis === 'documented';
}

/**
 * Whether a target is not conformant until a run has seen that it is kept: not where what it takes is a guess, or was left
 * `untold` although nobody else can know.
 */
export const mustBeSeen = (
  requirement: Pick<Requirement, 'level' | 'basis' | 'circumstance'> & { readonly untold?: true },
): boolean => isBinding(requirement) && requirement.circumstance === undefined && requirement.untold === undefined;

/** A requirement's id is words, `area.claim`; never renumbered, never reused. */
export type RequirementTable = Readonly<Record<`${Area}.${string}`, Requirement>>;
