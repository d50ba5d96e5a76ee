import { createHash } from 'node:crypto';
import type { Handler, MockRequest } from '../../../src/mock/forms/types.ts';
import { isLoginRefusal } from '../credentials.ts';
import { answering, jsonOf, queryOf, withJson, withQuery } from '../lies.ts';
import {
  acceptingBeyond,
  entity,
  everywhere,
  errorCodeOf,
  inner,
  list,
  listed,
  status,
  to,
  type HeldOut,
  type Json,
} from './tools.ts';

const two = { kind: 2 } as const;

/** A page with more than 500, made of several true ones. */
const upTo = (most: number) => (next: Handler) => async (request: MockRequest) => {
  const asked = Math.min(Number(queryOf(request).get('itemsPerPage') ?? 0), most);
  if (!(asked > 500)) return next(request);
  const start = (Number(queryOf(request).get('pageNum') ?? 1) - 1) * asked;
  const all: Json[] = [];
  let first;
  for (let pageNum = 1; pageNum < 20; pageNum += 1) {
    const response = await next(
      withQuery(request, (q) => {
        q.set('itemsPerPage', '500');
        q.set('pageNum', String(pageNum));
      }),
    );
    first ??= response;
    const page = (jsonOf(response) as { results?: Json[] } | undefined)?.results ?? [];
    all.push(...page);
    if (page.length < 500) break;
  }
  const document = jsonOf(first!) as Json;
  if (!Array.isArray(document?.['results'])) return first!;
  return withJson(first!, {
    ...document,
    results: all.slice(start, start + asked),
    links: (document['links'] as Json[])
      .filter(({ rel }) => rel === 'self')
      .map((link) => ({ ...link, href: String(link['href']).replace('itemsPerPage=500', `itemsPerPage=${asked}`) })),
  });
};

/** An id that no other name gives. */
const teamIdOf = (request: MockRequest): string => createHash('sha256').update(request.body).digest('hex').slice(0, 24);

const schedule = '/groups/{G}/backupConfigs/{C}/snapshotSchedule';

