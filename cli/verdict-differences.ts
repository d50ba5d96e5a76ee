import { isDeepStrictEqual } from 'node:util';
import type { CheckVerdict, RequirementVerdict, Verdict } from '../verdict/verdict.ts';

/** What both verdicts must say of the whole; what they count follows from the requirements. */
const compared = ['target', 'run', 'partial', 'scope', 'noChecks', 'faults', 'verdict', 'totals'] as const;

/** Where a verdict differs from what its evidence tells, a sentence each; none where it follows from it. */
export function differences(verdict: Verdict, again: Verdict): string[] {
  const [said, told] = [plain(verdict), plain(again)];
  const others = new Map(told.requirements.map((requirement) => [requirement.id, requirement]));
  const own = new Set(said.requirements.map(({ id }) => id));
  return [
    ...compared.filter((field) => !isDeepStrictEqual(said[field], told[field]))
      .map((field) => `${field}: ${shown(said[field])}, judged again: ${shown(told[field])}`),
    ...said.requirements.flatMap((requirement) => difference(requirement, others.get(requirement.id))),
    ...told.requirements.filter(({ id }) => !own.has(id)).map(({ id, outcome }) => `${id}: missing, judged again: ${outcome}`),
  ];
}

function difference(said: RequirementVerdict, told: RequirementVerdict | undefined): string[] {
  const { id, outcome, reason } = said;
  if (told === undefined) return [`${id}: ${outcome}, judged again: not in scope`];
  if (outcome !== told.outcome) {
    return [`${id}: ${outcome}, judged again: ${told.outcome}${told.reason === null ? '' : ` (${told.reason})`}`];
  }
  if (reason !== told.reason) return [`${id}: ${outcome} because "${reason}", judged again: because "${told.reason}"`];
  if (said.examined !== told.examined) return [`${id}: ${said.examined} items looked at, judged again: ${told.examined}`];
  return isDeepStrictEqual(withoutTimes(said), withoutTimes(told)) ? [] : [`${id}: ${outcome}, but its checks are told otherwise: ${firstCheck(said, told)}`];
}

function firstCheck(said: RequirementVerdict, told: RequirementVerdict): string {
  const index = said.checks.findIndex((check, at) => !isDeepStrictEqual(check, told.checks[at]));
  return said.checks[index]?.title ?? 'their number';
}

/** How long a check took decides nothing. */
const withoutTimes = ({ checks, ...rest }: RequirementVerdict): object =>
  ({ ...rest, checks: checks.map((check): CheckVerdict => ({ ...check, durationMs: 0 })) });

/** As it is written: what is undefined is not there. */
const plain = (verdict: Verdict): Verdict => JSON.parse(JSON.stringify(verdict)) as Verdict;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
