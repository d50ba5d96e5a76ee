import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { header } from '../../wire/http.ts';
import { at, judged, nothingToSee, together } from '../exchange/judgement.ts';
import { seen } from '../exchange/pointer.ts';
import { mayHaveBody } from '../exchange/request.ts';
import { judgeStatus } from '../errors/status.ts';

/**
 * The answer has no body. HTTP libraries drop what follows the header block of a HEAD answer, so an empty one proves
 * something only where the bytes were read off the socket (kind `raw`).
 */
export function judgeNoBody(exchange: Exchange): Judgement {
  if (exchange.response === null) return nothingToSee;
  const { body } = exchange.response;
  if (body !== '') return judged(1, [at(exchange, '', `is ${seen(body)}, expected no body`)]);
  return mayHaveBody(exchange) || exchange.kind === 'raw' ? judged(1, []) : nothingToSee;
}

/** Headers that a connection, a cache, a login or a moment brings, not the resource. */
const passing = new Set([
  'age',
  'authentication-info',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expires',
  'keep-alive',
  'set-cookie',
  'trailer',
  'transfer-encoding',
  'vary',
  'via',
  'www-authenticate',
]);

function judgeSame(get: Exchange, head: Exchange, name: string, mayLack: boolean): Judgement {
  const [wanted, got] = [get, head].map(({ response }) => header(response?.headers ?? [], name));
  if (wanted === undefined || (mayLack && got === undefined)) return nothingToSee;
  if (wanted === got) return judged(1, []);
  return judged(1, [at(head, `header ${name}`, `is ${seen(got)}, GET has ${seen(wanted)}`)]);
}

/**
 * HEAD answers with GET's status and with the headers that describe the representation: Content-Type, and
 * Content-Length where both give it for the same encoding. Any other header that only GET has is a finding.
 */
export function judgeSameHeaders(get: Exchange, head: Exchange): Judgement {
  if (get.response === null || head.response === null) return nothingToSee;
  const encodings = [get, head].map(({ response }) => header(response?.headers ?? [], 'content-encoding'));
  const given = new Set(head.response.headers.map(([name]) => name.toLowerCase()));
  const names = get.response.headers.map(([name]) => name).filter((name) => !passing.has(name.toLowerCase()));
  const missing: Violation[] = [...new Set(names)]
    .filter((name) => !given.has(name.toLowerCase()))
    .map((name) => at(head, `header ${name}`, 'is absent, GET has it'));
  return together(
    judgeStatus(head, get.response.status),
    judgeSame(get, head, 'Content-Type', false),
    ...(encodings[0] === encodings[1] ? [judgeSame(get, head, 'Content-Length', true)] : []),
    judged(0, [], missing),
  );
}
