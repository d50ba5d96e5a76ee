import { errorCodes, isErrorCodeName } from '../../contract/error-codes/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { judgeDetail } from './error-document.ts';
import { at, judged, nothingToSee, together } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { below, seen } from '../exchange/pointer.ts';
import { judgeStatus } from './status.ts';

/** How a call is expected to be refused. */
export interface Refusal {
  readonly status: number | readonly number[];
  /** The errorCode; without `code` and `codes` none is asked for, as with a failed login. */
  readonly code?: string;
  /** Any of these. */
  readonly codes?: readonly string[];
  /** What should fill the message and stand in `parameters`, in order; a difference is a finding. */
  readonly fills?: readonly string[];
}

function judgeCode(exchange: Exchange, codes: readonly string[]): Judgement {
  if (codes.length === 0) return nothingToSee;
  const answer = errorAnswerOf(exchange);
  const wish = `expected ${codes.join(' or ')}`;
  if (answer?.document === undefined) {
    return judged(1, [at(exchange, '', `has no error document (${bodyOf(exchange).kind}), ${wish}`)]);
  }
  const code = answer.document['errorCode'];
  if (typeof code === 'string' && codes.includes(code)) return judged(1, []);
  return judged(1, [at(exchange, below(answer.pointer, 'errorCode'), `is ${seen(code)}, ${wish}`)]);
}

function judgeFills(exchange: Exchange, fills: readonly string[] | undefined): Judgement {
  const answer = errorAnswerOf(exchange);
  const parameters = answer?.document?.['parameters'];
  if (fills === undefined || answer === undefined || !Array.isArray(parameters)) return nothingToSee;
  const same = fills.length === parameters.length && fills.every((fill, index) => fill === parameters[index]);
  if (same) return judged(1, []);
  const path = below(answer.pointer, 'parameters');
  return judged(1, [], [at(exchange, path, `is ${seen(parameters)}, expected ${seen(fills)}`)]);
}

/** The template to compare `detail` with: of the code that came, in the words of either product. */
function judgeWording(exchange: Exchange): Judgement {
  const code = errorAnswerOf(exchange)?.document?.['errorCode'];
  if (typeof code !== 'string' || !isErrorCodeName(code)) return nothingToSee;
  const { message } = errorCodes[code];
  const wordings = typeof message === 'string' ? [message] : Object.values(message);
  const judgements = wordings.map((wording) => judgeDetail(exchange, wording));
  return judgements.find(({ findings }) => findings === undefined) ?? judgements[0] ?? nothingToSee;
}

/**
 * The call was refused with this status and one of these codes. The form of the error document is not judged here:
 * the general rules look at every exchange of a run, and a fault is judged once. Fills and wording give findings.
 */
export function judgeRefusal(exchange: Exchange, refusal: Refusal): Judgement {
  if (exchange.response === null) return nothingToSee;
  const codes = [...(refusal.code === undefined ? [] : [refusal.code]), ...(refusal.codes ?? [])];
  const code = judgeCode(exchange, codes);
  const asExpected = codes.length > 0 && code.violations.length === 0;
  return together(
    judgeStatus(exchange, refusal.status),
    code,
    ...(asExpected ? [judgeFills(exchange, refusal.fills), judgeWording(exchange)] : []),
  );
}
