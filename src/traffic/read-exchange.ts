import { limits } from '../contract/limits.ts';
import type { Exchange } from '../wire/exchange.ts';
import { fromHar } from './har.ts';
import { headersFrom, type Fields, type RawExchange } from './raw-exchange.ts';
import { isObject } from '../wire/json.ts';
import { pathBelow } from '../contract/path-templates.ts';

/** What stands in for the origin where a recording only has paths: a name that is reserved for nobody. */
export const nowhere = 'https://target.invalid';

/** What is known of a recording before it is read. */
export interface Reading {
  /** Path of the API's root, where the user named it; else it is found in the paths. */
  readonly basePath?: string;
}

/** One exchange of a recording, or why there is none to judge. */
export type Read =
  | { readonly exchange: Exchange }
  /** Left out: nothing is wrong with the recording. */
  | { readonly passedOver: string }
  /** Our own evidence says first what the run was. */
  | { readonly run: unknown }
  | { readonly malformed: string };

/** Reads one value of a recording: an entry of a HAR, a line of our evidence, or `{method, path or url, status, headers, body}`. */
export function readExchange(value: unknown, reading: Reading): Read {
  if (!isObject(value)) return { malformed: 'is no object' };
  if (value['kind'] === 'run') return { run: value };
  if (value['kind'] === 'test') return { passedOver: 'tests of the evidence' };
  const raw = isObject(value['request'])
    ? 'secretsInResponse' in value
      ? fromEvidence(value)
      : fromHar(value)
    : fromPlain(value);
  if (typeof raw === 'string') return { malformed: raw };
  if ('passedOver' in raw) return raw;
  return placed(raw, reading, typeof value['root'] === 'string' ? value['root'] : undefined);
}

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);

function fromPlain(value: Fields): RawExchange | string {
  const place = value['url'] ?? value['path'];
  if (typeof place !== 'string' || place === '') return 'has neither a path nor a url';
  const { method = 'GET', status = 200 } = value;
  if (typeof method !== 'string' || !/^[A-Za-z]+$/.test(method)) return 'has a method that is no word';
  if (!Number.isInteger(status) || Number(status) < 100 || Number(status) > 599) return 'has a status that is no HTTP status';
  const headers = headersFrom(value['headers']);
  const requestHeaders = headersFrom(value['requestHeaders']);
  if (headers === undefined || requestHeaders === undefined) return 'has headers that are neither an object nor pairs';
  const body = textOf(value['body']);
  // Who writes bodies as JSON values, and no headers, means an answer in JSON.
  const isBare = value['headers'] === undefined && body !== '';
  return {
    method: method.toUpperCase(),
    place,
    requestHeaders,
    requestBody: value['requestBody'] === undefined || value['requestBody'] === null ? null : textOf(value['requestBody']),
    response: { status: Number(status), headers: isBare ? [['Content-Type', 'application/json']] : headers, body },
    ...(typeof value['caller'] === 'string' && { caller: value['caller'] }),
    ...(value['kind'] === 'challenge' && { kind: 'challenge' }),
  };
}

const kinds: readonly Exchange['kind'][] = ['call', 'challenge', 'raw', 'plain-http'];

function fromEvidence(value: Fields): RawExchange | string {
  const { request, response, caller, kind, fault, durationMs } = value as unknown as Exchange;
  const headers = headersFrom(request.headers);
  const answered = isObject(response) ? headersFrom(response.headers) : [];
  if (typeof request.method !== 'string' || typeof request.url !== 'string') return 'has no request of a method and a url';
  if (headers === undefined || answered === undefined) return 'has headers that are no pairs';
  if (isObject(response) && !Number.isInteger(response.status)) return 'has a status that is no HTTP status';
  return {
    method: request.method,
    place: request.url,
    requestHeaders: headers,
    ...(typeof caller === 'string' && { caller }),
    ...(kinds.includes(kind) && { kind }),
    ...(typeof durationMs === 'number' && { durationMs }),
    requestBody: request.body === null ? null : textOf(request.body),
    response: isObject(response)
      ? { status: response.status, headers: answered, body: textOf(response.body), ...(response.notUtf8 && { notUtf8: true }) }
      : null,
    ...(typeof fault === 'string' && { fault }),
  };
}

/** Where the root ends in a path that holds the usual one, whatever stands before it. */
const usualRoot = new RegExp(`^.*?${limits.basePath.replaceAll('.', String.raw`\.`)}(?=/|$)`);

function placed(raw: RawExchange, { basePath }: Reading, ownRoot: string | undefined): Read {
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(raw.place);
  if (!isUrl && !raw.place.startsWith('/'))
    return { malformed: `has a path that does not begin with a slash: ${JSON.stringify(raw.place.slice(0, 80))}` };
  const whole = isUrl ? raw.place : `${nowhere}${raw.place}`;
  if (!URL.canParse(whole)) return { malformed: `has a url that is none: ${JSON.stringify(raw.place.slice(0, 80))}` };
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) return { passedOver: 'requests that are not HTTP' };
  if (raw.method === 'OPTIONS' || raw.method === 'CONNECT') return { passedOver: `requests with ${raw.method}` };
  url.username = '';
  url.password = '';
  url.hash = '';
  const named = basePath ?? ownRoot;
  let root = named ?? usualRoot.exec(url.pathname)?.[0];
  const isBelow = root !== undefined && pathBelow(root, url.href) !== undefined;
  if (!isBelow) {
    if (isUrl) return { passedOver: 'requests to places outside of the API' };
    // A path alone is one below the root.
    root = basePath ?? limits.basePath;
    url.pathname = `${root}${url.pathname === '/' ? '' : url.pathname}`;
  }
  const isLoggedIn = raw.requestHeaders.some(([name]) => name.toLowerCase() === 'authorization');
  return {
    exchange: {
      id: '',
      caller: raw.caller ?? (isLoggedIn || raw.response?.status !== 401 ? 'main' : 'nobody'),
      kind: raw.kind ?? 'call',
      root,
      request: { method: raw.method, url: url.href, headers: raw.requestHeaders, body: raw.requestBody },
      response: raw.response,
      fault: raw.response === null ? (raw.fault ?? 'no complete answer was recorded') : null,
      secretsInResponse: [],
      durationMs: raw.durationMs ?? 0,
    },
  };
}
