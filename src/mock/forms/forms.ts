import { limits } from '../../contract/limits.ts';
import type { ServerResponse } from '../../wire/http.ts';
import type { Layer, MockRequest } from './types.ts';
import { isObject } from '../../wire/json.ts';
import { objectId } from '../../contract/ids.ts';

type Document = Readonly<Record<string, unknown>>;
type Change = (response: ServerResponse, request: MockRequest) => ServerResponse;

const pathOf = ({ target }: MockRequest): string => target.replace(/\?.*$/, '').slice(limits.basePath.length);

const answering =
  (change: Change): Layer =>
  (next) =>
  (request) => {
    const response = next(request);
    return response instanceof Promise ? response.then((each) => change(each, request)) : change(response, request);
  };

const withHeaders = (response: ServerResponse, more: ServerResponse['headers']): ServerResponse => ({
  ...response,
  headers: { ...response.headers, ...more },
});

/** Changes the JSON objects of answers, laid out as they were. */
const rewriting = (change: (document: Document, request: MockRequest) => Document): Layer =>
  answering((response, request) => {
    if (!response.body.startsWith('{')) return response;
    const document: unknown = JSON.parse(response.body);
    const pretty = response.body.startsWith('{\n') ? 2 : 0;
    return isObject(document) ? { ...response, body: JSON.stringify(change(document, request), null, pretty) } : response;
  });

const relationsFrom = (base: (request: MockRequest) => string): Layer =>
  answering((response, request) => ({ ...response, body: response.body.replaceAll('http://mms.mongodb.com/', base(request)) }));

/** A page's links name its paging in the order of real servers: the count first where it was read, `next` with the size before the number. */
function pagingTold(document: Document, { method }: MockRequest): Document {
  const { links, results } = document;
  if (!Array.isArray(results) || !Array.isArray(links)) return document;
  const count = method === 'GET' ? ([['includeCount', 'true']] as const) : [];
  return {
    ...document,
    links: (links as { href: string; rel: string }[]).map(({ href, rel }) => {
      const url = new URL(href);
      const asked = [...url.searchParams].filter(([name]) => name !== 'pageNum' && name !== 'itemsPerPage');
      const paging = (['pageNum', 'itemsPerPage'] as const).map((name) => [name, url.searchParams.get(name) ?? ''] as const);
      const counted = asked.some(([name]) => name === 'includeCount') ? [] : count;
      const all: readonly (readonly [string, string])[] = [
        ...counted,
        ...asked,
        ...(rel === 'self' ? paging : paging.toReversed()),
      ];
      url.search = new URLSearchParams(all.map(([name, value]): [string, string] => [name, value])).toString();
      return { href: url.href, rel };
    }),
  };
}

const long = '2020-02-18T10:58:47Z';
/** Fields that newer versions add, by what they are added to. */
const newFields: readonly (readonly [path: RegExp, fields: Document])[] = [
  [/\/users(\/[^/]+)?$/, { createdAt: long, lastAuth: long, orgMembershipStatus: 'ACTIVE' }],
  [new RegExp(`/groups(/${objectId})?$`), { created: long, withDefaultAlertsSettings: true }],
  [/\/alerts(\/[^/]+)?$/, { orgId: '5f0000000000000000000001' }],
];

function withNewFields(document: Document, request: MockRequest): Document {
  // What was just made is not as old as that.
  if (request.method === 'POST') return document;
  const fields = newFields.find(([path]) => path.test(pathOf(request)))?.[1];
  const add = (entity: unknown): unknown => (isObject(entity) && 'id' in entity ? { ...fields, ...entity } : entity);
  const { results, content } = document;
  if (Array.isArray(results)) return { ...document, results: results.map(add) };
  return isObject(content) ? { ...document, content: add(content) } : (add(document) as Document);
}

