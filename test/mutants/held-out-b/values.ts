import type { Layer, MockOptions } from '../../../src/mock/forms/types.ts';
import { answering, bodyOf, jsonOf, onlyFor, rewriting, withBody, withJson, withQuery } from '../lies.ts';
import { alone, eachEntity, field, inner, isList, isObject, listed, pp, renamed, type HeldOut, type Json } from './lie.ts';

const lie = (name: string, family: string, sentence: string, mock: MockOptions, from = pp): HeldOut => ({
  name,
  kind: '10 values',
  family,
  sentence: `${sentence} (${from})`,
  mock,
});

const iso = 'All dates are returned as ISO 8601-formatted strings designated in UTC.';
const zone = "If you don't specify a time zone, Cloud Manager assumes UTC; 2018-09-27T16:00-04:00 is 4:00 PM EDT";
const bson =
  'a JSON document as an object with two fields: date: Seconds since the UNIX Epoch; increment: An incrementing 32-bit integer ordinal';
const units = 'Fields that contain numeric values in a particular unit are named so as to disambiguate the unit being used.';
const entity = 'GET Retrieve the JSON representation of a resource; All entities are represented in JSON';
const json = 'All entities are represented in JSON (a name occurs once in an object: RFC 8259)';
const five =
  'The document contains five fields: detail string, error integer, errorCode string, parameters array of strings, reason string';
const listFields = 'The response entity contains three fields: totalCount, results, links';
const update = 'PATCH Update the specified fields in a resource using the provided JSON representation.';
const create = 'POST Create a new resource using the provided JSON representation.';

/** A date moved by so many milliseconds. */
const moved = (ms: number) => (value: unknown) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? new Date(Date.parse(value) + ms).toISOString().replace('.000Z', 'Z')
    : value;
const hour = 3_600_000;

/** What is sent is heard with another value in a field. */
const heard =
  (name: string, change: (value: any) => unknown): Layer =>
  (next) =>
  (request) => {
    const body = bodyOf(request);
    return next(body && name in body ? withBody(request, { ...body, [name]: change(body[name]) }) : request);
  };

/** The text of an answer changed. */
const texts = (change: (body: string) => string): Layer =>
  answering((response) => (response.status < 300 ? { ...response, body: change(response.body) } : response));

/** Every field of that name, at any depth. */
const deep = (value: unknown, name: string, change: (value: any) => unknown, rename = name): unknown => {
  if (Array.isArray(value)) return value.map((one) => deep(one, name, change, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => (key === name ? [rename, change(one)] : [key, deep(one, name, change, rename)])),
  );
};
const anywhere = (name: string, change: (value: any) => unknown, rename = name): Layer =>
  rewriting((document, _request, { status }) => (status < 300 ? deep(document, name, change, rename) : undefined));

const hosts = /^\/groups\/\w+\/hosts$/;
const host = /^\/groups\/\w+\/hosts\/\w+$/;
const windows = /^\/groups\/\w+\/maintenanceWindows/;
const clusters = /^\/groups\/\w+\/clusters$/;
const cluster = /^\/groups\/\w+\/clusters\/\w+$/;
const snapshots = /\/clusters\/\w+\/snapshots(?:\/\w+)?$/;
const checkpoints = /\/checkpoints(?:\/\w+)?$/;

