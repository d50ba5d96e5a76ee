import type { Violation } from '../../contract/outcomes.ts';
import { foldedLines } from '../../contract/violation-shape.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { CheckVerdict, RequirementVerdict } from '../verdict.ts';

/** An exchange in one line: `GET /api/public/v1.0/groups?pretty=true → 404`. */
export function requestLine({ request, response, fault }: Exchange): string {
  const { pathname, search } = new URL(request.url);
  return `${request.method} ${pathname}${search} → ${response?.status ?? fault ?? 'no answer'}`;
}

/** The check that shows why a requirement is broken, its violation, and the request that brought it to light. */
export interface Proof {
  readonly check: CheckVerdict;
  readonly violation: Violation | undefined;
  readonly exchange: Exchange | undefined;
}

/**
 * First proof of a breach: of the first check with the requirement's outcome the first violation, and the exchange
 * that the violation names, or else the last one of the check. Undefined when the requirement has no such check.
 */
export function firstProof(
  requirement: RequirementVerdict, exchanges: ReadonlyMap<string, Exchange>,
): Proof | undefined {
  const check = requirement.checks.find(({ outcome }) => outcome === requirement.outcome);
  if (check === undefined) return undefined;
  const [violation] = check.violations;
  const id = violation?.exchange ?? check.exchanges.at(-1);
  return { check, violation, exchange: id === undefined ? undefined : exchanges.get(id) };
}

/** Shapes of what is wrong that are shown; the rest is counted, and stands in verdict.json. */
const shapesShown = 3;

/**
 * What is wrong, a line for each shape that it has, with how often; or, where the list of known deviations has
 * something to add, the reason.
 */
export function whatIsWrong({ reason, reasons = [], checks, outcome }: RequirementVerdict): string[] {
  const violations = checks.filter((check) => check.outcome === outcome).flatMap((check) => check.violations);
  const [first] = violations;
  if (first === undefined || reasons.some(({ kind }) => kind === 'listed')) return [reason ?? outcome];
  const lines = foldedLines(violations);
  const rest = lines.length - shapesShown;
  return rest > 0 ? [...lines.slice(0, shapesShown), `and ${rest} ${rest === 1 ? 'fault' : 'faults'} of other kinds`] : lines;
}
