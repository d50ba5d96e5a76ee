import { operations } from '../../../src/contract/operations/index.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { answering, jsonOf, queryOf, withJson, withQuery } from '../lies.ts';
import { there, whole, type Kind } from './lie.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;

const asksFor = (request: MockRequest, name: string): boolean => queryOf(request).get(name) === 'true';
const carriesJson = ({ operation }: SeenOperation): boolean =>
  ['entity', 'list', 'bare-array'].includes(operations[operation].kind);
const isListed = ({ operation }: SeenOperation): boolean => operations[operation].kind === 'list';
const isAlone = ({ operation }: SeenOperation): boolean => operations[operation].kind === 'entity';
const when =
  (fits: (seen: SeenOperation) => boolean): Kind['parts'] =>
  (seen) =>
    fits(seen) ? whole : [];

/** Lies about what was asked for in an envelope. */
const wrapped = (name: string, parts: Kind['parts'], change: (document: Json, response: ServerResponse) => unknown): Kind => ({
  name,
  parts,
  mock: (told) => ({
    inner: there(
      told,
      answering((response, request) => {
        const document = jsonOf(response);
        return response.status < 300 && asksFor(request, 'envelope') && isObject(document)
          ? withJson(response, change(document, response))
          : response;
      }),
    ),
  }),
});

const laidOut = (name: string, parts: Kind['parts'], change: (body: string, request: MockRequest) => string): Kind => ({
  name,
  parts,
  mock: (told) => ({
    inner: there(
      told,
      answering((response, request) =>
        response.body !== '' && !response.bytes && jsonOf(response) !== undefined && response.status < 300
          ? { ...response, body: change(response.body, request) }
          : response,
      ),
    ),
  }),
});

const compact = (body: string): string => JSON.stringify(JSON.parse(body));

/** Answers as if the query had that parameter, or had it not. */
const asked = (name: string, parts: Kind['parts'], change: (query: URLSearchParams) => void): Kind => ({
  name,
  parts,
  mock: (told) => ({
    inner: there(told, (next) => async (request) => {
      const answer = await next(withQuery(request, change));
      return answer;
    }),
  }),
});

export const envelopeKinds: readonly Kind[] = [
  wrapped('envelope.ignored', when(isAlone), (document) => document['content'] ?? document),
  wrapped('envelope.status-absent', when(carriesJson), ({ status: _dropped, ...document }) => document),
  wrapped('envelope.status-as-text', when(carriesJson), (document) => ({ ...document, status: String(document['status']) })),
  wrapped('envelope.status-of-another-answer', when(carriesJson), (document, { status }) => ({
    ...document,
    status: status === 200 ? 201 : 200,
  })),
  wrapped('envelope.content-called-data', when(isAlone), ({ content, ...document }) => ({ ...document, data: content })),
  wrapped('envelope.content-is-empty', when(isAlone), (document) => ({ ...document, content: {} })),
  wrapped('envelope.list-wrapped-twice', when(isListed), ({ status, ...content }) => ({ status, content })),
  asked('envelope.always', when(carriesJson), (query) => query.set('envelope', 'true')),
  laidOut('pretty.ignored', when(carriesJson), (body, request) => (asksFor(request, 'pretty') ? compact(body) : body)),
  laidOut('pretty.always', when(carriesJson), (body) => JSON.stringify(JSON.parse(body), null, 2)),
  laidOut('pretty.in-one-line-with-blanks', when(carriesJson), (body, request) =>
    asksFor(request, 'pretty') ? compact(body).replaceAll(',"', ', "') : body,
  ),
  laidOut('pretty.ignored-in-envelopes', when(carriesJson), (body, request) =>
    asksFor(request, 'pretty') && asksFor(request, 'envelope') ? compact(body) : body,
  ),
  laidOut(
    'pretty.first-line-alone',
    when((seen) => carriesJson(seen) && operations[seen.operation].kind !== 'bare-array'),
    (body, request) => (asksFor(request, 'pretty') ? compact(body).replace(/^([[{])/, '$1\n  ') : body),
  ),
];
