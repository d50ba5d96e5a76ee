import type { Layer } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';
import { bodyOf, hearing, onlyFor, rewriting, withBody, withQuery } from '../lies.ts';

const windows = /\/maintenanceWindows(\/|$)/;
const events = /^\/groups\/[^/]+\/events$/;
const hour = 3_600_000;

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
    name: 'field-date-only-is-noon',
    breaks: 'request.field-date-only',
    mock: { inner: mishearing(day, (date) => `${date}T12:00:00Z`) },
  },
  {
    name: 'field-offset-is-dropped',
    breaks: 'request.field-date-with-offset',
    also: ['method.post-creates', 'method.patch-updates-named-fields'],
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
    also: ['method.post-creates', 'method.patch-updates-named-fields'],
    mock: { inner: mishearing(/T16:00:00Z$|T17:00:00Z$/, (date) => later(date, 4 * hour)) },
  },
  {
    name: 'field-without-zone-is-local-time',
    breaks: 'request.field-date-without-zone',
    also: ['method.post-creates', 'method.patch-updates-named-fields'],
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
