import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { answering, jsonOf, pathOf, queryOf, rewriting } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

const asks = (request: MockRequest): boolean => queryOf(request).get('pretty') === 'true';
const hasParameters = (request: MockRequest): boolean => queryOf(request).has('itemsPerPage') || queryOf(request).has('envelope');
const isList = (document: unknown): boolean => typeof document === 'object' && document !== null && 'results' in document;

/** Lays out the JSON of such answers in another way. */
const laidOut = (which: (request: MockRequest, document: unknown, response: ServerResponse) => boolean, indent?: number) =>
  answering((response, request) => {
    const document = jsonOf(response);
    if (document === undefined || !which(request, document, response)) return response;
    return { ...response, body: JSON.stringify(document, null, indent) };
  });

export const mutants: readonly Mutant[] = [
  {
    name: 'pretty-unasked',
    breaks: 'pretty.compact-by-default',
    mock: { wire: laidOut((request) => !asks(request), 2) },
  },
  {
    name: 'pretty-puts-a-space-after-colons',
    breaks: 'pretty.compact-by-default',
    mock: {
      wire: answering((response, request) =>
        asks(request) || pathOf(request) !== '/groups'
          ? response
          : { ...response, body: response.body.replace('"results":', '"results": ') },
      ),
    },
  },
  {
    name: 'pretty-ignored-for-entities',
    breaks: 'pretty.entity-formatted',
    mock: {
      wire: laidOut(
        (request, document, { status }) => asks(request) && !hasParameters(request) && status === 200 && !isList(document),
      ),
    },
  },
  {
    name: 'pretty-ignored-for-lists',
    breaks: 'pretty.list-formatted',
    mock: { wire: laidOut((request, document) => asks(request) && !hasParameters(request) && isList(document)) },
  },
  {
    name: 'pretty-rounds-numbers',
    breaks: 'pretty.same-document',
    mock: {
      wire: rewriting((document, request) =>
        asks(request) && typeof document['port'] === 'number'
          ? { ...document, port: Math.round(document['port'] / 1000) * 1000 }
          : undefined,
      ),
    },
  },
  {
    name: 'pretty-ignored-with-envelope',
    breaks: 'pretty.with-envelope',
    mock: { wire: laidOut((request) => asks(request) && queryOf(request).has('envelope')) },
  },
  {
    name: 'pretty-ignored-on-pages-of-two',
    breaks: 'pretty.with-paging',
    mock: { wire: laidOut((request) => asks(request) && queryOf(request).get('itemsPerPage') === '2') },
  },
  {
    name: 'pretty-ignored-for-errors',
    breaks: 'pretty.error-formatted',
    mock: { wire: laidOut((request, _document, { status }) => asks(request) && status >= 400) },
  },
  {
    name: 'pretty-breaks-the-first-line-alone',
    breaks: 'pretty.entity-formatted',
    mock: {
      wire: answering((response, request) =>
        asks(request) && !hasParameters(request) && response.status === 200 && !isList(jsonOf(response)) && response.body !== ''
          ? { ...response, body: JSON.stringify(jsonOf(response)).replace(/^\{(?=.)/, '{\n  ') }
          : response,
      ),
    },
  },
];
