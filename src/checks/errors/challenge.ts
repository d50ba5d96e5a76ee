import { operationFor, operations } from '../../contract/operations/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import { parseChallenges, type Challenge } from '../../wire/digest.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isOfGateway } from '../../wire/gateway.ts';
import { header, headerValues } from '../../wire/http.ts';
import { stringEnd } from '../../wire/json-text.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { seen } from '../exchange/pointer.ts';
import { placeOf } from '../exchange/request.ts';

const algorithms = new Set(['md5', 'md5-sess', 'sha-256', 'sha-256-sess', 'sha-512-256', 'sha-512-256-sess']);
const path = 'header WWW-Authenticate';

function headersOf(exchange: Exchange): string[] {
  return headerValues(exchange.response?.headers ?? [], 'www-authenticate');
}

function challengesOf(exchange: Exchange, scheme: string): Challenge[] {
  return parseChallenges(headersOf(exchange)).filter((challenge) => challenge.scheme.toLowerCase() === scheme);
}

/** Faults of quoting: an open quote, or a field that both RFCs only know as a quoted string. */
function quotingFaults(text: string): string[] {
  const pieces: string[] = [];
  let rest = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', rest)) {
    const end = stringEnd(text, quote);
    if (end === -1) break;
    pieces.push(text.slice(rest, quote), '""');
    rest = end;
  }
  const open = text.includes('"', rest) ? ['has a quote that never closes'] : [];
  const unquoted = pieces.join('') + text.slice(rest);
  const bare = [...unquoted.matchAll(/\b(realm|nonce|opaque|domain|qop)\s*=\s*([^\s",]+)/gi)];
  return [...open, ...bare.map(([, name, value]) => `has ${name}=${value} without quotes`)];
}

function faultsOf({ parameters }: Challenge): string[] {
  const { realm, nonce, qop } = parameters;
  return [
    ...(realm === undefined ? ['has no realm'] : []),
    ...(nonce ? [] : ['has no nonce']),
    ...(qop === undefined || qop.split(',').some((offer) => offer.trim().toLowerCase() === 'auth')
      ? []
      : [`has qop ${seen(qop)}, expected auth among it`]),
  ];
}

/**
 * The answer carries a Digest challenge that a client of RFC 7616 or 2617 can meet: realm and nonce, `auth` where qop
 * is given, quoted as the RFCs say, and an algorithm they name in at least one challenge; none means MD5.
 */
export function judgeChallenge(exchange: Exchange): Judgement {
  if (exchange.response === null) return nothingToSee;
  const challenges = challengesOf(exchange, 'digest');
  if (challenges.length === 0) {
    return judged(1, [at(exchange, path, `is ${seen(headersOf(exchange)[0])}, expected a Digest challenge`)]);
  }
  const known = challenges.some(({ parameters }) => algorithms.has((parameters['algorithm'] ?? 'MD5').toLowerCase()));
  const faults = [
    ...headersOf(exchange)
      .filter((text) => /\bdigest\b/i.test(text))
      .flatMap(quotingFaults),
    ...challenges.flatMap(faultsOf),
    ...(known ? [] : [`has algorithm ${seen(challenges[0]?.parameters['algorithm'])}, which no RFC of digest names`]),
  ];
  return judged(
    challenges.length,
    faults.map((fault) => at(exchange, path, fault)),
  );
}

/** No challenge offers Basic, which would send the key itself. An answer without a challenge shows nothing. */
export function judgeNoBasic(exchange: Exchange): Judgement {
  if (headersOf(exchange).length === 0) return nothingToSee;
  const offers = challengesOf(exchange, 'basic');
  return judged(1, offers.length === 0 ? [] : [at(exchange, path, 'offers Basic')]);
}

/**
 * The digest client was given a nonce, and went on with it until it was refused as stale: it did not live for ever. What
 * is answered to credentials that a check made up says nothing of that.
 */
export function judgeStaleNonce(exchange: Exchange): Judgement {
  const { kind, request, response } = exchange;
  const isSigned = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
  const isStale = challengesOf(exchange, 'digest').some(({ parameters }) => parameters['stale']?.toLowerCase() === 'true');
  return kind === 'challenge' && isSigned && response?.status === 401 && isStale ? judged(1, []) : nothingToSee;
}

const isOfNobody = ({ kind, caller }: Exchange): boolean => kind === 'challenge' || caller === 'nobody';

/** judgeChallenge where a challenge came or is due: a 401 to somebody without credentials. */
export function judgeAnyChallenge(exchange: Exchange): Judgement {
  if (exchange.response?.status !== 401) return nothingToSee;
  return isOfNobody(exchange) || challengesOf(exchange, 'digest').length > 0 ? judgeChallenge(exchange) : nothingToSee;
}

/** What is due to a request before anybody looks at who asks: `all` but what stands before the API, `served` or `nothing`. */
function loginIsDueFor(exchange: Exchange): 'all' | 'served' | 'nothing' {
  const place = placeOf(exchange);
  const { method } = exchange.request;
  if (place === '' && method === 'GET') return 'all';
  const id = place === undefined ? undefined : operationFor(method, place);
  return id === undefined || operations[id].unauthenticated ? 'nothing' : 'served';
}

/**
 * Without credentials the root is answered 401 with a Digest challenge, and so is every operation: it is neither done nor
 * forbidden nor found elsewhere. That a server lacks an operation, or that a request is malformed, may be told first.
 */
export function judgeAnonymous(exchange: Exchange): Judgement {
  const { request, response } = exchange;
  if (response === null || response.status === 429 || isOfGateway(response)) return nothingToSee;
  if (!isOfNobody(exchange) || header(request.headers, 'authorization') !== undefined) return nothingToSee;
  const due = loginIsDueFor(exchange);
  const { status } = response;
  if (status === 401) {
    const offers = challengesOf(exchange, 'digest').length > 0;
    return judged(1, offers ? [] : [at(exchange, path, `is ${seen(headersOf(exchange)[0])}, expected a Digest challenge`)]);
  }
  if (due === 'nothing' || (due === 'served' && status >= 400 && status !== 403)) return nothingToSee;
  return judged(1, [at(exchange, '', `HTTP status is ${status} without credentials, expected 401 and a Digest challenge`)]);
}