export const values: readonly HeldOut[] = [
  lie(
    'value-cluster-id-is-upper-case-in-the-list',
    'clusters, list',
    `an id is one text: ${entity}`,
    inner('GET', clusters, listed(field('id', (id: string) => id.toUpperCase()))),
  ),
  lie(
    'value-new-alert-config-id-is-wrapped',
    'alert configurations, POST',
    create,
    inner('POST', /\/alertConfigs$/, alone(field('id', (id: string) => `ObjectId("${id}")`))),
  ),
  lie(
    'value-window-project-is-its-name',
    'maintenance windows',
    `an id of one form throughout: ${entity}`,
    inner(undefined, windows, eachEntity(field('groupId', () => 'main'))),
  ),
  lie(
    'value-alert-config-id-of-alerts-is-cut',
    'alerts',
    `an id of one form throughout: ${entity}`,
    inner('GET', /\/alerts(?:\/\w+)?$/, eachEntity(field('alertConfigId', (id: string) => id.slice(0, 12)))),
  ),
  lie(
    'value-snapshot-cluster-is-another',
    'snapshots',
    entity,
    inner('GET', snapshots, eachEntity(field('clusterId', (id: string) => id.split('').toReversed().join('')))),
  ),

  lie(
    'value-window-offset-is-not-heard-on-patch',
    'maintenance windows, PATCH',
    zone,
    inner(
      'PATCH',
      windows,
      (next) => (request) =>
        next({ ...request, body: request.body.replace(/(T\d\d:\d\d(?::\d\d)?)(?:[+-]\d\d:?\d\d)"/g, '$1Z"') }),
    ),
  ),
  lie(
    'value-acknowledged-until-is-an-hour-late',
    'alerts, PATCH',
    update,
    inner('PATCH', /\/alerts\/\w+$/, heard('acknowledgedUntil', moved(hour))),
  ),
  lie(
    'value-snapshot-expiry-is-cut-to-the-day',
    'snapshots, PATCH',
    update,
    inner(
      'PATCH',
      snapshots,
      heard('expires', (date: string) => date.slice(0, 10)),
    ),
  ),
  lie(
    'value-log-job-expiry-is-a-month-early',
    'log jobs, PATCH',
    update,
    inner('PATCH', /\/logCollectionJobs\/\w+$/, heard('expirationDate', moved(-24 * hour))),
  ),
  lie(
    'value-new-host-was-created-two-hours-hence',
    'hosts, POST',
    iso,
    inner('POST', hosts, alone(field('created', moved(2 * hour)))),
  ),
  lie(
    'value-new-window-was-created-last-year',
    'maintenance windows',
    iso,
    inner(undefined, windows, eachEntity(field('created', moved(-8760 * hour)))),
  ),
  lie(
    'value-alert-config-is-updated-before-it-is-created',
    'alert configurations',
    iso,
    inner(
      undefined,
      /\/alertConfigs/,
      eachEntity((one) => ('created' in one ? { ...one, updated: moved(-hour)(one['created']) } : one)),
    ),
  ),
  lie(
    'value-last-ping-is-a-number',
    'hosts',
    iso,
    inner('GET', /\/hosts(?:\/[\w:.-]+)?$/, eachEntity(field('lastPing', (date: string) => Date.parse(date)))),
  ),
  lie(
    'value-heartbeat-has-no-zone',
    'clusters',
    iso,
    inner('GET', /\/clusters(?:\/\w+)?$/, eachEntity(field('lastHeartbeat', (date: string) => date.replace('Z', '')))),
  ),
  lie(
    'value-invitation-expires-in-local-time',
    'invitations',
    iso,
    inner(
      undefined,
      /\/invites/,
      eachEntity(field('expiresAt', (date: string) => `${String(moved(2 * hour)(date)).replace('Z', '')}+02:00`)),
    ),
  ),
  lie(
    'value-data-points-are-in-milliseconds',
    'measurements',
    iso,
    inner(
      'GET',
      /\/measurements$/,
      anywhere('timestamp', (date: string) => Date.parse(date)),
    ),
  ),
  lie(
    'value-measurements-offset-is-not-heard',
    'measurements, query',
    zone,
    inner(
      'GET',
      /\/measurements$/,
      (next) => (request) =>
        next(
          withQuery(request, (query) =>
            ['start', 'end'].forEach(
              (name) => query.has(name) && query.set(name, query.get(name)!.replace(/[+ -]\d\d:?\d\d$/, 'Z')),
            ),
          ),
        ),
    ),
  ),
  lie(
    'value-org-events-from-is-not-heard',
    "organizations' events, query",
    'use dates formatted according to the ISO 8601 standard (as query parameters)',
    inner('GET', /^\/orgs\/\w+\/events$/, (next) => (request) => next(withQuery(request, (query) => query.delete('minDate')))),
  ),

  lie(
    'value-snapshot-increment-is-inc',
    'snapshots',
    bson,
    inner(
      'GET',
      snapshots,
      anywhere('increment', (one) => one, 'inc'),
    ),
  ),
  lie('value-checkpoint-increment-is-text', 'checkpoints', bson, inner('GET', checkpoints, anywhere('increment', String))),
  lie(
    'value-restore-loses-the-increment',
    'restore jobs, POST',
    bson,
    inner('POST', /\/restoreJobs$/, (next) => (request) => {
      const body = bodyOf(request);
      const at = body?.['timestamp'];
      return next(body && isObject(at) ? withBody(request, { ...body, timestamp: { ...at, increment: 1 } }) : request);
    }),
  ),
  lie(
    'value-oplog-time-of-snapshots-is-a-plain-date',
    'snapshots',
    bson,
    inner('GET', snapshots, eachEntity(field('lastOplogAppliedTimestamp', ({ date }: Json) => date))),
  ),

  lie(
    'value-data-size-has-no-unit',
    'snapshots, parts',
    units,
    inner(
      'GET',
      snapshots,
      anywhere('dataSizeBytes', (one) => one, 'dataSize'),
    ),
  ),
  lie(
    'value-memory-has-no-unit',
    'hosts, systemInfo',
    units,
    inner(
      'GET',
      host,
      anywhere('memSizeMB', (one) => one, 'memSize'),
    ),
  ),
  lie(
    'value-point-in-time-window-has-no-unit',
    'snapshot schedule',
    units,
    inner('GET', /\/snapshotSchedule$/, alone(renamed('pointInTimeWindowHours', 'pointInTimeWindow'))),
  ),
  lie(
    'value-new-field-latency',
    'clusters',
    units,
    inner(
      'GET',
      cluster,
      alone((one) => ({ ...one, replicationLag: 12 })),
    ),
  ),

  lie(
    'value-alert-config-has-enabled-twice',
    'alert configurations by id',
    json,
    inner(
      'GET',
      /\/alertConfigs\/\w+$/,
      texts((body) => body.replace(/^\{(\s*)/, '{$1"enabled":true,')),
    ),
  ),
  lie(
    'value-team-list-has-total-count-twice',
    'teams, list',
    json,
    inner(
      'GET',
      /^\/orgs\/\w+\/teams$/,
      texts((body) => body.replace(/^\{(\s*)/, '{$1"totalCount":0,')),
    ),
  ),
  lie(
    'value-link-has-rel-twice',
    'backup configurations',
    json,
    inner(
      'GET',
      /\/backupConfigs\/\w+$/,
      texts((body) => body.replace(/"rel":/, '"rel":"up","rel":')),
    ),
  ),

  lie(
    'value-organization-list-is-snake-case',
    'organizations, list',
    listFields,
    inner(
      'GET',
      /^\/orgs$/,
      rewriting((document) => (isList(document) ? renamed('totalCount', 'total_count')(document) : undefined)),
    ),
  ),
  lie(
    'value-backup-config-is-snake-case-in-the-list',
    'backup configurations, list',
    'the same names as by id; the examples name fields in camel case (uptimeMsec, projectId)',
    inner('GET', /\/backupConfigs$/, listed(renamed('clusterId', 'cluster_id'))),
  ),
  lie(
    'value-goal-version-is-snake-case',
    'automation status',
    'the examples name fields in camel case (uptimeMsec, projectId)',
    inner('GET', /\/automationStatus$/, alone(renamed('goalVersion', 'goal_version'))),
  ),

  lie(
    'value-cluster-comes-in-an-array',
    'clusters by id',
    entity,
    inner(
      'GET',
      cluster,
      answering((response) => (response.status < 300 ? withJson(response, [jsonOf(response)]) : response)),
    ),
  ),
  lie(
    'value-new-team-comes-in-an-array',
    'teams, POST',
    create,
    inner(
      'POST',
      /^\/orgs\/\w+\/teams$/,
      answering((response) => (response.status < 300 ? withJson(response, [jsonOf(response)]) : response)),
    ),
  ),
  lie(
    'value-envelope-content-is-an-array',
    'projects, enveloped',
    'content: Requested entity.',
    inner(
      'GET',
      /^\/groups\/\w+$/,
      rewriting((document) => (isObject(document['content']) ? { ...document, content: [document['content']] } : undefined)),
    ),
  ),

  lie('value-port-by-name-is-text', 'hosts byName', entity, inner('GET', /\/hosts\/byName\//, alone(field('port', String)))),
  lie(
    'value-total-count-of-keys-is-text',
    'API keys, list',
    'totalCount: Total number of items in the entire result set.',
    inner(
      'GET',
      /\/apiKeys$/,
      rewriting((document) => (isList(document) ? field('totalCount', String)(document) : undefined)),
    ),
  ),
  lie('value-snapshot-complete-is-text', 'snapshots', entity, inner('GET', snapshots, eachEntity(field('complete', String)))),
  lie('value-error-is-text-for-windows', 'maintenance windows, refusals', five, {
    inner: onlyFor(
      undefined,
      windows,
      rewriting((document) => ('errorCode' in document ? field('error', String)(document) : undefined)),
    ),
  }),
  lie('value-parameters-are-one-text-for-users', 'users, refusals', five, {
    inner: onlyFor(
      undefined,
      /^\/users/,
      rewriting((document) =>
        'errorCode' in document ? field('parameters', (all: string[]) => all.join(', '))(document) : undefined,
      ),
    ),
  }),
  lie(
    'value-host-counts-are-text',
    'projects',
    entity,
    inner(
      'GET',
      /^\/groups(?:\/\w+)?$/,
      eachEntity(
        field('hostCounts', (counts: Json) =>
          Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, String(count)])),
        ),
      ),
    ),
  ),
  lie(
    'value-no-description-is-null',
    'maintenance windows',
    'Fields that do not have a sensible default value are omitted from the entity.',
    inner(
      undefined,
      windows,
      eachEntity((one) => ('startDate' in one && !('description' in one) ? { ...one, description: null } : one)),
    ),
  ),
];
