import type { Judgement } from '../../contract/outcomes.ts';
import { parseChallenges } from '../../wire/digest.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { headerValues } from '../../wire/http.ts';
import { at, judged } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';

/**
 * Over plain HTTP nothing of the API came: no JSON document with a success, and no Digest challenge, which would mean
 * that the API waits there for credentials. No answer, a redirect and any other refusal are as good as each other; a
 * success that brings something else is a finding. Source: HTTPS Only.
 */
export function judgeNotServed(exchange: Exchange): Judgement {
  if (exchange.response === null) return judged(1, []);
  const { status, headers } = exchange.response;
  const invites = parseChallenges(headerValues(headers, 'www-authenticate')).some(
    ({ scheme }) => scheme.toLowerCase() === 'digest',
  );
  if (status === 401 && invites) {
    return judged(1, [at(exchange, 'header WWW-Authenticate', 'invites a login over plain HTTP')]);
  }
  if (status < 200 || status > 299) return judged(1, []);
  const what = at(exchange, 'status', `is ${status} over plain HTTP`);
  return bodyOf(exchange).kind === 'json' ? judged(1, [what]) : judged(1, [], [what]);
}