/** More than the page allows. */
export const lies: readonly HeldOut[] = [
  {
    ...two,
    name: 'a-page-of-hosts-has-501',
    family: 'hosts',
    breaks: 'list.page-size-maximum',
    sentence: 'Lists: up to a maximum of 500 per page',
    mock: inner('GET', '/groups/{G}/hosts', upTo(501)),
  },
  {
    ...two,
    name: 'a-page-of-events-has-any-number',
    family: 'project events',
    breaks: 'list.page-size-maximum',
    sentence: 'Lists: up to a maximum of 500 per page',
    mock: inner('GET', '/groups/{G}/events', upTo(100_000)),
  },
  {
    ...two,
    name: 'a-minute-takes-101',
    family: 'rate limit',
    breaks: 'rate.refuses-beyond',
    sentence: 'Rate Limiting: up to 100 requests per minute and project',
    mock: { rateLimit: 101 },
  },
  {
    ...two,
    name: 'lists-of-alert-configurations-have-a-first',
    family: 'alert configurations',
    breaks: 'list.shape',
    sentence: 'Lists: one to three link relations: previous, next, self',
    mock: inner(
      'GET',
      '/groups/{G}/alertConfigs',
      list((document) => ({ ...document, links: [...document.links, { href: document.links[0]?.['href'], rel: 'first' }] })),
    ),
  },
  {
    ...two,
    name: 'lists-of-projects-have-a-last',
    family: 'organization projects',
    breaks: 'list.shape',
    sentence: 'Lists: one to three link relations: previous, next, self',
    mock: inner(
      'GET',
      '/orgs/{O}/groups',
      list((document) => ({ ...document, links: [...document.links, { href: document.links[0]?.['href'], rel: 'last' }] })),
    ),
  },
  {
    ...two,
    name: 'a-list-of-teams-is-206',
    family: 'teams',
    breaks: 'status.ok-on-get',
    sentence: 'Response Codes: 200 is the answer to a successful GET',
    mock: inner('GET', '/orgs/{O}/teams', status(206)),
  },
  {
    ...two,
    name: 'a-cluster-is-203',
    family: 'clusters',
    breaks: 'status.ok-on-get',
    sentence: 'Response Codes: 200 is the answer to a successful GET',
    mock: inner('GET', '/groups/{G}/clusters/{C}', status(203)),
  },
  {
    ...two,
    name: 'a-snapshot-is-202',
    family: 'snapshots',
    breaks: 'status.ok-on-get',
    sentence: 'Response Codes: 200 to a successful GET, 202 to an asynchronous operation',
    mock: inner('GET', '/groups/{G}/clusters/{C}/snapshots/{S}', status(202)),
  },
  {
    ...two,
    name: 'a-changed-window-is-201',
    family: 'maintenance windows PATCH',
    breaks: 'method.patch-updates-named-fields',
    sentence: 'Response Codes: 201, a new resource was created',
    mock: inner('PATCH', '/groups/{G}/maintenanceWindows/{W}', status(201)),
  },
  {
    ...two,
    name: 'a-removed-team-is-203',
    family: 'teams DELETE',
    breaks: 'method.delete-removes',
    sentence: 'Response Codes: 200, the request was successful',
    mock: inner('DELETE', '/orgs/{O}/teams/{T}', status(203)),
  },
  {
    ...two,
    name: 'a-delete-is-challenged-for-basic-too',
    family: 'login, DELETE',
    breaks: 'auth.never-basic',
    sentence: 'Digest authentication: so that the key is never sent over the network',
    mock: {
      wire: answering((response, request) =>
        request.method === 'DELETE' && isLoginRefusal(response)
          ? {
              ...response,
              headers: {
                ...response.headers,
                'WWW-Authenticate': [...[response.headers['WWW-Authenticate'] ?? []].flat(), 'Basic realm="MMS Public API"'],
              },
            }
          : response,
      ),
    },
  },
  {
    ...two,
    name: 'a-251st-team-is-made',
    family: 'teams',
    breaks: 'code.MAX_TEAMS_PER_ORG_EXCEEDED',
    sentence: 'Error Codes: organizations are limited to 250 teams',
    mock: inner(
      'POST',
      '/orgs/{O}/teams',
      answering((response, request) =>
        errorCodeOf(response) === 'MAX_TEAMS_PER_ORG_EXCEEDED'
          ? {
              ...withJson(response, {
                id: teamIdOf(request),
                links: [{ href: `${request.origin}${request.target}/${teamIdOf(request)}`, rel: 'self' }],
                name: (JSON.parse(request.body) as Json)['name'],
              }),
              status: 201,
            }
          : response,
      ),
    ),
  },
  {
    ...two,
    name: 'daily-snapshots-are-kept-366-days',
    family: 'snapshot schedule',
    breaks: 'code.INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD',
    sentence: 'Error Codes: daily retention is between 1 and 365 days',
    mock: inner(
      'PATCH',
      schedule,
      acceptingBeyond('INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD', (body) => ({ ...body, dailySnapshotRetentionDays: 365 })),
    ),
  },
  {
    ...two,
    name: 'the-reference-hour-is-24',
    family: 'snapshot schedule',
    breaks: 'code.INVALID_REFERENCE_HOUR_OF_DAY',
    sentence: 'Error Codes: the reference hour is between 0 and 23',
    mock: inner(
      'PATCH',
      schedule,
      acceptingBeyond('INVALID_REFERENCE_HOUR_OF_DAY', (body) => ({ ...body, referenceHourOfDay: 23 })),
    ),
  },
  {
    ...two,
    name: 'the-reference-minute-is-60-only',
    family: 'snapshot schedule',
    breaks: 'code.INVALID_REFERENCE_MINUTE_OF_HOUR',
    sentence: 'Error Codes: the reference minute is between 0 and 59, inclusive',
    mock: inner(
      'PATCH',
      schedule,
      (next) => async (request) =>
        (JSON.parse(request.body || '{}') as Json)['referenceMinuteOfHour'] === 60
          ? acceptingBeyond('INVALID_REFERENCE_MINUTE_OF_HOUR', (body) => ({ ...body, referenceMinuteOfHour: 59 }))(next)(request)
          : next(request),
    ),
  },
  {
    ...two,
    name: 'a-notification-comes-every-4-minutes',
    family: 'global alert configurations',
    breaks: 'code.NOTIFICATION_INTERVAL_OUT_OF_RANGE',
    sentence: 'Error Codes: an interval of at least 5 minutes',
    mock: inner(
      'POST',
      '/globalAlertConfigs',
      (next) => async (request) =>
        acceptingBeyond('NOTIFICATION_INTERVAL_OUT_OF_RANGE', (body) => ({
          ...body,
          notifications: (body['notifications'] as Json[]).map((each) => ({ ...each, intervalMin: 5 })),
        }))(next)(request),
    ),
  },
  {
    ...two,
    name: 'logs-are-kept-7-months',
    family: 'log collection jobs PATCH',
    breaks: 'code.EXPIRATION_DATE_TOO_DISTANT',
    sentence: 'Error Codes: an expiration at most 6 months in the future',
    mock: inner(
      'PATCH',
      '/groups/{G}/logCollectionJobs/{J}',
      answering((response) =>
        errorCodeOf(response) === 'EXPIRATION_DATE_TOO_DISTANT' ? { ...withJson(response, {}), status: 200 } : response,
      ),
    ),
  },
  {
    ...two,
    name: 'the-envelope-of-an-organization-has-headers',
    family: 'organizations',
    breaks: 'envelope.wraps-entity',
    sentence: 'Envelopes: the envelope of an entity has two fields',
    mock: inner('GET', '/orgs/{O}', (next) => async (request) => {
      const response = await next(request);
      const document = jsonOf(response) as Json | undefined;
      return queryOf(request).get('envelope') === 'true' && document && 'content' in document
        ? withJson(response, { ...document, headers: {} })
        : response;
    }),
  },
  {
    ...two,
    name: 'the-envelope-of-a-list-of-users-counts-too',
    family: 'organization users',
    breaks: 'envelope.list-gains-only-status',
    sentence: 'Envelopes: a list only gains the field status',
    mock: inner(
      'GET',
      '/orgs/{O}/users',
      list((document, request) =>
        queryOf(request).get('envelope') === 'true' ? { ...document, content: document.results } : undefined,
      ),
    ),
  },
  {
    ...two,
    name: 'listed-clusters-link-to-their-project',
    family: 'clusters',
    breaks: 'link.list-entity-has-only-self',
    sentence: 'Linking: an entity in a list only has self',
    mock: inner(
      'GET',
      '/groups/{G}/clusters',
      listed((document) => ({
        ...document,
        links: [
          ...(document['links'] as Json[]),
          {
            href: String((document['links'] as Json[])[0]?.['href']).replace(/\/clusters.*/, ''),
            rel: 'http://mms.mongodb.com/group',
          },
        ],
      })),
    ),
  },
  {
    ...two,
    name: 'timestamps-of-snapshots-have-three-fields-everywhere',
    family: 'snapshots, alone and in lists',
    breaks: 'request.bson-timestamps',
    sentence: 'JSON: a BSON timestamp is an object with two fields',
    mock: {
      inner: (next) => {
        const change = everywhere((document) =>
          'created' in document ? { ...document, created: { ...(document['created'] as Json), unit: 's' } } : document,
        );
        return to(
          'GET',
          '/groups/{G}/clusters/{C}/snapshots',
          change,
        )(to('GET', '/groups/{G}/clusters/{C}/snapshots/{S}', change)(next));
      },
    },
  },
  {
    ...two,
    name: 'a-timestamp-of-a-snapshot-has-three-fields',
    family: 'snapshots',
    breaks: 'request.bson-timestamps',
    sentence: 'JSON: a BSON timestamp is an object with two fields',
    mock: {
      inner: to(
        'GET',
        '/groups/{G}/clusters/{C}/snapshots/{S}',
        entity((document) => ({ ...document, created: { ...(document['created'] as Json), unit: 's' } })),
      ),
    },
  },
  {
    ...two,
    name: 'an-error-about-alerts-has-a-sixth-field',
    family: 'alerts',
    breaks: 'error.five-fields',
    sentence: 'Errors: the document contains five fields',
    mock: {
      inner: to(
        'GET PATCH',
        '/groups/{G}/alerts/{A}',
        answering((response) =>
          response.status >= 400 ? withJson(response, { ...(jsonOf(response) as Json), stack: 'at AlertResource' }) : response,
        ),
      ),
    },
  },
];
