import type { Violation } from '../contract/outcomes.ts';
import { violationLine } from '../contract/violation-shape.ts';
import { isBinding, type RequirementVerdict, type Verdict } from './verdict.ts';
import { faultsOf, shapeOfFault, violationsOf, type Fault } from './faults.ts';
import { proofOf, type Proof } from './proof.ts';
import { isLedInto, sitesOf, type Exchanges } from './sites.ts';

/** A requirement that is broken for a cause which another one shows best. */
export interface Follower {
  readonly requirement: string;
  /**
   * same-fault: it shows the very same fault. what-if: it is no longer broken once the fault is mended in the answers.
   * same-place: another judge says in other words what is wrong in the same place of the same answers, or goes where they lead.
   */
  readonly by: 'same-fault' | 'what-if' | 'same-place';
}

/** One thing that is wrong, and all requirements that are broken for it. */
export interface Cause {
  /** The requirement that shows it best. It leads no other cause, and names this one. */
  readonly requirement: string;
  /** The fault, without what is another in every run. */
  readonly fault: string;
  /** The first of its violations, in words. */
  readonly says: string;
  /** How often the fault was seen. */
  readonly seen: number;
  readonly follows: readonly Follower[];
  /** Requirements that nobody could see because a preparation met the fault. */
  readonly hides: readonly string[];
  /** The answer that shows it best; null where no exchange shows it. */
  readonly proof: Proof | null;
}

/** For the shape of a fault: the requirements that are no longer broken, or in other ways alone, where it is mended. */
export type WhatIf = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether it can be told more of a verdict by mending what is wrong: a single requirement is its own cause, and a run that
 * went wrong itself is not judged again.
 */
export const isWorthTrying = ({ requirements, faults }: Pick<Verdict, 'requirements' | 'faults'>): boolean =>
  faults.length === 0 && requirements.filter(({ outcome }) => outcome === 'broken').length > 1;

/** All requirements of a cause, the leading one first. */
export const rowsOf = ({ requirement, follows }: Cause): string[] => [requirement, ...follows.map((one) => one.requirement)];

/** The causes that break a documented MUST. */
export const bindingCauses = ({ causes = [], requirements }: Pick<Verdict, 'causes' | 'requirements'>): Cause[] => {
  const binding = new Set(requirements.filter(isBinding).map(({ id }) => id));
  return causes.filter((cause) => rowsOf(cause).some((id) => binding.has(id)));
};

/** What is known beside the requirements. */
export interface CausesOptions {
  /** Without them nothing is told by the place of a fault. */
  readonly exchanges?: Exchanges;
  readonly whatIf?: WhatIf;
}

type Explained = ReadonlyMap<Fault, ReadonlyMap<string, Follower['by']>>;

/** A fault and what it would explain of the requirements that no other cause explains yet. */
interface Candidate {
  readonly fault: Fault;
  readonly rows: readonly RequirementVerdict[];
}

/**
 * The causes of all that is broken: each requirement belongs to one. The fault that explains the most comes first, by
 * showing it, by what would be kept without it, or by its place.
 */
export function causesOf(requirements: readonly RequirementVerdict[], options: CausesOptions = {}): Cause[] {
  const faults = faultsOf(requirements);
  const explained = explanations(faults, options);
  const causes: Cause[] = [];
  let left = requirements.filter(({ outcome }) => outcome === 'broken');
  while (left.length > 0) {
    const best = faults
      .map((fault): Candidate => ({ fault, rows: left.filter(({ id }) => explained.get(fault)!.has(id)) }))
      .filter(({ fault, rows }) => rows.some(({ id }) => fault.rows.includes(id)))
      .reduce((one, other) => (isBetter(other, one) ? other : one));
    causes.push(causeOf(best, requirements, explained.get(best.fault)!, options.exchanges));
    left = left.filter((row) => !best.rows.includes(row));
  }
  return causes;
}

