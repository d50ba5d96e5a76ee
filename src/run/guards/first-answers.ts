import { judgeChallenge } from '../../checks/errors/challenge.ts';
import { bodyOf } from '../../checks/exchange/json.ts';
import type { Answer } from '../../client/types.ts';
import { parseChallenges } from '../../wire/digest.ts';
import { header, headerValues } from '../../wire/http.ts';
import { statusAndCode } from '../../wire/json.ts';

/** Places that have no bearing on what a redirect to them says of the API. */
const withoutSlash = (path: string): string => path.replace(/\/+$/, '');

const isRedirect = ({ status }: Pick<Answer, 'status'>): boolean => [301, 302, 303, 307, 308].includes(status);

/** Where a redirect leads; undefined where there is no such place. */
function placeOf({ exchange }: Answer): URL | undefined {
  // As it was recorded: what a server echoes of a secret must not come out in the words.
  const location = header(exchange.response?.headers ?? [], 'Location') ?? '';
  const { url } = exchange.request;
  return URL.canParse(location, url) ? new URL(location, url) : undefined;
}

const inWords = (place: URL | undefined): string =>
  place === undefined ? 'no place that there could be' : `${place.origin}${place.pathname}`;

/** Whether a redirect leads to the same path at another origin, or below another one: the API is there. */
function leadsToApi(answer: Answer): boolean {
  const place = placeOf(answer);
  if (!isRedirect(answer) || place === undefined) return false;
  const asked = new URL(answer.exchange.request.url);
  const [there, here] = [withoutSlash(place.pathname), withoutSlash(asked.pathname)];
  return there.endsWith(here) && (place.origin !== asked.origin || there !== here);
}

const isPageForPeople = ({ status, json, headers }: Answer): boolean =>
  status === 200 && json === undefined && /^text\/html\b/i.test(header(headers, 'Content-Type') ?? '');

const sendsElsewhere = (answer: Answer): string =>
  `sends elsewhere (${answer.status}), to ${inWords(placeOf(answer))}: name that as the target`;

/** Why nobody could judge a target that answers so, whoever asks. Words follow the target's URL, here and below. */
export function obstacle(answer: Answer): string | undefined {
  const { status, exchange } = answer;
  if (status === 429) {
    const { headers = [] } = exchange.response ?? {};
    return `is throttling already (429): try again in ${header(headers, 'Retry-After') ?? '60'} seconds`;
  }
  if ([502, 503, 504].includes(status)) return `is not there: what stands before it answers ${status}`;
  return leadsToApi(answer) ? sendsElsewhere(answer) : undefined;
}

/** Whether an answer to somebody without credentials offers a Digest login that a client can meet. */
export const offersLogin = ({ status, exchange }: Answer): boolean =>
  status === 401 && judgeChallenge(exchange).violations.length === 0;

/** Why the run's own credentials cannot be used where a login was offered. */
export function refusal(answer: Answer): string | undefined {
  const { status, exchange } = answer;
  if (isRedirect(answer)) return sendsElsewhere(answer);
  if (isPageForPeople(answer)) return "answers who is logged in with a page for people: is it the API's address?";
  const body = bodyOf(exchange);
  const code = statusAndCode(status, body.kind === 'json' ? body.value : undefined);
  if (status === 403) return `does not let the credentials in from this address (${code}): see their access list`;
  if (status === 401) return `refuses the credentials (${code}): check TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY`;
  return undefined;
}

/**
 * How a target answers that offers no Digest login with which `known`, asked with the run's credentials, got in:
 * undefined where it offers one, or serves whoever asks.
 */
export function lackOfLogin(known: Answer, anonymous: Answer): string | undefined {
  if (offersLogin(anonymous)) return undefined;
  const schemes = parseChallenges(headerValues(anonymous.headers, 'WWW-Authenticate')).map(({ scheme }) => scheme);
  const isChallenged = anonymous.status === 401 && schemes.some((scheme) => scheme.toLowerCase() === 'digest');
  const isIn = isChallenged ? ![401, 403].includes(known.status) : known.status === 200 && !isPageForPeople(known);
  return isIn ? undefined : `${firstAnswer(anonymous, isChallenged)}: is it the API's address?`;
}

function firstAnswer(anonymous: Answer, isChallenged: boolean): string {
  const { status } = anonymous;
  if (isChallenged) return 'offers no Digest challenge that can be met';
  if (isRedirect(anonymous))
    return `offers no Digest challenge, but sends whoever asks to ${inWords(placeOf(anonymous))} (${status})`;
  if (isPageForPeople(anonymous)) return 'offers no Digest challenge, but a page for people';
  return `offers no Digest challenge, but answers ${status}`;
}
