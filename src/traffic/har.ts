import { headersFrom, type Fields, type RawExchange } from './raw-exchange.ts';
import { isObject } from '../wire/json.ts';

/** Statuses that have no body, so that none is missed. */
const bodiless = new Set([204, 205, 304]);

/** An entry of a HAR 1.2 document; words where it is malformed. Source: http://www.softwareishard.com/blog/har-12-spec/. */
export function fromHar({ request, response, time }: Fields): RawExchange | { readonly passedOver: string } | string {
  if (!isObject(request) || typeof request['method'] !== 'string' || typeof request['url'] !== 'string') {
    return 'has no request of a method and a url';
  }
  const requestHeaders = headersFrom(request['headers']);
  const method = request['method'].toUpperCase();
  const about = {
    method,
    place: request['url'],
    requestHeaders: requestHeaders ?? [],
    requestBody: postedIn(request),
    ...(typeof time === 'number' && { durationMs: Math.max(0, time) }),
  };
  if (requestHeaders === undefined) return 'has headers that are no list of names and values';
  if (!isObject(response)) return 'has no response';
  const { status, content } = response;
  // What a browser blocked or gave up has the status 0.
  if (status === 0 || status === -1) return { passedOver: 'requests that nobody answered' };
  if (!Number.isInteger(status)) return 'has a status that is no HTTP status';
  if (status === 304) return { passedOver: 'answers from a cache (304)' };
  const headers = headersFrom(response['headers']);
  if (headers === undefined) return 'has headers that are no list of names and values';
  const body = bodyIn(isObject(content) ? content : {});
  if (body === undefined) {
    const size = isObject(content) ? Number(content['size'] ?? 0) : Number(response['bodySize'] ?? 0);
    const isEmpty = method === 'HEAD' || bodiless.has(Number(status)) || size === 0;
    if (!isEmpty) return { passedOver: 'answers whose body was not recorded' };
  }
  return { ...about, response: { status: Number(status), headers, body: body ?? '' } };
}

function postedIn(request: Fields): string | null {
  const posted = request['postData'];
  return isObject(posted) && typeof posted['text'] === 'string' ? posted['text'] : null;
}

/** The text of a body, already decompressed by whoever recorded it; undefined where there is none. */
function bodyIn({ text, encoding }: Fields): string | undefined {
  if (typeof text !== 'string') return undefined;
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}
