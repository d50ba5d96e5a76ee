import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** What a judge says of an exchange that shows nothing about its claim. */
export const nothingToSee: Judgement = { examined: 0, violations: [] };

/** A violation or a finding in an exchange. */
export function at(exchange: Exchange, path: string, message: string): Violation {
  return { path, message, exchange: exchange.id };
}

/** A judgement; without findings the field is left out. */
export function judged(examined: number, violations: readonly Violation[], findings: readonly Violation[] = []): Judgement {
  return findings.length > 0 ? { examined, violations, findings } : { examined, violations };
}

/** Several judgements as one: items, violations and findings together. */
export function together(...judgements: readonly Judgement[]): Judgement {
  return judged(
    judgements.reduce((sum, { examined }) => sum + examined, 0),
    judgements.flatMap(({ violations }) => violations),
    judgements.flatMap(({ findings = [] }) => findings),
  );
}
