import { operations } from '../../../src/contract/operations/index.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { challenging } from '../credentials.ts';
import { answering } from '../lies.ts';
import { there, whole, type Kind } from './lie.ts';
import type { SeenOperation } from './vocabulary.ts';

const carriesJson: Kind['parts'] = ({ operation }) =>
  ['entity', 'list', 'bare-array'].includes(operations[operation].kind) ? whole : [];

const typed = (response: ServerResponse, type: string | undefined): ServerResponse => {
  const { 'Content-Type': _type, ...headers } = response.headers;
  return { ...response, headers: type === undefined ? headers : { ...headers, 'Content-Type': type } };
};

const ofType = (name: string, type: string | undefined): Kind => ({
  name,
  parts: carriesJson,
  chooses: true,
  mock: (told) => ({
    wire: there(
      told,
      answering((response) => (response.status < 300 ? typed(response, type) : response)),
    ),
  }),
});

/** Refusals of the API itself, which are JSON too. */
const refusalsOfType = (name: string, type: string): Kind => ({
  name,
  parts: ({ refusals }) => (refusals.size > 0 ? whole : []),
  mock: (told) => ({
    inner: there(
      told,
      answering((response) => (response.status >= 400 ? typed(response, type) : response)),
    ),
  }),
});

/** Challenges in front of an operation. */
const challenges = (name: string, change: (challenge: string) => readonly string[]): Kind => ({
  name,
  parts: () => whole,
  mock: (told) => ({
    wire: there(
      told,
      answering((response) => challenging(response, (offered) => offered.flatMap(change))),
    ),
  }),
});

const isHeaded = ({ headed }: SeenOperation): boolean => headed;
const isHead = ({ method }: MockRequest): boolean => method === 'HEAD';
const heads = (name: string, change: (response: ServerResponse) => ServerResponse): Kind => ({
  name,
  parts: (seen) => (isHeaded(seen) ? whole : []),
  mock: (told) => ({
    wire: there(
      told,
      answering((response, request) => (isHead(request) && response.status < 300 ? change(response) : response)),
    ),
  }),
});

export const headerKinds: readonly Kind[] = [
  ofType('header.type-html', 'text/html'),
  ofType('header.type-text', 'text/plain'),
  ofType('header.type-xml', 'application/xml'),
  ofType('header.type-absent', undefined),
  refusalsOfType('header.type-of-a-refusal-html', 'text/html'),
  challenges('challenge.without-realm', (one) => [one.replace(/realm="[^"]*", /, '')]),
  challenges('challenge.without-nonce', (one) => [one.replace(/ nonce="[^"]*",/, '')]),
  challenges('challenge.with-an-empty-nonce', (one) => [one.replace(/nonce="[^"]*"/, 'nonce=""')]),
  challenges('challenge.of-an-unknown-algorithm', (one) => [one.replace(/algorithm=\S+,/, 'algorithm=CRC32,')]),
  challenges('challenge.basic-too', (one) => [one, 'Basic realm="MMS Public API"']),
  challenges('challenge.basic-alone', () => ['Basic realm="MMS Public API"']),
  challenges('challenge.absent', () => []),
  heads('head.of-another-status', (response) => ({ ...response, status: 204 })),
  heads('head.of-another-type', (response) => typed(response, 'text/plain')),
  heads('head.with-a-body', (response) => ({ ...response, body: '{}' })),
  heads('head.of-another-length', (response) => ({ ...response, headers: { ...response.headers, 'Content-Length': '1' } })),
];
