import type { Violation } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { violationLine } from './check-verdict.ts';
import type { CheckVerdict, RequirementVerdict } from './verdict.ts';

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

/** What is wrong in one line: the violation, or, where the list of known deviations has something to add, the reason. */
export function whatIsWrong({ reason }: RequirementVerdict, proof: Proof | undefined): string {
  if (proof?.violation === undefined) return reason ?? '';
  const line = violationLine(proof.violation);
  return reason !== null && reason.indexOf(line) > 0 ? reason : line;
}
