import type { Layer, MockOptions } from '../../../src/mock/forms/types.ts';
import { asMain, isLoginRefusal } from '../credentials.ts';
import { answering, bodyOf, jsonOf, onlyFor, pathOf, queryOf, withBody, withJson, withQuery } from '../lies.ts';
import {
  inner,
  isList,
  isObject,
  om,
  pp,
  refusal,
  safeBody,
  seemsDone,
  takes,
  tracker,
  usernameOf,
  withStatus,
  type HeldOut,
  type Json,
} from './lie.ts';

const lie = (name: string, family: string, sentence: string, mock: MockOptions, from = om): HeldOut => ({
  name,
  kind: 'other',
  family,
  sentence: `${sentence} (${from})`,
  mock,
});
const cm: MockOptions = { product: 'cloud-manager' };

const schedule = /\/snapshotSchedule$/;
const backup = /\/backupConfigs\/\w+$/;
const put = 'PUT Replace a resource with the provided JSON representation.';
const remove = 'DELETE Remove a resource.';

/** A change of one field to that value is refused with a code. */
const refuses =
  (code: string, field: string, value: unknown): Layer =>
  (next) =>
  (request) =>
    bodyOf(request)?.[field] === value ? refusal(code, [], 400, request) : next(request);

/** A schedule takes this value too, or those; what it shows from then on is what was sent. */
const scheduleTakes = (field: string, isTaken: (value: unknown) => boolean): MockOptions => ({
  inner: (next) => {
    const kept = new Map<string, unknown>();
    return async (request) => {
      const path = pathOf(request);
      if (!schedule.test(path)) return next(request);
      const value = request.method === 'PATCH' ? bodyOf(request)?.[field] : undefined;
      if (value !== undefined) kept.delete(path);
      const takes = value !== undefined && isTaken(value);
      const response = await next(takes ? { ...request, method: 'GET', body: '' } : request);
      if (takes && response.status < 300) kept.set(path, value);
      const document = jsonOf(response);
      return kept.has(path) && response.status < 300 && isObject(document)
        ? withJson(response, { ...document, [field]: kept.get(path) })
        : response;
    };
  },
});

const statusTaken = (code: string): MockOptions => inner('PATCH', backup, seemsDone(code));

