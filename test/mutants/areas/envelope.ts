import { queryOf, rewriting, rewritingLists } from '../lies.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';

type Json = Record<string, unknown>;

// Pretty answers in an envelope belong to the area pretty.
const asks = (request: MockRequest): boolean => queryOf(request).get('envelope') === 'true' && !queryOf(request).has('pretty');
const isEnvelope = (document: Json): boolean => 'content' in document && 'status' in document;

/** Changes envelopes of one entity that was read or created by such a method. */
const envelopes = (method: 'GET' | 'POST', change: (envelope: Json) => unknown) =>
  rewriting((document, request, response) =>
    response.status < 300 && request.method === method && asks(request) && isEnvelope(document) ? change(document) : undefined,
  );

export const mutants: readonly Mutant[] = [
  {
    name: 'envelope-around-lists-unasked',
    breaks: 'envelope.off-by-default',
    mock: { wire: rewritingLists((list, request) => (queryOf(request).has('envelope') ? undefined : { ...list, status: 200 })) },
  },
  {
    name: 'envelope-ignored-for-entities',
    breaks: 'envelope.wraps-entity',
    mock: { wire: envelopes('GET', ({ content }) => content) },
  },
  {
    name: 'envelope-holds-another-entity',
    breaks: 'envelope.content-is-entity',
    mock: {
      wire: envelopes('GET', (envelope) => {
        const content = envelope['content'] as Json;
        return { ...envelope, content: { ...content, alertsEnabled: content['alertsEnabled'] !== true } };
      }),
    },
  },
  {
    name: 'envelope-of-lists-lacks-status',
    breaks: 'envelope.list-gains-status',
    mock: { wire: rewritingLists(({ status: _status, ...list }, request) => (asks(request) ? list : undefined)) },
  },
  {
    name: 'envelope-wraps-lists-again',
    breaks: 'envelope.list-gains-only-status',
    mock: { wire: rewritingLists(({ status, ...list }, request) => (asks(request) ? { status, content: list } : undefined)) },
  },
  {
    name: 'envelope-of-lists-lacks-an-entity',
    breaks: 'envelope.list-gains-only-status',
    also: ['list.total-count-is-whole-set'],
    mock: { wire: rewritingLists((list, request) => (asks(request) ? { ...list, results: list.results.slice(1) } : undefined)) },
  },
  {
    name: 'envelope-status-is-a-string',
    breaks: 'envelope.status-is-http-status',
    mock: { wire: envelopes('GET', (envelope) => ({ ...envelope, status: String(envelope['status']) })) },
  },
  {
    name: 'envelope-status-is-always-201',
    breaks: 'envelope.status-is-http-status',
    mock: { wire: envelopes('GET', (envelope) => ({ ...envelope, status: 201 })) },
  },
  {
    name: 'envelope-ignored-on-create',
    breaks: 'envelope.on-create',
    mock: { wire: envelopes('POST', ({ content }) => content) },
  },
  {
    name: 'envelope-of-errors-says-200',
    breaks: 'envelope.error-status-agrees',
    mock: {
      wire: rewriting((document, request, { status }) =>
        status >= 400 && asks(request) && isEnvelope(document) ? { ...document, status: 200 } : undefined,
      ),
    },
  },
];
