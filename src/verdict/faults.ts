import type { Violation } from '../contract/outcomes.ts';
import { fieldOfEntity, shapeOf } from '../contract/violation-shape.ts';
import type { CheckVerdict, RequirementVerdict } from './verdict.ts';

/** Something that is wrong in one way, in however many answers: the place without ids, what is there, what was expected. */
export interface Fault {
  /** By which it is known again; also what it is called in a report for programs. */
  readonly shape: string;
  /** Requirements that it breaks, in the order of the catalogue. */
  readonly rows: readonly string[];
  /** Each time that it was seen; the first one comes first. */
  readonly violations: readonly Violation[];
}

/** What the target sent, as judges quote it: it is another in every answer that has the fault. */
const quoted = /"(?:[^"\\]|\\.)*(?:"|…)/g;
/** A value that was found, before what was expected in its place. */
const found = /^is .+?(?=, (?:expected|but|sent|documented)\b)/;

const kindOf = (text: string): string => {
  const first = text[3] ?? '';
  if (first === '"') return 'a string';
  if (first === '[') return 'an array';
  if (first === '{') return 'an object';
  return /[-\d]/.test(first) ? 'a number' : text.slice(3);
};

/**
 * The shape of a violation, wherever in an answer the entity stands that it is about. What was found counts by its kind
 * alone; of a status the number counts.
 */
export function shapeOfFault({ path, message }: Violation): string {
  const said = path === 'status' ? message : message.replace(found, (text) => `is ${kindOf(text)}`);
  const [before = '', ...expected] = said.split(', expected ');
  const words = [before.replace(quoted, '"…"'), ...expected].join(', expected ');
  return shapeOf({ path: fieldOfEntity(path), message: words });
}

/** What broke a requirement: of its checks those that made it broken. */
const breaking = ({ checks }: RequirementVerdict): CheckVerdict[] => checks.filter(({ outcome }) => outcome === 'broken');

/** The violations of a requirement that is broken. A check without one tells in its reason what is wrong. */
export const violationsOf = (requirement: RequirementVerdict): Violation[] =>
  breaking(requirement).flatMap(({ violations, reason, exchanges }): readonly Violation[] => {
    if (violations.length > 0) return violations;
    const exchange = exchanges.at(-1);
    return [{ path: '', message: reason ?? 'is broken', ...(exchange !== undefined && { exchange }) }];
  });

/** All faults of the requirements that are broken, in the order in which they come first. */
export function faultsOf(requirements: readonly RequirementVerdict[]): Fault[] {
  const faults = new Map<string, { rows: Set<string>; violations: Violation[] }>();
  for (const requirement of requirements.filter(({ outcome }) => outcome === 'broken')) {
    for (const violation of violationsOf(requirement)) {
      const shape = shapeOfFault(violation);
      const fault = faults.get(shape) ?? { rows: new Set(), violations: [] };
      faults.set(shape, fault);
      fault.rows.add(requirement.id);
      fault.violations.push(violation);
    }
  }
  return [...faults].map(([shape, { rows, violations }]) => ({ shape, rows: [...rows], violations }));
}