export const others: readonly HeldOut[] = [
  // Statuses of codes.
  lie(
    'code-invalid-alert-id-is-400',
    'alerts',
    'INVALID_ALERT_ID 404 An invalid alert ID <ID> was specified.',
    withStatus('INVALID_ALERT_ID', 400, 'cloud-manager'),
    pp,
  ),
  lie(
    'code-user-not-in-group-is-400',
    'members of a project',
    'USER_NOT_IN_GROUP 404 User <username> is not in group <group>.',
    withStatus('USER_NOT_IN_GROUP', 400, 'cloud-manager'),
    pp,
  ),
  lie(
    'code-last-owner-is-409',
    'users',
    'CANNOT_DEMOTE_LAST_OWNER 403 Cannot demote the last owner of the group.',
    withStatus('CANNOT_DEMOTE_LAST_OWNER', 409, 'cloud-manager'),
    pp,
  ),
  lie(
    'code-missing-sync-source-is-400',
    'backup configurations',
    'MISSING_SYNC_SOURCE 409',
    withStatus('MISSING_SYNC_SOURCE', 400, 'cloud-manager'),
    pp,
  ),
  lie(
    'code-ssh-key-name-is-400',
    'SSH keys',
    'SSH_KEY_NAME_NOT_FOUND 404 No SSH key with name <name> exists.',
    withStatus('SSH_KEY_NAME_NOT_FOUND', 400, 'cloud-manager'),
    pp,
  ),
  lie(
    'code-taken-project-name-is-400-on-patch',
    'projects, PATCH',
    '409 Conflict: a request to create or modify a property of an entity that is unique',
    {
      inner: onlyFor(
        'PATCH',
        /^\/groups\/\w+$/,
        answering((response) =>
          response.status === 409
            ? { ...withJson(response, { ...(jsonOf(response) as Json), error: 400, reason: 'Bad Request' }), status: 400 }
            : response,
        ),
      ),
    },
    pp,
  ),
  // Circumstances that the message of a code tells.
  lie(
    'backup-stops-when-it-never-started',
    'backup configurations',
    'CANNOT_STOP_BACKUP_INVALID_STATE Cannot stop backup unless the cluster is in the STARTED state.',
    statusTaken('CANNOT_STOP_BACKUP_INVALID_STATE'),
  ),
  lie(
    'backup-starts-twice',
    'backup configurations',
    'CANNOT_START_BACKUP_INVALID_STATE Cannot start backup unless the cluster is in the INACTIVE or STOPPED state.',
    statusTaken('CANNOT_START_BACKUP_INVALID_STATE'),
  ),
  lie(
    'backup-ends-while-it-runs',
    'backup configurations',
    'CANNOT_TERMINATE_BACKUP_INVALID_STATE Cannot terminate backup unless the cluster is in the STOPPED state.',
    statusTaken('CANNOT_TERMINATE_BACKUP_INVALID_STATE'),
  ),
  lie(
    'schedule-takes-any-hours-from-6-to-24',
    'snapshot schedule',
    'INVALID_SNAPSHOT_INTERVAL Snapshot interval must be 6, 8, 12, or 24 hours.',
    scheduleTakes(
      'snapshotIntervalHours',
      (value) => Number(value) >= 6 && Number(value) <= 24 && ![6, 8, 12, 24].includes(Number(value)),
    ),
  ),
  lie(
    'schedule-takes-366-days',
    'snapshot schedule',
    'INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD Daily snapshot retention period must be between 1 and 365 days.',
    scheduleTakes('dailySnapshotRetentionDays', (value) => value === 366),
  ),
  lie(
    'schedule-refuses-36-months',
    'snapshot schedule',
    'INVALID_MONTHLY_SNAPSHOT_RETENTION_PERIOD Monthly snapshot retention period must be between 1 and 36 months.',
    inner('PATCH', schedule, refuses('INVALID_MONTHLY_SNAPSHOT_RETENTION_PERIOD', 'monthlySnapshotRetentionMonths', 36)),
  ),
  lie(
    'schedule-takes-hour-24',
    'snapshot schedule',
    'INVALID_REFERENCE_HOUR_OF_DAY Snapshot schedule reference hour must be between 0 and 23, inclusive.',
    scheduleTakes('referenceHourOfDay', (value) => value === 24),
  ),
  lie(
    'schedule-refuses-minute-59',
    'snapshot schedule',
    'INVALID_REFERENCE_MINUTE_OF_HOUR Snapshot schedule reference minute must be between 0 and 59, inclusive.',
    inner('PATCH', schedule, refuses('INVALID_REFERENCE_MINUTE_OF_HOUR', 'referenceMinuteOfHour', 59)),
  ),
  lie('teams-are-full-at-249', 'teams', 'MAX_USERS_PER_TEAM_EXCEEDED Teams are limited to 250 users.', {
    inner: onlyFor('POST', /^\/orgs\/\w+\/teams\/\w+\/users$/, (next) => async (request) => {
      const sent = safeBody(request);
      const there = jsonOf(await next({ ...request, method: 'GET', body: '' })) as { totalCount?: number };
      return Array.isArray(sent) && (there?.totalCount ?? 0) + sent.length > 249
        ? refusal('MAX_USERS_PER_TEAM_EXCEEDED', [], 400, request)
        : next(request);
    }),
  }),
  lie(
    'log-job-may-last-seven-months',
    'log jobs',
    'EXPIRATION_DATE_TOO_DISTANT Expiration date for log collection request job can only be as far as 6 months in the future.',
    inner('PATCH', /\/logCollectionJobs\/\w+$/, (next) => async (request) => {
      const response = await next(request);
      return (jsonOf(response) as Json)?.['errorCode'] === 'EXPIRATION_DATE_TOO_DISTANT'
        ? { ...withJson(response, {}), status: 200 }
        : response;
    }),
  ),
  lie(
    'log-job-of-no-bytes-is-taken',
    'log jobs',
    'INVALID_LOG_REQUEST_SIZE Log request size must be a positive number.',
    inner(
      'POST',
      /\/logCollectionJobs$/,
      takes(
        'INVALID_LOG_REQUEST_SIZE',
        (body) => ({ ...body, sizeRequestedPerFileBytes: 1 }),
        (body) => body.sizeRequestedPerFileBytes === 0,
      ),
    ),
  ),
  lie(
    'log-job-in-progress-is-downloaded',
    'log jobs',
    'CANNOT_DOWNLOAD_JOB_IN_PROGRESS Cannot download a log collection request job in the IN_PROGRESS state.',
    inner('GET', /\/download$/, (next) => async (request) => {
      const response = await next(request);
      return /CANNOT_DOWNLOAD_JOB_IN_PROGRESS/.test(response.body)
        ? {
            status: 200,
            headers: { 'Content-Type': 'application/gzip' },
            body: '',
            bytes: Buffer.from('H4sIAAAAAAAAAwMAAAAAAAAAAAA=', 'base64'),
          }
        : response;
    }),
  ),
  lie(
    'project-name-may-end-in-10gen',
    'projects',
    'INVALID_GROUP_NAME_10GEN Group name cannot contain "10gen-" or "-10gen".',
    inner(
      'POST',
      /^\/groups$/,
      takes(
        'INVALID_GROUP_NAME_10GEN',
        (body) => ({ ...body, name: String(body.name).replace('-10gen', '-10 gen') }),
        (body) => !String(body.name).startsWith('10gen-'),
      ),
    ),
  ),
  lie(
    'host-takes-port-65536',
    'hosts',
    'INVALID_HOST_PORT Invalid host port <number>.',
    inner(
      'POST',
      /\/hosts$/,
      takes(
        'INVALID_HOST_PORT',
        (body) => ({ ...body, port: 65_535 }),
        (body) => body.port > 65_535,
      ),
    ),
  ),
  lie(
    'alert-config-is-replaced-by-one-without-notifications',
    'alert configurations, PUT',
    'MISSING_NOTIFICATIONS At least one notification must be specified for an alert configuration.',
    inner('PUT', /\/alertConfigs\/\w+$/, seemsDone('MISSING_NOTIFICATIONS')),
  ),
  lie(
    'window-may-end-before-it-starts-on-patch',
    'maintenance windows, PATCH',
    'MAINTENANCE_WINDOW_START_DATE_AFTER_END_DATE Maintenance window configurations must specify a start date before their end date.',
    inner('PATCH', /\/maintenanceWindows\/\w+$/, seemsDone('MAINTENANCE_WINDOW_START_DATE_AFTER_END_DATE')),
  ),
  lie(
    'measurements-take-period-and-start',
    'measurements',
    'MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS Either the <parameter> query parameter or the <parameter> query parameter but not both should be specified.',
    inner(
      'GET',
      /\/measurements$/,
      (next) => (request) =>
        next(
          queryOf(request).has('period')
            ? withQuery(request, (query) => {
                query.delete('start');
                query.delete('end');
              })
            : request,
        ),
    ),
  ),
  lie(
    'last-owner-may-be-removed',
    'members of a project',
    'CANNOT_DELETE_LAST_OWNER Cannot remove the last owner from the group.',
    inner('DELETE', /^\/groups\/\w+\/users\/\w+$/, seemsDone('CANNOT_DELETE_LAST_OWNER')),
  ),
  // Life cycles.
  lie(
    'automation-put-merges',
    'automation configuration',
    put,
    inner('PUT', /\/automationConfig$/, (next) => async (request) => {
      const body = bodyOf(request);
      const there = jsonOf(await next({ ...request, method: 'GET', body: '' }));
      const { version: _version, ...kept } = isObject(there) && 'version' in there ? there : {};
      return next(body && Object.keys(kept).some((name) => !(name in body)) ? withBody(request, { ...kept, ...body }) : request);
    }),
    pp,
  ),
  lie(
    'automation-status-keeps-the-old-goal',
    'automation status',
    'When you submit a new automation configuration through the API, the Automations adjust the current state of the system to match the goal state.',
    {
      inner: (next) => {
        const first = new Map<string, unknown>();
        return async (request) => {
          const response = await next(request);
          const path = pathOf(request);
          const document = jsonOf(response);
          if (!/\/automationStatus$/.test(path) || response.status >= 300 || !isObject(document)) {
            // The goal that was there when the configuration was first read.
            if (/\/automationConfig$/.test(path) && request.method === 'GET' && isObject(document) && !first.has(path))
              first.set(path, document['version']);
            return response;
          }
          const known = path.replace(/Status$/, 'Config');
          if (!first.has(known)) first.set(known, document['goalVersion']);
          return withJson(response, { ...document, goalVersion: first.get(known) });
        };
      },
    },
    pp,
  ),
  lie(
    'renamed-team-loses-its-members',
    'teams, PATCH',
    'PATCH Update the specified fields in a resource using the provided JSON representation.',
    {
      inner: (next) => {
        const renamed = new Set<string>();
        return async (request) => {
          const path = pathOf(request);
          const team = /^\/orgs\/\w+\/teams\/(\w+)/.exec(path)?.[1] ?? '';
          const response = await next(request);
          if (response.status < 300 && request.method === 'PATCH' && team) renamed.add(team);
          const document = jsonOf(response);
          return request.method === 'GET' && path.endsWith('/users') && renamed.has(team) && isList(document)
            ? withJson(response, { ...document, results: [], totalCount: 0 })
            : response;
        };
      },
    },
    pp,
  ),
  lie(
    'deleted-team-stays-in-its-projects',
    'teams of a project',
    remove,
    {
      inner: (next) => {
        const ghosts = new Map<string, Json>();
        const assigned = new Map<string, { path: string; entry: Json }>();
        return async (request) => {
          const path = pathOf(request);
          const response = await next(request);
          const document = jsonOf(response);
          const gone = /^\/orgs\/\w+\/teams\/(\w+)$/.exec(path)?.[1];
          if (/^\/groups\/\w+\/teams$/.test(path) && isList(document)) {
            for (const entry of document.results) assigned.set(String(entry['teamId']), { path, entry });
            const extra = [...ghosts.entries()].filter(([id]) => assigned.get(id)?.path === path).map(([, entry]) => entry);
            if (request.method === 'GET' && extra.length > 0)
              return withJson(response, {
                ...document,
                results: [...document.results, ...extra],
                totalCount: Number(document['totalCount']) + extra.length,
              });
          }
          const left = /^\/groups\/\w+\/teams\/(\w+)$/.exec(path)?.[1];
          if (request.method === 'DELETE' && left && response.status < 300) assigned.delete(left);
          if (request.method === 'DELETE' && gone && response.status < 300 && assigned.has(gone))
            ghosts.set(gone, assigned.get(gone)!.entry);
          return response;
        };
      },
    },
    pp,
  ),
  lie(
    'removed-host-is-found-by-name',
    'hosts byName',
    remove,
    {
      inner: (next) => {
        const known = new Map<string, string>();
        return async (request) => {
          const response = await next(request);
          const path = pathOf(request);
          const document = jsonOf(response);
          if (response.status < 300 && isObject(document) && 'hostname' in document && 'port' in document)
            known.set(
              `${path.split('/').slice(0, 4).join('/')}/byName/${String(document['hostname'])}:${String(document['port'])}`,
              JSON.stringify(document),
            );
          const kept = known.get(decodeURIComponent(path));
          return request.method === 'GET' && response.status === 404 && kept
            ? { ...response, status: 200, body: kept }
            : response;
        };
      },
    },
    pp,
  ),
  lie(
    'removed-key-still-logs-in',
    'API keys, DELETE',
    `${remove} / Key-based access`,
    {
      wire: (next) => {
        const keys = tracker();
        return async (request) => {
          const response = await next(request);
          keys.learn(request, response);
          return isLoginRefusal(response) && keys.gone.has(usernameOf(request)) ? asMain(next, request) : response;
        };
      },
    },
    pp,
  ),
  lie(
    'new-project-is-not-in-its-organization',
    "organizations' projects",
    'Result set, which is an array of entity documents (of all projects of the organization)',
    {
      inner: (next) => {
        const made = new Set<unknown>();
        return async (request) => {
          const response = await next(request);
          const document = jsonOf(response);
          if (request.method === 'POST' && pathOf(request) === '/groups' && response.status === 201 && isObject(document))
            made.add(document['id']);
          if (!/^\/orgs\/\w+\/groups$/.test(pathOf(request)) || !isList(document)) return response;
          const results = document.results.filter(({ id }) => !made.has(id));
          return withJson(response, {
            ...document,
            results,
            totalCount: Number(document['totalCount']) - document.results.length + results.length,
          });
        };
      },
    },
    pp,
  ),
  lie(
    'read-only-key-may-acknowledge',
    'alerts, PATCH by a read-only key',
    'A user with the Project Read Only role cannot modify any resource within that project',
    readOnlyMay('PATCH', /\/alerts\/\w+$/),
    pp,
  ),
  lie(
    'read-only-key-may-change-the-schedule',
    'snapshot schedule, PATCH by a read-only key',
    'A user with the Project Read Only role cannot modify any resource within that project',
    readOnlyMay('PATCH', schedule),
    pp,
  ),
  lie(
    'read-only-key-may-remove-a-log-job',
    'log jobs, DELETE by a read-only key',
    'A user with the Project Read Only role cannot modify any resource within that project',
    readOnlyMay('DELETE', /\/logCollectionJobs\/\w+$/),
    pp,
  ),
  lie(
    'outsider-reads-agents',
    'agents, GET by a non-member',
    'the user tied to the API key must be a member of the project. Otherwise Cloud Manager responds with an HTTP 401 error.',
    inner('GET', /^\/groups\/\w+\/agents\/\w+$/, (next) => async (request) => {
      const response = await next(request);
      return response.status === 401 && /NOT_IN_GROUP/.test(response.body)
        ? {
            ...withJson(response, {
              links: [{ href: request.origin + request.target, rel: 'self' }],
              results: [],
              totalCount: 0,
            }),
            status: 200,
          }
        : response;
    }),
    pp,
  ),
  lie(
    'ssh-key-name-may-be-taken-twice',
    'SSH keys (Cloud Manager)',
    'SSH_KEY_ALREADY_EXISTS 409 An SSH key with the name <name> already exists.',
    {
      ...cm,
      ...inner(
        'POST',
        /\/sshKeys$/,
        takes('SSH_KEY_ALREADY_EXISTS', (body) => ({ ...body, name: `${body.name} 2` })),
      ),
    },
    pp,
  ),
];

/** Who may only read is served as the main key would be. */
function readOnlyMay(method: string, path: RegExp): MockOptions {
  return {
    inner: (next) => {
      const keys = tracker();
      let owner: string | undefined;
      return async (request) => {
        const response = await next(request);
        keys.learn(request, response);
        if (request.method === 'POST' && pathOf(request).endsWith('/apiKeys') && response.status < 300) owner ??= request.caller;
        const key = keys.made.get(request.caller ?? '');
        if (request.method !== method || !path.test(pathOf(request)) || response.status !== 401 || !key) return response;
        if (!key.roles.some((role) => role.endsWith('READ_ONLY'))) return response;
        return owner === undefined ? response : next({ ...request, caller: owner });
      };
    },
  };
}
