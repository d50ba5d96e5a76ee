import type { Layer, MockOptions, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import {
  answering,
  hearing,
  jsonOf,
  pathOf,
  queryOf,
  rewriting,
  rewritingErrors,
  rewritingLists,
  withJson,
  withQuery,
} from './lies.ts';
import { accessListForms } from './access-lists/forms.ts';
import { inForms } from './areas/forms.ts';
import { refusalEquivalents } from './equivalent-refusals.ts';
import { othersRemove } from './gone.ts';
import { othersMeanwhile } from './others-meanwhile.ts';
import { isObject } from '../../src/wire/json.ts';

/** A mock that answers in another way which the documents allow: no verdict may depend on it. */
export interface Equivalent {
  readonly name: string;
  readonly mock: MockOptions;
}

type Json = Record<string, unknown>;

/** A document with every object in it changed, innermost first. */
function deeply(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => deeply(item, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, deeply(member, change)])));
}

const everyObject = (change: (object: Json) => Json): Layer => rewriting((document) => deeply(document, change));

const everyHref = (change: (url: URL) => void): Layer =>
  everyObject((object) => {
    if (typeof object['href'] !== 'string') return object;
    const url = new URL(object['href']);
    change(url);
    return { ...object, href: url.href };
  });

const everyBody = (change: (body: string, request: MockRequest) => string): Layer =>
  answering((response, request) => (response.body === '' ? response : { ...response, body: change(response.body, request) }));

const prettyWith = (change: (document: unknown) => string): Layer =>
  everyBody((body, request) => (queryOf(request).get('pretty') === 'true' ? change(JSON.parse(body)) : body));

const headers = (more: ServerResponse['headers']): Layer =>
  answering((response) => ({ ...response, headers: { ...response.headers, ...more } }));

const withoutBody = (response: ServerResponse, status: number): ServerResponse => {
  const { 'Content-Type': _type, ...others } = response.headers;
  return { status, headers: others, body: '' };
};

/** Changes the refusal of credentials. */
const login = (change: (response: ServerResponse, document: unknown) => ServerResponse): Layer =>
  answering((response) =>
    response.status === 401 && response.body !== '' && response.headers['WWW-Authenticate']
      ? change(response, jsonOf(response))
      : response,
  );

const challenges = (change: (challenge: string) => string): Layer =>
  answering((response) => {
    const given = response.headers['WWW-Authenticate'];
    if (given === undefined) return response;
    return {
      ...response,
      headers: { ...response.headers, 'WWW-Authenticate': [given].flat().map((one) => change(String(one))) },
    };
  });

