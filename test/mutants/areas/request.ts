import type { Layer } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';
import { answering, hearing, onlyFor, withBody, withJson } from '../lies.ts';

const anything = /./;

const refusal = (status: number, reason: string, errorCode: string) => ({
  detail: 'The request was refused.',
  error: status,
  errorCode,
  parameters: [],
  reason,
});

/** Refuses what says that it is JSON of a character set. */
const refusingCharset = (method: string): Layer =>
  onlyFor(method, anything, (next) => async (request) => {
    const answer = await next(request);
    if (!request.headers['content-type']?.includes('charset') || answer.status >= 400) return answer;
    return { ...withJson(answer, refusal(415, 'Unsupported Media Type', 'UNSUPPORTED_MEDIA_TYPE')), status: 415 };
  });

/** Fails over bodies of a kind instead of refusing them. */
const failingOver = (kind: (body: string) => boolean): Layer =>
  answering((answer, request) =>
    answer.status === 400 && kind(request.body)
      ? { ...withJson(answer, refusal(500, 'Internal Server Error', 'UNEXPECTED_ERROR')), status: 500 }
      : answer,
  );

/** What a text parses to; undefined for text that is no JSON. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
const isScalar = (body: string): boolean => {
  const json = parsed(body);
  return json !== undefined && (typeof json.value !== 'object' || json.value === null);
};

/** Adds the brace that a body lacks, does what it says, and refuses it all the same. */
const mending: Layer = (next) => async (request) => {
  const mended = `${request.body}}`;
  if (parsed(request.body) === undefined && parsed(mended) !== undefined) await next({ ...request, body: mended });
  return next(request);
};

export const mutants: readonly Mutant[] = [
  {
    name: 'charset-refused-on-post',
    breaks: 'request.json-accepted-on-post',
    mock: { inner: refusingCharset('POST') },
  },
  {
    name: 'charset-refused-on-put',
    breaks: 'request.json-accepted-on-put',
    mock: { inner: refusingCharset('PUT') },
  },
  {
    name: 'charset-refused-on-patch',
    breaks: 'request.json-accepted-on-patch',
    mock: { inner: refusingCharset('PATCH') },
  },
  {
    name: 'malformed-json-is-500',
    breaks: 'request.malformed-json-is-400',
    mock: { inner: failingOver((body) => body !== '' && parsed(body) === undefined) },
  },
  {
    name: 'array-of-one-is-taken-for-the-one',
    breaks: 'request.array-for-object-is-400',
    mock: {
      inner: onlyFor(
        undefined,
        /\/(hosts|alertConfigs|maintenanceWindows)/,
        hearing((request) => {
          const json = parsed(request.body)?.value;
          return Array.isArray(json) && json.length === 1 ? withBody(request, json[0]) : request;
        }),
      ),
    },
  },
  {
    name: 'scalar-is-taken-for-nothing-to-change',
    breaks: 'request.scalar-for-object-is-400',
    mock: {
      inner: onlyFor(
        'PATCH',
        anything,
        hearing((request) => (isScalar(request.body) ? withBody(request, {}) : request)),
      ),
    },
  },
  {
    name: 'null-is-500',
    breaks: 'request.scalar-for-object-is-400',
    mock: { inner: failingOver((body) => body === 'null') },
  },
  {
    name: 'empty-body-is-taken-for-nothing-to-change',
    breaks: 'request.empty-body-is-400',
    mock: {
      inner: onlyFor(
        'PATCH',
        /\/(hosts|maintenanceWindows)\//,
        hearing((request) => (request.body === '' ? withBody(request, {}) : request)),
      ),
    },
  },
  {
    name: 'malformed-patch-is-refused-but-done',
    breaks: 'request.unreadable-body-changes-nothing',
    mock: { inner: onlyFor('PATCH', /\/hosts\//, mending) },
  },
  {
    name: 'malformed-create-is-refused-but-done',
    breaks: 'request.unreadable-body-changes-nothing',
    mock: { inner: onlyFor('POST', /\/alertConfigs$/, mending) },
  },
];