/** What each fault explains, and how that is known. */
function explanations(faults: readonly Fault[], { exchanges = new Map(), whatIf = new Map() }: CausesOptions): Explained {
  const sites = new Map(faults.map((fault) => [fault, sitesOf(fault, exchanges)]));
  const isOfOne = (other: Fault, fault: Fault): boolean => {
    const [its, own] = [sites.get(other), sites.get(fault)];
    if (its !== undefined && own !== undefined && [...its].every((site) => own.has(site))) return true;
    return isLedInto(other, fault, exchanges);
  };
  const met = new Map(faults.map((fault) => [fault, new Set(fault.violations.map(({ exchange }) => exchange))]));
  // What was mended in the same answers, and did not help, is not the cause.
  const isRefuted = (other: Fault, fault: Fault): boolean =>
    whatIf.has(fault.shape) && other.violations.some(({ exchange }) => met.get(fault)!.has(exchange));
  const others = (fault: Fault): Fault[] =>
    faults.filter((other) => other !== fault && !isRefuted(other, fault) && isOfOne(other, fault));
  return new Map(
    faults.map((fault): [Fault, ReadonlyMap<string, Follower['by']>] => [
      fault,
      new Map<string, Follower['by']>([
        ...rowsOnlyOf(others(fault), faults).map((id) => [id, 'same-place'] as const),
        ...[...(whatIf.get(fault.shape) ?? [])].map((id) => [id, 'what-if'] as const),
        ...fault.rows.map((id) => [id, 'same-fault'] as const),
      ]),
    ]),
  );
}

/** The requirements that have no other faults than these. */
function rowsOnlyOf(some: readonly Fault[], all: readonly Fault[]): string[] {
  const rows = new Set(some.flatMap((fault) => fault.rows));
  return [...rows].filter((id) => all.every((fault) => some.includes(fault) || !fault.rows.includes(id)));
}

const weightsOf = ({ fault, rows }: Candidate): readonly number[] => [
  rows.filter(isBinding).length,
  rows.length,
  fault.violations.length,
];

/** The one that explains more; of equal ones the one that was seen more often, or else first. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const [own, others] = [weightsOf(one), weightsOf(other)];
  const index = own.findIndex((weight, at) => weight !== others[at]);
  return index >= 0 && own[index]! > others[index]!;
}

function causeOf(
  { fault, rows }: Candidate,
  all: readonly RequirementVerdict[],
  explained: ReadonlyMap<string, Follower['by']>,
  exchanges: Exchanges = new Map(),
): Cause {
  const [lead, ...others] = rows.toSorted((a, b) => compareLeads(a, b, fault));
  const shown = violationsIn(lead!, fault);
  const met = new Set(fault.violations.map(({ exchange }) => exchange));
  return {
    requirement: lead!.id,
    fault: fault.shape,
    says: violationLine(shown[0]!),
    seen: fault.violations.length,
    follows: others.map(({ id }) => ({ requirement: id, by: explained.get(id)! })),
    hides: all.filter((row) => isHiddenBy(row, met)).map(({ id }) => id),
    proof: proofOf(shown, exchanges) ?? null,
  };
}

/** What the fault looks like in one requirement. */
const violationsIn = (row: RequirementVerdict, { shape }: Pick<Fault, 'shape'>): Violation[] =>
  violationsOf(row).filter((violation) => shapeOfFault(violation) === shape);

/** A journey, or the life of a thing, walks through much; a code is one of many. What is about the fault itself leads. */
const isWide = ({ area }: RequirementVerdict): boolean => area === 'journey' || area === 'code' || area === 'resource';

/** Who leads: who shows the fault, decides the verdict, is about little else, and shows it most often. */
function compareLeads(a: RequirementVerdict, b: RequirementVerdict, fault: Fault): number {
  const rank = (row: RequirementVerdict): number[] => {
    const violations = violationsOf(row);
    const own = violations.filter((violation) => shapeOfFault(violation) === fault.shape).length;
    return [own > 0 ? 1 : 0, isBinding(row) ? 1 : 0, isWide(row) ? 0 : 1, own / Math.max(1, violations.length), own];
  };
  const [own, others] = [rank(a), rank(b)];
  const index = own.findIndex((one, at) => one !== others[at]);
  return index < 0 ? 0 : others[index]! - own[index]!;
}

const preparing = new Set(['refused-preparation', 'unusable-answer']);

/** Whether a preparation of it ended at an answer that shows the fault. */
const isHiddenBy = ({ outcome, checks }: RequirementVerdict, exchanges: ReadonlySet<string | undefined>): boolean =>
  outcome === 'unverified' &&
  checks.some(
    (check) => check.outcome === 'unverified' && preparing.has(check.reasonKind ?? '') && exchanges.has(check.exchanges.at(-1)),
  );
