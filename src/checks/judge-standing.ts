import type { Judgement, Violation } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { judgeConformance } from './schemas/conformance.ts';
import { toldOnce } from './exchange/per-entity.ts';
import { judgeSeenCode } from './errors/seen-code.ts';
import { standingJudges } from './standing.ts';

/** What one standing judge saw in one exchange. */
export interface StandingJudgement {
  readonly requirement: string;
  /** The judge's own file, from the project's root. */
  readonly file: string;
  readonly judgement: Judgement;
}

/** The same question is asked anew in every run of a process that runs the suite often, and nearly always answered alike. */
const answered = new Map<string, readonly StandingJudgement[]>();
const mostRemembered = 32_000_000;
let remembered = 0;

/**
 * What all standing judges say of an exchange; those who saw nothing are left out. Judges are pure, so what was said of
 * an exchange is remembered for those that differ from it in nothing but their ids and the time they took.
 */
export function judgeStanding(exchange: Exchange): readonly StandingJudgement[] {
  const question = withoutIdentity(exchange);
  const known = answered.get(question);
  if (known !== undefined) return known.map((one) => said(one, exchange.id));
  const judgements = judgedAnew(exchange);
  remember(question, judgements);
  return judgements;
}

/** All of an exchange but its id and time. The body stands behind the rest, as it is: most of the text is in it. */
function withoutIdentity({ id: _id, durationMs: _durationMs, response, ...asked }: Exchange): string {
  if (response === null) return JSON.stringify(asked);
  const { body, ...head } = response;
  return `${JSON.stringify([asked, head])}\n${body}`;
}

function judgedAnew(exchange: Exchange): readonly StandingJudgement[] {
  const [conformance, code] = [judgeConformance(exchange), judgeSeenCode(exchange)];
  return [
    ...standingJudges.map(({ requirement, judge }) => ({
      requirement,
      file: 'src/checks/standing.ts',
      judgement: toldOnce(exchange, judge(exchange)),
    })),
    ...(conformance === undefined ? [] : [{ ...conformance, file: 'src/checks/schemas/conformance.ts' }]),
    ...(code === undefined ? [] : [{ ...code, file: 'src/checks/errors/seen-code.ts' }]),
  ].filter(({ judgement }) => judgement.examined > 0);
}

/** Forgets the oldest first. In characters: one exchange may hold a page of 500 entities. */
function remember(question: string, judgements: readonly StandingJudgement[]): void {
  answered.set(question, judgements);
  remembered += question.length;
  for (const oldest of answered.keys()) {
    if (remembered <= mostRemembered) return;
    answered.delete(oldest);
    remembered -= oldest.length;
  }
}

function said(one: StandingJudgement, exchange: string): StandingJudgement {
  const { examined, violations, findings } = one.judgement;
  if (violations.length === 0 && findings === undefined) return one;
  const here = (some: readonly Violation[]): readonly Violation[] => some.map((each) => ({ ...each, exchange }));
  return { ...one, judgement: { examined, violations: here(violations), ...(findings && { findings: here(findings) }) } };
}
