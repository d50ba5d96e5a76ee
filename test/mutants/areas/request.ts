import type { Layer } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';
import { answering, bodyOf, hearing, onlyFor, rewriting, withBody, withJson, withQuery } from '../lies.ts';

const anything = /./;
const windows = /\/maintenanceWindows(\/|$)/;
const events = /^\/groups\/[^/]+\/events$/;
const hour = 3_600_000;

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

/** Hears the dates of maintenance windows that match otherwise than they are meant. */
const mishearing = (form: RegExp, meant: (date: string) => string) =>
  onlyFor(
    undefined,
    windows,
    hearing((request) => {
      const document = bodyOf(request);
      if (document === undefined) return request;
      return withBody(
        request,
        Object.fromEntries(
          Object.entries(document).map(([name, value]) => [
            name,
            name.endsWith('Date') && typeof value === 'string' && form.test(value) ? meant(value) : value,
          ]),
        ),
      );
    }),
  );

/** The same for the dates by which events are asked for; a meaning of undefined takes no notice of the parameter. */
function mishearingQuery(form: RegExp, meant: (date: string) => string | undefined): Layer {
  return onlyFor(
    'GET',
    events,
    hearing((request) =>
      withQuery(request, (query) => {
        for (const name of ['minDate', 'maxDate']) {
          const date = query.get(name) ?? '';
          const other = form.test(date) ? meant(date) : date;
          if (other === undefined) query.delete(name);
          else if (other !== '') query.set(name, other);
        }
      }),
    ),
  );
}

const day = /^\d{4}-\d\d-\d\d$/;
const withOffset = /T.*[+-]\d\d:\d\d$/;
const inUtc = /Z$/;
const withoutZone = /T[\d:]+$/;
const withoutSeconds = /T\d\d:\d\d([Z+-]|$)/;
const later = (date: string, milliseconds: number): string => new Date(Date.parse(date) + milliseconds).toISOString();
const withoutOffset = (date: string): string => date.replace(/[+-]\d\d:\d\d$/, '');

/** The document with the dates of its BSON timestamps written for people. */
const inWords = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document).replace(/"date":"[^"]*"/g, '"date":"a while ago"'));

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
  {
    name: 'field-date-only-is-noon',
    breaks: 'request.field-date-only',
    mock: { inner: mishearing(day, (date) => `${date}T12:00:00Z`) },
  },
  {
    name: 'field-offset-is-dropped',
    breaks: 'request.field-date-with-offset',
    mock: { inner: mishearing(withOffset, withoutOffset) },
  },
  {
    name: 'field-without-seconds-is-refused',
    breaks: 'request.field-date-without-seconds',
    mock: { inner: mishearing(withoutSeconds, () => 'unreadable') },
  },
  {
    name: 'field-in-utc-is-local-time',
    breaks: 'request.field-date-in-utc',
    mock: { inner: mishearing(/T16:00:00Z$|T17:00:00Z$/, (date) => later(date, 4 * hour)) },
  },
  {
    name: 'field-without-zone-is-local-time',
    breaks: 'request.field-date-without-zone',
    mock: { inner: mishearing(withoutZone, (date) => `${date}-04:00`) },
  },
  {
    name: 'field-date-is-only-understood-on-create',
    breaks: 'request.field-date-only',
    mock: {
      inner: onlyFor(
        'PATCH',
        windows,
        mishearing(day, () => 'unreadable'),
      ),
    },
  },
  {
    name: 'query-date-only-is-ignored',
    breaks: 'request.query-date-only',
    mock: { inner: mishearingQuery(day, () => undefined) },
  },
  {
    name: 'query-date-only-is-the-next-day',
    breaks: 'request.query-date-only',
    mock: { inner: mishearingQuery(day, (date) => later(date, 24 * hour)) },
  },
  {
    name: 'query-offset-is-dropped',
    breaks: 'request.query-date-with-offset',
    mock: { inner: mishearingQuery(withOffset, withoutOffset) },
  },
  {
    name: 'query-with-offset-is-ignored',
    breaks: 'request.query-date-with-offset',
    mock: { inner: mishearingQuery(withOffset, () => undefined) },
  },
  {
    name: 'query-in-utc-is-ignored',
    breaks: 'request.query-date-in-utc',
    mock: { inner: mishearingQuery(inUtc, () => undefined) },
  },
  {
    name: 'query-in-utc-is-local-time',
    breaks: 'request.query-date-in-utc',
    mock: { inner: mishearingQuery(inUtc, (date) => later(date, 4 * hour)) },
  },
  {
    name: 'query-without-zone-is-local-time',
    breaks: 'request.query-date-without-zone',
    mock: { inner: mishearingQuery(withoutZone, (date) => `${date}-04:00`) },
  },
  {
    name: 'query-without-zone-is-refused',
    breaks: 'request.query-date-without-zone',
    mock: { inner: mishearingQuery(withoutZone, () => 'unreadable') },
  },
  {
    name: 'bson-timestamp-is-dated-in-words',
    breaks: 'request.bson-timestamps',
    also: ['resource.snapshot'],
    mock: { inner: onlyFor('GET', /\/snapshots/, rewriting(inWords)) },
  },
];