/** What the answers of real servers look like, one by one: in each they may differ from each other, and from this mock. */
const layers = {
  'relations-of-cloud-manager': relationsFrom(() => 'https://cloud.mongodb.com/'),
  'relations-of-its-own': relationsFrom(({ origin }) => `${origin}/`),
  'log-jobs-in-lower-case': answering((response, request) =>
    /\/logCollectionJobs(\/|$)/.test(pathOf(request))
      ? {
          ...response,
          body: response.body.replaceAll(
            /("(?:rootR|r)esourceType": ?")(\w+)/g,
            (_, name: string, type: string) => name + type.toLowerCase(),
          ),
        }
      : response,
  ),
  charset: answering((response) => {
    if (response.headers['Content-Type'] !== 'application/json') return response;
    return withHeaders(response, {
      'Content-Type': `application/json;charset=${response.status === 401 ? 'ISO-8859-1' : 'utf-8'}`,
    });
  }),
  'rate-limit-headers': answering((response) =>
    withHeaders(response, { 'RateLimit-Limit': '1200', 'RateLimit-Remaining': '1199' }),
  ),
  'error-code-header': answering((response) => {
    const code = response.status >= 400 ? /"errorCode" ?: ?"(\w+)"/.exec(response.body)?.[1] : undefined;
    return code === undefined ? response : withHeaders(response, { 'X-Error-Code': code });
  }),
  'sunset-headers': answering((response) =>
    withHeaders(response, {
      Deprecation: 'Thu, 01 Jan 2026 00:00:00 GMT',
      Sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
    }),
  ),
  'project-removed-with-202': answering((response, request) =>
    request.method === 'DELETE' && response.status === 200 && /^\/groups\/\w{24}$/.test(pathOf(request))
      ? { ...response, status: 202 }
      : response,
  ),
  'removed-with-204': answering((response, request) =>
    request.method === 'DELETE' && response.status === 200 ? { ...response, status: 204, body: '' } : response,
  ),
  'lists-tell-their-paging': rewriting(pagingTold),
  'method-refused-in-html': answering((response) =>
    response.status === 405
      ? withHeaders(
          {
            ...response,
            body: '<html>\n<head><title>Error 405 Method Not Allowed</title></head>\n<body><h2>HTTP ERROR 405</h2></body>\n</html>\n',
          },
          { 'Content-Type': 'text/html;charset=iso-8859-1' },
        )
      : response,
  ),
  'new-fields': rewriting(withNewFields),
} as const satisfies Readonly<Record<string, Layer>>;

/** Forms that are more than the look of an answer. */
export const kept = [
  'lists-reversed',
  'lists-by-hash',
  'removals-take-a-while',
  'restores-wait',
  'pages-of-100',
  'names-by-prefix',
  'no-organization-of-that-name-is-404',
  'schedule-hour-in-utc',
  'first-user-up-to-4.4',
  'invitations-in-lists',
  'digest-of-the-path-alone',
] as const;

export type FormName = keyof typeof layers | (typeof kept)[number];
export const formNames: readonly FormName[] = [...(Object.keys(layers) as (keyof typeof layers)[]), ...kept];

/** The layers of these forms, one on top of the other. */
export function formed(forms: readonly FormName[]): Layer {
  const chosen = forms.flatMap((name) => (Object.hasOwn(layers, name) ? [layers[name as keyof typeof layers] as Layer] : []));
  return (handler) => chosen.reduce((next, layer) => layer(next), handler);
}

/** Known services, as sets of forms. */
export const services = {
  'cloud-manager-2026': {
    product: 'cloud-manager',
    forms: [
      'relations-of-cloud-manager',
      'new-fields',
      'lists-tell-their-paging',
      'removed-with-204',
      'project-removed-with-202',
      'method-refused-in-html',
      'charset',
      'rate-limit-headers',
      'error-code-header',
      'names-by-prefix',
      'schedule-hour-in-utc',
    ],
  },
  'ops-manager-4.4': {
    product: 'ops-manager',
    forms: [
      'relations-of-its-own',
      'lists-tell-their-paging',
      'log-jobs-in-lower-case',
      'charset',
      'method-refused-in-html',
      'names-by-prefix',
      'no-organization-of-that-name-is-404',
      'schedule-hour-in-utc',
      'first-user-up-to-4.4',
    ],
  },
} as const satisfies Readonly<Record<string, { readonly product: string; readonly forms: readonly FormName[] }>>;
