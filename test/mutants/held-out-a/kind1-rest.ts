import { answering, jsonOf, pathOf, queryOf, rewriting, rewritingErrors, withJson } from '../lies.ts';
import { anyMember, anyRole, entity, inner, list, passingOver, refusal, status, to, type HeldOut, type Json } from './tools.ts';

const one = { kind: 1 } as const;
const invalid = 'Rejects Invalid Fields: an unknown field, or one that cannot be modified, is rejected with 400 naming it';
const readOnly = 'User Access Control: a Project Read Only user cannot modify any resource of the project';
const member = 'Authentication: for resources tied to a project, who is no member is answered 401';

/** Fields, callers, envelopes, layout, methods, refusals and values beyond hosts. */
export const lies: readonly HeldOut[] = [
  {
    ...one,
    name: 'a-snapshot-schedule-passes-over-unknown-fields',
    family: 'snapshot schedule PATCH',
    breaks: 'response.unknown-field-on-update-is-400',
    sentence: invalid,
    mock: inner('PATCH', '/groups/{G}/backupConfigs/{C}/snapshotSchedule', passingOver('INVALID_ATTRIBUTE')),
  },
  {
    ...one,
    name: 'a-new-window-passes-over-a-creation-date',
    family: 'maintenance windows POST',
    breaks: 'response.read-only-field-is-400',
    sentence: invalid,
    mock: inner('POST', '/groups/{G}/maintenanceWindows', passingOver('ATTRIBUTE_READ_ONLY')),
  },
  {
    ...one,
    name: 'a-backup-agent-configuration-passes-over-unknown-fields',
    family: 'backup agent config PUT',
    breaks: 'response.unknown-field-on-update-is-400',
    sentence: invalid,
    mock: inner('PUT', '/groups/{G}/automationConfig/backupAgentConfig', passingOver('INVALID_ATTRIBUTE')),
  },
  {
    ...one,
    name: 'an-organization-passes-over-its-id',
    family: 'organizations PATCH',
    breaks: 'response.read-only-field-is-400',
    sentence: invalid,
    mock: inner('PATCH', '/orgs/{O}', passingOver('ATTRIBUTE_READ_ONLY')),
  },
  {
    ...one,
    name: 'a-new-agent-key-passes-over-unknown-fields',
    family: 'agent API keys POST',
    breaks: 'response.unknown-field-on-create-is-400',
    sentence: invalid,
    mock: inner('POST', '/groups/{G}/agentapikeys', passingOver('INVALID_ATTRIBUTE')),
  },
  {
    ...one,
    name: 'an-acknowledgement-passes-over-the-status-of-the-alert',
    family: 'alerts PATCH',
    breaks: 'response.read-only-field-is-400',
    sentence: invalid,
    mock: inner('PATCH', '/groups/{G}/alerts/{A}', passingOver('ATTRIBUTE_READ_ONLY')),
  },
  {
    ...one,
    name: 'a-replaced-alert-configuration-passes-over-unknown-nested-fields',
    family: 'alert configurations PUT',
    breaks: 'response.unknown-nested-field-on-update-is-400',
    sentence: invalid,
    mock: inner('PUT', '/groups/{G}/alertConfigs/{A}', passingOver('INVALID_ATTRIBUTE', 'nested')),
  },
  {
    ...one,
    name: 'a-new-member-passes-over-unknown-nested-fields',
    family: 'project users POST',
    breaks: 'response.unknown-nested-field-on-create-is-400',
    sentence: invalid,
    mock: inner('POST', '/groups/{G}/users', passingOver('INVALID_ATTRIBUTE', 'nested')),
  },
  {
    ...one,
    name: 'a-team-does-not-say-which-field-is-unknown',
    family: 'teams PATCH',
    breaks: 'response.unknown-field-is-named',
    sentence: invalid,
    mock: inner(
      'PATCH',
      '/orgs/{O}/teams/{T}',
      rewritingErrors((error) =>
        error['errorCode'] === 'INVALID_ATTRIBUTE'
          ? { ...error, detail: 'Invalid attribute specified.', parameters: [] }
          : undefined,
      ),
    ),
  },
  {
    ...one,
    name: 'a-log-job-refused-for-a-field-is-made',
    family: 'log collection jobs POST',
    breaks: 'response.rejected-create-makes-nothing',
    sentence: invalid,
    mock: inner('POST', '/groups/{G}/logCollectionJobs', (next) => async (request) => {
      const response = await next(request);
      if ((jsonOf(response) as Json | undefined)?.['errorCode'] === 'INVALID_ATTRIBUTE')
        await passingOver('INVALID_ATTRIBUTE')(next)(request);
      return response;
    }),
  },
  {
    ...one,
    name: 'a-backup-configuration-passes-over-unknown-fields',
    family: 'backup configurations PATCH',
    breaks: 'response.unknown-field-on-update-is-400',
    sentence: invalid,
    mock: inner('PATCH', '/groups/{G}/backupConfigs/{C}', passingOver('INVALID_ATTRIBUTE')),
  },
  {
    ...one,
    name: 'log-jobs-are-never-pretty',
    family: 'log collection jobs',
    breaks: 'pretty.list-formatted',
    sentence: 'Pretty Printing: pretty=true lays out the answer to any request',
    mock: inner(
      'GET',
      '/groups/{G}/logCollectionJobs',
      answering((response) => ({ ...response, body: JSON.stringify(jsonOf(response)) })),
    ),
  },
  {
    ...one,
    name: 'the-answer-to-a-new-team-is-never-pretty',
    family: 'teams POST',
    breaks: 'pretty.entity-formatted',
    sentence: 'Pretty Printing: pretty=true lays out the answer to any request',
    mock: inner(
      'POST',
      '/orgs/{O}/teams',
      answering((response) => ({ ...response, body: JSON.stringify(jsonOf(response)) })),
    ),
  },
  {
    ...one,
    name: 'invitations-are-always-pretty',
    family: 'project invitations',
    breaks: 'pretty.compact-by-default',
    sentence: 'Pretty Printing: by default whitespace is stripped',
    mock: inner(
      'GET POST',
      '/groups/{G}/invites',
      answering((response) => ({ ...response, body: JSON.stringify(jsonOf(response), null, 2) })),
    ),
  },
  {
    ...one,
    name: 'a-changed-window-comes-without-its-envelope',
    family: 'maintenance windows PATCH',
    breaks: 'envelope.wraps-entity',
    sentence: 'Envelopes: envelope=true wraps a single entity into status and content',
    mock: inner(
      'PATCH',
      '/groups/{G}/maintenanceWindows/{W}',
      rewriting((document) => ('content' in document && 'status' in document ? document['content'] : undefined)),
    ),
  },
  {
    ...one,
    name: 'the-automation-status-has-no-envelope',
    family: 'automation status',
    breaks: 'envelope.wraps-entity',
    sentence: 'Envelopes: envelope=true wraps a single entity into status and content',
    mock: inner(
      'GET',
      '/groups/{G}/automationStatus',
      rewriting((document) => ('content' in document && 'status' in document ? document['content'] : undefined)),
    ),
  },
  {
    ...one,
    name: 'a-list-of-agents-is-wrapped',
    family: 'agents',
    breaks: 'envelope.list-gains-only-status',
    sentence: 'Envelopes: a list only gains the field status',
    mock: inner(
      'GET',
      '/groups/{G}/agents/{T}',
      list((document, request) => (queryOf(request).get('envelope') === 'true' ? { content: document, status: 200 } : undefined)),
    ),
  },
  {
    ...one,
    name: 'the-envelope-of-a-new-project-says-200',
    family: 'projects POST',
    breaks: 'envelope.status-is-http-status',
    sentence: 'Envelopes: status is the HTTP status code',
    mock: inner(
      'POST',
      '/groups',
      rewriting((document, _request, { status: real }) =>
        'content' in document && real === 201 ? { ...document, status: 200 } : undefined,
      ),
    ),
  },
  {
    ...one,
    name: 'restore-jobs-are-dated-in-an-offset',
    family: 'restore jobs',
    breaks: 'response.dates-in-utc',
    sentence: 'Returns Dates: ISO 8601 strings in UTC',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/restoreJobs/{J}',
      entity((document) => ({ ...document, created: String(document['created']).replace(/Z$/, '+02:00') })),
    ),
  },
  {
    ...one,
    name: 'invoices-are-dated-in-milliseconds',
    family: 'invoices',
    breaks: 'response.dates-in-utc',
    sentence: 'Returns Dates: ISO 8601 strings in UTC',
    mock: {
      product: 'cloud-manager',
      ...inner(
        'GET',
        '/orgs/{O}/invoices/{I}',
        entity((document) => ({ ...document, startDate: Date.parse(String(document['startDate'])) })),
      ),
    },
  },
  {
    ...one,
    name: 'a-restore-job-is-of-a-time-without-increment',
    family: 'restore jobs',
    breaks: 'request.bson-timestamps',
    sentence: 'JSON: a BSON timestamp is an object with date and increment',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/restoreJobs/{J}',
      entity((document) =>
        'timestamp' in document ? { ...document, timestamp: { date: (document['timestamp'] as Json)['date'] } } : document,
      ),
    ),
  },
  {
    ...one,
    name: 'a-window-without-description-says-null',
    family: 'maintenance windows',
    breaks: 'response.no-null',
    sentence: 'Returns Default Values: a field without a sensible default is omitted',
    mock: {
      inner: (next) =>
        to(
          'GET POST PATCH',
          '/groups/{G}/maintenanceWindows/{W}',
          entity((document) => ({ description: null, ...document })),
        )(next),
    },
  },
  {
    ...one,
    name: 'a-read-only-key-acknowledges-alerts',
    family: 'alerts PATCH',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('PATCH', '/groups/{G}/alerts/{A}', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-asks-for-logs',
    family: 'log collection jobs POST',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('POST', '/groups/{G}/logCollectionJobs', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-changes-backups',
    family: 'backup configurations PATCH',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('PATCH', '/groups/{G}/backupConfigs/{C}', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-removes-snapshots',
    family: 'snapshots DELETE',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('DELETE', '/groups/{G}/clusters/{C}/snapshots/{S}', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-removes-teams-from-the-project',
    family: 'project teams DELETE',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('DELETE', '/groups/{G}/teams/{T}', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-removes-the-project',
    family: 'projects DELETE',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('DELETE', '/groups/{G}', anyRole),
  },
  {
    ...one,
    name: 'a-read-only-key-makes-agent-keys',
    family: 'agent API keys POST',
    breaks: 'access.role-refuses-writes',
    sentence: readOnly,
    mock: inner('POST', '/groups/{G}/agentapikeys', anyRole),
  },
  {
    ...one,
    name: 'a-stranger-reads-the-automation-status',
    family: 'automation status',
    breaks: 'access.outsider-refused',
    sentence: member,
    mock: inner('GET', '/groups/{G}/automationStatus', anyMember),
  },
  {
    ...one,
    name: 'a-stranger-reads-one-snapshot',
    family: 'snapshots',
    breaks: 'access.outsider-refused',
    sentence: member,
    mock: inner('GET', '/groups/{G}/clusters/{C}/snapshots/{S}', anyMember),
  },
  {
    ...one,
    name: 'a-stranger-opens-a-window',
    family: 'maintenance windows POST',
    breaks: 'access.outsider-refused',
    sentence: member,
    mock: inner('POST', '/groups/{G}/maintenanceWindows', anyMember),
  },
  {
    ...one,
    name: 'a-stranger-removes-an-alert-configuration',
    family: 'alert configurations DELETE',
    breaks: 'access.outsider-refused',
    sentence: member,
    mock: inner('DELETE', '/groups/{G}/alertConfigs/{A}', anyMember),
  },
  {
    ...one,
    name: 'a-stranger-is-told-403-of-backups',
    family: 'backup configurations',
    breaks: 'access.outsider-refused',
    sentence: member,
    mock: inner(
      'GET',
      '/groups/{G}/backupConfigs',
      answering((response) =>
        (jsonOf(response) as Json | undefined)?.['errorCode'] === 'NOT_IN_GROUP'
          ? { ...rewrite403(response), status: 403 }
          : response,
      ),
    ),
  },
  {
    ...one,
    name: 'head-on-clusters-brings-a-body',
    family: 'clusters HEAD',
    breaks: 'method.head-no-body',
    sentence: 'HTTP Methods: HEAD brings the header without the JSON',
    mock: {
      wire: to(
        'HEAD',
        '/groups/{G}/clusters',
        answering((response) => (response.status === 200 ? { ...response, body: '{}' } : response)),
      ),
    },
  },
  {
    ...one,
    name: 'head-on-an-alert-configuration-is-204',
    family: 'alert configurations HEAD',
    breaks: 'method.head-status',
    sentence: 'HTTP Methods: HEAD brings the response header of the representation',
    mock: { inner: to('HEAD', '/groups/{G}/alertConfigs/{A}', status(204)) },
  },
  {
    ...one,
    name: 'head-on-no-team-is-200',
    family: 'teams HEAD',
    breaks: 'method.head-status',
    sentence: 'HTTP Methods: HEAD brings the response header; 404 for what does not exist',
    mock: {
      inner: to(
        'HEAD',
        '/orgs/{O}/teams/{T}',
        answering((response) => ({ ...response, status: 200 })),
      ),
    },
  },
  {
    ...one,
    name: 'put-on-a-cluster-is-404',
    family: 'clusters PUT',
    breaks: 'method.unsupported-is-405',
    sentence: 'Response Codes: 405, the method is not supported for the resource',
    mock: {
      inner: (next) => async (request) => {
        const response = await next(request);
        return response.status === 405 && /\/clusters(\/|$)/.test(pathOf(request))
          ? refusal(response, 404, 'RESOURCE_NOT_FOUND', 'Not Found')
          : response;
      },
    },
  },
  {
    ...one,
    name: 'refusals-about-teams-have-another-reason',
    family: 'teams',
    breaks: 'error.reason-phrase',
    sentence: 'Errors: reason is the definition of the HTTP status code',
    mock: {
      inner: (next) => async (request) =>
        /\/teams(\/|$)/.test(pathOf(request))
          ? rewritingErrors((error) => ({ ...error, reason: 'Error' }))(next)(request)
          : next(request),
    },
  },
  {
    ...one,
    name: 'parameters-of-a-conflict-are-one-string',
    family: 'every 409',
    breaks: 'error.parameters-are-strings',
    sentence: 'Errors: parameters is an array of strings',
    mock: { inner: rewritingErrors((error) => (error['error'] === 409 ? { ...error, parameters: 'name' } : undefined)) },
  },
  {
    ...one,
    name: 'a-project-takes-the-name-of-another-by-patch',
    family: 'projects PATCH',
    breaks: 'status.conflict-on-update',
    sentence: 'Response Codes: 409 to modify a unique property to a value that another entity has',
    mock: inner('PATCH', '/groups/{G}', (next) => async (request) => {
      const response = await next(request);
      if ((jsonOf(response) as Json | undefined)?.['errorCode'] !== 'GROUP_ALREADY_EXISTS') return response;
      const there = await next({ ...request, method: 'GET', body: '' });
      return withJson(there, { ...(jsonOf(there) as Json), ...(JSON.parse(request.body) as Json) });
    }),
  },
  {
    ...one,
    name: 'an-unknown-window-is-400',
    family: 'maintenance windows',
    breaks: 'status.not-found',
    sentence: 'Response Codes: 404, the requested resource does not exist',
    mock: {
      inner: to(
        'GET PATCH DELETE',
        '/groups/{G}/maintenanceWindows/{W}',
        answering((response) =>
          response.status === 404 ? refusal(response, 400, 'MAINTENANCE_WINDOW_NOT_FOUND', 'Bad Request') : response,
        ),
      ),
    },
  },
  {
    ...one,
    name: 'put-of-a-global-alert-configuration-merges',
    family: 'global alert configurations PUT',
    breaks: 'method.put-replaces',
    sentence: 'HTTP Methods: PUT replaces a resource',
    mock: inner('PUT', '/globalAlertConfigs/{A}', (next) => async (request) => {
      const before = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Json | undefined;
      const { matchers, metricThreshold, threshold } = before ?? {};
      const kept = Object.fromEntries(
        Object.entries({ matchers, metricThreshold, threshold }).filter(
          ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
        ),
      );
      const sent = JSON.parse(request.body || '{}') as Json;
      const merged = await next({ ...request, body: JSON.stringify({ ...kept, ...sent }) });
      return merged.status < 300 ? merged : next(request);
    }),
  },
  {
    ...one,
    name: 'the-interval-of-a-notification-has-no-unit',
    family: 'metrics: intervalMin of notifications',
    breaks: 'response.units-in-names',
    sentence: 'Labels Field: numbers in a unit are named so',
    mock: {
      inner: (next) =>
        to(
          'GET PUT PATCH POST',
          '/groups/{G}/alertConfigs/{A}',
          entity((document) => ({
            ...document,
            notifications: (document['notifications'] as Json[]).map(({ intervalMin, ...rest }) => ({
              ...rest,
              interval: intervalMin,
            })),
          })),
        )(next),
    },
  },
];
function rewrite403(response: Parameters<typeof withJson>[0]) {
  return withJson(response, { ...(jsonOf(response) as Json), error: 403, reason: 'Forbidden' });
}