/** A nonce serves that many requests; then the next challenge says that it is stale. */
const nonceServes =
  (most: number): Layer =>
  (next) =>
  async (request) => {
    const { authorization = '', ...others } = request.headers as Record<string, string>;
    const count = Number.parseInt(/\bnc="?([0-9a-f]+)/i.exec(authorization)?.[1] ?? '0', 16);
    if (count <= most) return next(request);
    return challenges((challenge) => challenge.replace('stale=false', 'stale=true'))(next)({ ...request, headers: others });
  };

const clampedPaging = hearing((request) =>
  withQuery(request, (query) => {
    for (const [name, most, otherwise] of [
      ['pageNum', Infinity, 1],
      ['itemsPerPage', 500, 100],
    ] as const) {
      const value = query.get(name);
      if (value === null || (/^[1-9]\d*$/.test(value) && Number(value) <= most)) continue;
      query.set(name, String(Number(value) > most ? most : otherwise));
    }
  }),
);

const unknownFields = { aRackLabel: 'east', zFeatures: { isBeta: false, labels: ['x'] } };

export const equivalents: readonly Equivalent[] = [
  {
    name: 'fields-in-another-order',
    mock: { wire: everyObject((object) => Object.fromEntries(Object.entries(object).toReversed())) },
  },
  {
    name: 'entities-with-unknown-fields',
    mock: { wire: everyObject((object) => ('links' in object && 'id' in object ? { ...unknownFields, ...object } : object)) },
  },
  { name: 'lists-with-unknown-fields', mock: { wire: rewritingLists((list) => ({ ...list, ...unknownFields })) } },
  {
    name: 'errors-with-unknown-fields',
    mock: { wire: rewritingErrors((error) => ({ ...error, helpUrl: 'https://example.com/help', badRequestDetail: {} })) },
  },
  {
    name: 'answers-with-more-headers',
    mock: {
      wire: headers({
        'X-Request-Id': '17',
        Vary: 'Accept-Encoding, User-Agent',
        'X-Frame-Options': 'DENY',
        'Set-Cookie': ['a=1', 'b=2'],
        'Strict-Transport-Security': 'max-age=300',
        'Cache-Control': 'no-store',
      }),
    },
  },
  {
    name: 'links-in-another-order',
    mock: {
      wire: everyObject((object) =>
        Array.isArray(object['links']) ? { ...object, links: object['links'].toReversed() } : object,
      ),
    },
  },
  {
    name: 'links-with-parameters-in-another-order',
    mock: {
      wire: everyHref((url) => {
        url.search = new URLSearchParams([...url.searchParams].toReversed()).toString();
      }),
    },
  },
  {
    name: 'links-with-all-parameters-of-paging',
    mock: {
      wire: everyHref((url) => {
        if (url.search !== '') url.searchParams.set('includeCount', 'true');
      }),
    },
  },
  {
    name: 'links-of-the-origin-behind-a-proxy',
    mock: {
      wire: everyHref((url) => {
        url.host = 'opsmanager.internal.example.com:8443';
      }),
    },
  },
  { name: 'pretty-with-four-spaces', mock: { wire: prettyWith((document) => JSON.stringify(document, null, 4)) } },
  { name: 'pretty-with-tabs', mock: { wire: prettyWith((document) => JSON.stringify(document, null, '\t')) } },
  {
    name: 'pretty-with-carriage-returns',
    mock: { wire: prettyWith((document) => JSON.stringify(document, null, 2).replaceAll('\n', '\r\n')) },
  },
  {
    name: 'pretty-with-spaces-before-colons',
    mock: { wire: prettyWith((document) => JSON.stringify(document, null, 2).replace(/^( *"[^"]*"):/gm, '$1 :')) },
  },
  { name: 'bodies-end-with-a-line-break', mock: { wire: everyBody((body) => `${body}\n`) } },
  {
    name: 'detail-in-other-words',
    mock: {
      wire: rewritingErrors((error) => ({
        ...error,
        detail: `This cannot be done: ${[error['reason'], ...((error['parameters'] ?? []) as string[])].join(', ')}.`,
      })),
    },
  },
  ...refusalEquivalents,
  { name: 'nonce-serves-five-requests', mock: { wire: nonceServes(5) } },
  { name: 'nonce-serves-one-request', mock: { wire: nonceServes(1) } },
  { name: 'challenge-of-md5-and-sha-256', mock: { algorithms: ['MD5', 'SHA-256'] } },
  { name: 'challenge-of-sha-256-only', mock: { algorithms: ['SHA-256'] } },
  { name: 'challenge-of-sha-256-first', mock: { algorithms: ['SHA-256', 'MD5'] } },
  {
    name: 'challenge-with-opaque-and-spaces',
    mock: { wire: challenges((challenge) => `${challenge.replaceAll('", ', '" ,  ')}, opaque="a\\"b=,c"`) },
  },
  {
    name: 'login-refused-in-five-fields',
    mock: {
      wire: login((response, document) =>
        withJson(response, { ...(document as Json), errorCode: 'NO_CURRENT_USER', parameters: [] }),
      ),
    },
  },
  { name: 'login-refused-in-four-fields', mock: { loginRefusal: 'four-fields' } },
  { name: 'login-refused-without-a-body', mock: { wire: login((response) => withoutBody(response, 401)) } },
  { name: 'dates-of-another-decade', mock: { now: () => Date.parse('2037-11-30T23:58:59.123Z') } },
  {
    name: 'content-type-with-a-charset',
    // A download is no JSON.
    mock: {
      wire: answering((response) =>
        response.headers['Content-Type'] === 'application/json'
          ? { ...response, headers: { ...response.headers, 'Content-Type': 'application/json;charset=UTF-8' } }
          : response,
      ),
    },
  },
  {
    name: 'delete-answers-204',
    mock: {
      wire: answering((response, { method }) =>
        method === 'DELETE' && response.status === 200 ? withoutBody(response, 204) : response,
      ),
    },
  },
  {
    name: 'delete-answers-200-without-a-body',
    mock: {
      wire: answering((response, { method }) =>
        method === 'DELETE' && response.status === 200 ? withoutBody(response, 200) : response,
      ),
    },
  },
  {
    name: 'refused-method-without-a-body',
    mock: { wire: answering((response) => (response.status === 405 ? withoutBody(response, 405) : response)) },
  },
  { name: 'paging-out-of-range-is-clamped', mock: { inner: clampedPaging } },
  {
    name: 'alert-configuration-created-with-200',
    mock: {
      wire: answering((response, request) =>
        response.status === 201 && pathOf(request).endsWith('/alertConfigs')
          ? { ...response, status: 200, body: response.body.replace(/("status": ?)201/, '$1200') }
          : response,
      ),
    },
  },
  ...accessListForms,
  {
    name: 'errors-outside-of-envelopes',
    mock: {
      wire: rewriting((document, _request, { status }) =>
        status >= 400 && 'content' in document ? document['content'] : undefined,
      ),
    },
  },
  {
    name: 'errors-in-envelopes-with-200',
    mock: {
      wire: answering((response) => {
        const document = jsonOf(response);
        return response.status >= 400 && isObject(document) && 'content' in document ? { ...response, status: 200 } : response;
      }),
    },
  },
  {
    name: 'answers-take-their-time',
    mock: {
      wire: (next) => async (request) => {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        return next(request);
      },
    },
  },
  ...inForms,
  ...othersMeanwhile,
  ...othersRemove,
];
