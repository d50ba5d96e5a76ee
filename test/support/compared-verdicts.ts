import type { CheckRecord } from '../../src/contract/outcomes.ts';
import type { Requirement } from '../../src/contract/requirement.ts';
import { deriveVerdict, type VerdictInput } from '../../src/verdict/derive.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { evidence, requirement, verdictInput } from './verdict-sample.ts';

/** What became of requirements in a run, by their ids: parts of the record of a check of each. */
export type Outcomes = Readonly<Record<string, Partial<CheckRecord>>>;

/** A record of a check that found that wrong, in that exchange. */
export const brokenBy = (message: string, path = '/results', exchange?: string): Partial<CheckRecord> => ({
  outcome: 'broken',
  violations: [{ path, message, ...(exchange !== undefined && { exchange }) }],
});

/** A record of a check that could not look, for that reason. */
export const unseenFor = (reasonKind: CheckRecord['reasonKind'], reason = `for ${reasonKind}`): Partial<CheckRecord> => ({
  outcome: reasonKind === 'not-offered' ? 'not-offered' : 'unverified',
  examined: 0,
  reason,
  reasonKind,
});

/** The verdict of a run in which that became of the requirements, all of them documented MUSTs but those given otherwise. */
export function verdictOf(
  outcomes: Outcomes,
  more: Partial<VerdictInput> = {},
  requirements: Readonly<Record<string, Requirement>> = {},
): Verdict {
  const ids = Object.keys(outcomes);
  return deriveVerdict(
    verdictInput({
      requirements: Object.fromEntries(ids.map((id) => [id, requirements[id] ?? requirement(`What ${id} says.`)])),
      tests: ids.map((id) => evidence({ requirement: id, ...outcomes[id] })),
      ...more,
    }),
  );
}
