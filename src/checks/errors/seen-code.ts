import { errorCodes, isErrorCodeName, type ErrorCodeName } from '../../contract/error-codes/index.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { judgeErrorShape, judgeReason } from './error-document.ts';
import { at, judged } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { unescaped, urlOf } from '../exchange/request.ts';
import { misnamedIn } from './names-asked-for.ts';
import { hostId, objectId } from '../../contract/ids.ts';

/** Servers send it wherever they have no code of their own, with whatever status fits. */
const catchAll: ErrorCodeName = 'UNEXPECTED_ERROR';

/** Codes that say of something that was asked for, by its id, that it is not there or is no id. */
const speaksOfWhatWasAskedFor = /_NOT_FOUND(?:_IN_GROUP)?$|^INVALID_[A-Z_]+_ID$/;
const ids = new RegExp(`(?<![0-9a-f])(?:${hostId}|${objectId})(?![0-9a-f])`, 'gi');

/**
 * A documented code looks as the table says: its status, no id in `parameters` or `detail` that the request does not
 * name, and in the places of its message nothing but what was asked for. Whether the circumstance was one in which it is due is another question. Undefined where no documented code
 * came; what lacks fields, or has another reason, is told by the rows of those, and shows nothing here. Source: the
 * tables of error codes; Errors.
 */
export function judgeSeenCode(
  exchange: Exchange,
): { readonly requirement: `code.${ErrorCodeName}`; readonly judgement: Judgement } | undefined {
  const answer = errorAnswerOf(exchange);
  const code = answer?.document?.['errorCode'];
  if (answer?.document === undefined || typeof code !== 'string' || !isErrorCodeName(code) || code === catchAll) return undefined;
  if ([judgeErrorShape(exchange), judgeReason(exchange)].some(({ violations }) => violations.length > 0)) return undefined;
  const documented = errorCodes[code].status;
  const status =
    answer.status === documented
      ? []
      : [at(exchange, 'status', `is ${answer.status} for ${code}, documented with ${documented}`)];
  const strangers = speaksOfWhatWasAskedFor.test(code) ? idsOfSomethingElse(exchange, answer.document, answer.pointer) : [];
  const misnamed = misnamedIn(exchange, code, answer.document, answer.pointer);
  const reported = misnamed.filter(({ path }) => strangers.every((stranger) => stranger.path !== path));
  return { requirement: `code.${code}`, judgement: judged(1, [...status, ...strangers, ...reported]) };
}

function idsOfSomethingElse(
  exchange: Exchange,
  { parameters, detail }: Readonly<Record<string, unknown>>,
  pointer: string,
): Violation[] {
  const { url, body } = exchange.request;
  const said = `${unescaped(urlOf(exchange).href)} ${url} ${body ?? ''}`.toLowerCase();
  const texts = [
    ...(Array.isArray(parameters)
      ? parameters.map((text: unknown, index) => ({ text, path: below(below(pointer, 'parameters'), index) }))
      : []),
    { text: detail, path: below(pointer, 'detail') },
  ];
  return texts.flatMap(({ text, path }) => {
    const stranger = typeof text === 'string' ? text.match(ids)?.find((id) => !said.includes(id.toLowerCase())) : undefined;
    return stranger === undefined ? [] : [at(exchange, path, `is ${seen(text)}: ${stranger} is not what was asked for`)];
  });
}
