import { sourceOn } from '../../contract/reference-pages.ts';
import { foldedLines } from '../../contract/violation-shape.ts';
import { bindingCauses, rowsOf, type Cause } from '../causes.ts';
import type { Proof } from '../proof.ts';
import type { RequirementVerdict, Verdict } from '../verdict.ts';

/** Lists are folded after as many entries, with a count of the rest. */
export const mostListed = 10;

/** The first entries of a list, and in words how many are left out; undefined where none is. */
export function foldedList<T>(entries: readonly T[]): { readonly shown: readonly T[]; readonly more?: string } {
  const rest = entries.length - mostListed;
  return rest > 0 ? { shown: entries.slice(0, mostListed), more: `and ${rest} more` } : { shown: entries };
}

/** Names on one line, folded; `show` says how each is set. */
export function namesInLine(names: readonly string[], show: (name: string) => string = String): string {
  const { shown, more } = foldedList(names);
  return [...shown.map(show), ...(more === undefined ? [] : [more])].join(' ');
}

/** A cause with all that a report says of it. */
export interface ToldCause {
  readonly cause: Cause;
  /** From 1, as the reports count them. */
  readonly number: number;
  readonly lead: RequirementVerdict;
  /** How much of what is broken it explains: `explains 5 of 10`. */
  readonly share: string;
}

/** The causes that break a documented MUST, in their order. */
export function toldCauses(verdict: Verdict): ToldCause[] {
  const rows = new Map(verdict.requirements.map((row) => [row.id, row]));
  const broken = verdict.requirements.filter(({ outcome }) => outcome === 'broken').length;
  return bindingCauses(verdict).map((cause, index) => ({
    cause,
    number: index + 1,
    lead: rows.get(cause.requirement)!,
    share: `explains ${rowsOf(cause).length} of ${broken}`,
  }));
}

/** The cause that a requirement is broken for. */
export const causeOf = ({ causes = [] }: Pick<Verdict, 'causes'>, id: string): Cause | undefined =>
  causes.find((cause) => rowsOf(cause).includes(id));

/** The request of a proof, and what came. */
export function exchangeLine({ request, answer, fault }: Proof): string {
  const who = request.caller === 'main' ? '' : ` as ${request.caller}`;
  const came =
    answer === null ? (fault ?? 'no answer') : `${answer.status}${answer.contentType === null ? '' : ` ${answer.contentType}`}`;
  return `${request.method} ${request.url}${who} → ${came}`;
}

/** What is wrong there: what came, and what was expected. */
const wrongLines = ({ violations }: Proof): string[] =>
  foldedLines(violations.map((one) => (one.path === '' ? { ...one, path: 'body' } : one)));

/** What is wrong, of a cause: of one that the list of known deviations speaks of what that has to say. */
export function wrongOf({ cause: { proof, says }, lead: { reason, reasons = [] } }: ToldCause): string[] {
  if (reason !== null && reasons.some(({ kind }) => kind === 'listed')) return [reason];
  return proof === null ? [says] : wrongLines(proof);
}

/** The answer, each line with a mark before it: `>` where it shows what is wrong. */
const answerLines = ({ answer }: Proof): string[] =>
  answer === null ? [] : answer.lines.map(({ text, marked }) => `${marked ? '>' : ' '} ${text}`);

/** The sentence that is broken, and where it stands. */
export const sentenceLine = ({ says, source }: Pick<RequirementVerdict, 'says' | 'source'>): string =>
  `${says} (${sourceOn(source)})`;

/** All that it takes to see it and to ask again, a line each. */
export function proofLines(proof: Proof): string[] {
  return [
    exchangeLine(proof),
    ...wrongLines(proof).map((line) => `  ${line}`),
    ...(proof.answer === null || proof.answer.lines.length === 0 ? [] : ['Answer:', ...answerLines(proof)]),
    `Exchange: ${proof.exchange}`,
    `Again: ${proof.again}`,
  ];
}
