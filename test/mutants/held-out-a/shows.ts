import { askingThe, type Asking } from './probe.ts';
import { heldOut } from './index.ts';

type Show = (asking: Asking) => Promise<unknown>;

const brief = ({ status, body }: { status: number; body: string }): string => `${status} ${body.slice(0, 200)}`;
const linksOf = (json: any): string =>
  (json?.links ?? []).map(({ rel, href }: any) => `${rel}→${String(href).replace(/^.*v1\.0/, '')}`).join(' ');
const idsOf = (json: any): string => JSON.stringify((json?.results ?? []).map(({ id }: any) => String(id).slice(-4)));
const G = ({ identity }: Asking): string => `/groups/${identity.projectId}`;
const O = ({ identity }: Asking): string => `/orgs/${identity.orgId}`;
const first = async (a: Asking, path: string, which: (one: any) => boolean = () => true): Promise<any> =>
  (await a.ask('GET', `${path}?itemsPerPage=500`)).json.results.find(which);
const clusterWith = async (a: Asking, what: string, atLeast = 1): Promise<any> => {
  for (const cluster of (await a.ask('GET', `${G(a)}/clusters`)).json.results) {
    const { json } = await a.ask('GET', `${G(a)}/clusters/${cluster.id}/${what}`);
    if ((json?.results ?? []).length >= atLeast)
      return { cluster, path: `${G(a)}/clusters/${cluster.id}/${what}`, first: json.results[0], results: json.results };
  }
  throw new Error(`no cluster has ${what}`);
};
const code = ({ status, json }: { status: number; json: any }): string => `${status} ${json?.errorCode ?? '(done)'}`;
const scheduled = async (a: Asking): Promise<{ id: string }> => {
  const { results } = (await a.ask('GET', `${G(a)}/backupConfigs`)).json;
  for (const { clusterId, statusName } of results)
    if (statusName === 'STARTED' && (await a.ask('GET', `${G(a)}/backupConfigs/${clusterId}/snapshotSchedule`)).status === 200)
      return { id: clusterId };
  throw new Error('no schedule');
};
const wrong = ({ identity }: Asking) => ({ as: { publicKey: identity.publicKey, privateKey: 'wrong' } });
const nobody = '0123456789abcdef01234567';
const page = async (a: Asking, path: string): Promise<string> => {
  const { status, json } = await a.ask('GET', path);
  return `GET ${path.replace(/[0-9a-f]{24,32}/g, (id) => id.slice(-4))} → ${status} ${json?.results?.length} of ${json?.totalCount}, ${linksOf(json)}`;
};
const window = { startDate: '2031-01-01T00:00:00Z', endDate: '2031-01-02T00:00:00Z', alertTypeNames: ['HOST'] };
const config = {
  eventTypeName: 'HOST_DOWN',
  enabled: true,
  notifications: [{ typeName: 'EMAIL', emailAddress: 'a@example.com', intervalMin: 5, delayMin: 0 }],
};
const readOnly = (a: Asking) => ({ as: a.identity.callers.readOnly });
const outsider = (a: Asking) => ({ as: a.identity.callers.outsider });
const logJob = async (a: Asking) => {
  const host = await first(a, `${G(a)}/hosts`);
  return {
    resourceType: 'PROCESS',
    resourceName: `${host.hostname}_${host.port}`,
    sizeRequestedPerFileBytes: 1000,
    logTypes: ['MONGODB'],
    redacted: true,
  };
};

/** A request, or a few, by which each lie can be told from the truth. */
export const shows: Readonly<Record<string, Show>> = {
  'a-list-of-checkpoints-has-one-by-default': async (a) => page(a, (await clusterWith(a, 'checkpoints')).path),
  'a-list-of-log-jobs-has-one-by-default': (a) => page(a, `${G(a)}/logCollectionJobs`),
  'the-size-of-a-page-of-alerts-is-ignored': (a) => page(a, `${G(a)}/alerts?itemsPerPage=1`),
  'the-page-number-of-snapshots-is-ignored': async (a) => {
    const { path } = await clusterWith(a, 'snapshots', 2);
    return [
      await page(a, `${path}?itemsPerPage=1&pageNum=2`),
      idsOf((await a.ask('GET', `${path}?itemsPerPage=1&pageNum=2`)).json),
    ];
  },
  'pages-of-api-keys-count-from-zero': async (a) => [
    await page(a, `${O(a)}/apiKeys?pageNum=1&itemsPerPage=2`),
    idsOf((await a.ask('GET', `${O(a)}/apiKeys?pageNum=1&itemsPerPage=2`)).json),
    idsOf((await a.ask('GET', `${O(a)}/apiKeys`)).json),
  ],
  'the-count-of-clusters-is-that-of-the-page': (a) => page(a, `${G(a)}/clusters?itemsPerPage=1`),
  'the-users-of-a-team-have-no-self': async (a) => page(a, `${O(a)}/teams/${(await first(a, `${O(a)}/teams`)).id}/users`),
  'the-last-page-of-restore-jobs-has-a-next': async (a) => page(a, (await clusterWith(a, 'restoreJobs')).path),
  'the-first-page-of-api-keys-of-a-project-has-a-previous': (a) => page(a, `${G(a)}/apiKeys`),
  'next-of-the-users-of-an-organization-leads-back': (a) => page(a, `${O(a)}/users?itemsPerPage=1`),
  'previous-of-teams-leads-to-the-first-page': async (a) =>
    page(a, `/orgs/${(await first(a, '/orgs', ({ name }) => name === 'Many Teams')).id}/teams?itemsPerPage=10&pageNum=3`),
  'self-of-a-page-of-events-names-the-first-page': (a) => page(a, `${O(a)}/events?itemsPerPage=1&pageNum=2`),
  'pages-of-alert-configurations-overlap': async (a) => [
    idsOf((await a.ask('GET', `${G(a)}/alertConfigs?itemsPerPage=2&pageNum=1`)).json),
    idsOf((await a.ask('GET', `${G(a)}/alertConfigs?itemsPerPage=2&pageNum=2`)).json),
  ],
  'teams-of-no-organization-are-an-empty-list': async (a) => brief(await a.ask('GET', `/orgs/${nobody}/teams`)),
  'snapshots-of-no-cluster-are-an-empty-list': async (a) => brief(await a.ask('GET', `${G(a)}/clusters/${nobody}/snapshots`)),
  'databases-of-no-host-are-an-empty-list': async (a) => brief(await a.ask('GET', `${G(a)}/hosts/${nobody}01234567/databases`)),
  'a-link-of-an-alert-leads-to-another-project': async (a) => {
    const alert = await first(a, `${G(a)}/alerts`);
    const { json } = await a.ask('GET', `${G(a)}/alerts/${alert.id}`);
    return [`groupId ${json.groupId}`, linksOf(json)];
  },
  'the-cluster-link-of-a-host-is-missing-its-cluster': async (a) => {
    const host = await first(a, `${G(a)}/hosts`, ({ clusterId }) => clusterId !== undefined);
    const { json } = await a.ask('GET', `${G(a)}/hosts/${host.id}`);
    return [`clusterId ${json.clusterId}`, linksOf(json)];
  },

  'a-snapshot-schedule-passes-over-unknown-fields': async (a) => {
    const { id } = await scheduled(a);
    return brief(await a.ask('PATCH', `${G(a)}/backupConfigs/${id}/snapshotSchedule`, { omcUnknown: 1 }));
  },
  'a-new-window-passes-over-a-creation-date': async (a) =>
    brief(await a.ask('POST', `${G(a)}/maintenanceWindows`, { ...window, created: '2020-01-01T00:00:00Z' })),
  'a-backup-agent-configuration-passes-over-unknown-fields': async (a) =>
    brief(await a.ask('PUT', `${G(a)}/automationConfig/backupAgentConfig`, { logPath: '/a', omcUnknown: 1 })),
  'an-organization-passes-over-its-id': async (a) => brief(await a.ask('PATCH', O(a), { name: 'Other', id: nobody })),
  'a-new-agent-key-passes-over-unknown-fields': async (a) =>
    brief(await a.ask('POST', `${G(a)}/agentapikeys`, { desc: 'a', omcUnknown: 1 })),
  'an-acknowledgement-passes-over-the-status-of-the-alert': async (a) => {
    const alert = await first(a, `${G(a)}/alerts`);
    const answer = await a.ask('PATCH', `${G(a)}/alerts/${alert.id}`, {
      acknowledgedUntil: '2031-01-01T00:00:00Z',
      status: 'CLOSED',
    });
    return [answer.status, answer.json.errorCode, answer.json.parameters, answer.json.status];
  },
  'a-replaced-alert-configuration-passes-over-unknown-nested-fields': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/alertConfigs`, config)).json;
    const answer = await a.ask('PUT', `${G(a)}/alertConfigs/${one.id}`, {
      ...config,
      notifications: [{ ...config.notifications[0], omcUnknown: 1 }],
    });
    return [answer.status, answer.json.errorCode, answer.json.parameters];
  },
  'a-new-member-passes-over-unknown-nested-fields': async (a) => {
    const user = await first(a, `${O(a)}/users`, ({ username }) => username.startsWith('alan'));
    const answer = await a.ask('POST', `${G(a)}/users`, [
      { id: user.id, roles: [{ roleName: 'GROUP_READ_ONLY', omcUnknown: 1 }] },
    ]);
    return [answer.status, answer.json.errorCode, answer.json.parameters];
  },
  'a-team-does-not-say-which-field-is-unknown': async (a) =>
    brief(await a.ask('PATCH', `${O(a)}/teams/${(await first(a, `${O(a)}/teams`)).id}`, { name: 'x', omcUnknown: 1 })),
  'a-log-job-refused-for-a-field-is-made': async (a) => {
    const refused = await a.ask('POST', `${G(a)}/logCollectionJobs`, { ...(await logJob(a)), omcUnknown: 1 });
    return [refused.status, refused.json.errorCode, refused.json.parameters, await page(a, `${G(a)}/logCollectionJobs`)];
  },
  'a-backup-configuration-passes-over-unknown-fields': async (a) => {
    const { id } = await scheduled(a);
    const answer = await a.ask('PATCH', `${G(a)}/backupConfigs/${id}`, { omcUnknown: 1 });
    return [answer.status, answer.json.errorCode, answer.json.parameters];
  },
  'log-jobs-are-never-pretty': async (a) => (await a.ask('GET', `${G(a)}/logCollectionJobs?pretty=true`)).body.slice(0, 40),
  'the-answer-to-a-new-team-is-never-pretty': async (a) =>
    (await a.ask('POST', `${O(a)}/teams?pretty=true`, { name: 'new', usernames: ['grace@example.com'] })).body.slice(0, 40),
  'a-changed-window-comes-without-its-envelope': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/maintenanceWindows`, window)).json;
    return Object.keys((await a.ask('PATCH', `${G(a)}/maintenanceWindows/${one.id}?envelope=true`, { description: 'x' })).json);
  },
  'the-automation-status-has-no-envelope': async (a) =>
    Object.keys((await a.ask('GET', `${G(a)}/automationStatus?envelope=true`)).json),
  'a-list-of-agents-is-wrapped': async (a) => Object.keys((await a.ask('GET', `${G(a)}/agents/MONITORING?envelope=true`)).json),
  'the-envelope-of-a-new-project-says-200': async (a) => {
    const answer = await a.ask('POST', '/groups?envelope=true', { name: 'new', orgId: a.identity.orgId });
    return [answer.status, answer.json.status];
  },
  'a-window-without-description-says-null': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/maintenanceWindows`, window)).json;
    return (await a.ask('GET', `${G(a)}/maintenanceWindows/${one.id}`)).body.slice(0, 160);
  },
  'a-read-only-key-acknowledges-alerts': async (a) =>
    code(
      await a.ask(
        'PATCH',
        `${G(a)}/alerts/${(await first(a, `${G(a)}/alerts`)).id}`,
        { acknowledgedUntil: '2031-01-01T00:00:00Z' },
        readOnly(a),
      ),
    ),
  'a-read-only-key-asks-for-logs': async (a) =>
    code(await a.ask('POST', `${G(a)}/logCollectionJobs`, await logJob(a), readOnly(a))),
  'a-read-only-key-changes-backups': async (a) =>
    code(await a.ask('PATCH', `${G(a)}/backupConfigs/${(await scheduled(a)).id}`, { excludedNamespaces: [] }, readOnly(a))),
  'a-read-only-key-removes-snapshots': async (a) => {
    const { path, first: one } = await clusterWith(a, 'snapshots');
    return code(await a.ask('DELETE', `${path}/${one.id}`, undefined, readOnly(a)));
  },
  'a-read-only-key-removes-teams-from-the-project': async (a) =>
    code(await a.ask('DELETE', `${G(a)}/teams/${(await first(a, `${G(a)}/teams`)).teamId}`, undefined, readOnly(a))),
  'a-read-only-key-removes-the-project': async (a) => {
    const { id } = (await a.ask('POST', '/groups', { name: 'new', orgId: a.identity.orgId })).json;
    const as = (await a.ask('POST', `/groups/${id}/apiKeys`, { desc: 'x', roles: ['GROUP_READ_ONLY'] })).json;
    return code(await a.ask('DELETE', `/groups/${id}`, undefined, { as }));
  },
  'a-read-only-key-makes-agent-keys': async (a) => code(await a.ask('POST', `${G(a)}/agentapikeys`, { desc: 'x' }, readOnly(a))),
  'a-stranger-reads-the-automation-status': async (a) =>
    code(await a.ask('GET', `${G(a)}/automationStatus`, undefined, outsider(a))),
  'a-stranger-reads-one-snapshot': async (a) => {
    const { path, first: one } = await clusterWith(a, 'snapshots');
    return code(await a.ask('GET', `${path}/${one.id}`, undefined, outsider(a)));
  },
  'a-stranger-opens-a-window': async (a) => code(await a.ask('POST', `${G(a)}/maintenanceWindows`, window, outsider(a))),
  'a-stranger-removes-an-alert-configuration': async (a) =>
    code(await a.ask('DELETE', `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`, undefined, outsider(a))),
  'a-stranger-is-told-403-of-backups': async (a) => code(await a.ask('GET', `${G(a)}/backupConfigs`, undefined, outsider(a))),
  'head-on-clusters-brings-a-body': async (a) => brief(await a.ask('HEAD', `${G(a)}/clusters`)),
  'head-on-an-alert-configuration-is-204': async (a) =>
    brief(await a.ask('HEAD', `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`)),
  'head-on-no-team-is-200': async (a) => brief(await a.ask('HEAD', `${O(a)}/teams/${nobody}`)),
  'put-on-a-cluster-is-404': async (a) =>
    code(await a.ask('PUT', `${G(a)}/clusters/${(await first(a, `${G(a)}/clusters`)).id}`, {})),
  'a-project-takes-the-name-of-another-by-patch': async (a) => code(await a.ask('PATCH', G(a), { name: 'second' })),
  'put-of-a-global-alert-configuration-merges': async (a) => {
    const sent = {
      ...config,
      eventTypeName: 'OUTSIDE_METRIC_THRESHOLD',
      forAllGroups: true,
      metricThreshold: { metricName: 'CONNECTIONS', operator: 'GREATER_THAN', threshold: 1, units: 'RAW', mode: 'AVERAGE' },
      matchers: [{ fieldName: 'HOSTNAME', operator: 'EQUALS', value: 'a' }],
    };
    const one = (await a.ask('POST', '/globalAlertConfigs', sent)).json;
    const { matchers: _gone, ...other } = sent;
    const answer = await a.ask('PUT', `/globalAlertConfigs/${one.id}`, other);
    return [answer.status, answer.json.errorCode, answer.json.matchers];
  },
  'a-page-of-hosts-has-501': async (a) => {
    for (let port = 20_000; port < 20_510; port += 1)
      await a.ask('POST', `${G(a)}/hosts`, { hostname: 'many.example.com', port });
    return page(a, `${G(a)}/hosts?itemsPerPage=501`);
  },
  'a-page-of-events-has-any-number': (a) => page(a, `${G(a)}/events?itemsPerPage=1000`),
  'lists-of-alert-configurations-have-a-first': (a) => page(a, `${G(a)}/alertConfigs`),
  'lists-of-projects-have-a-last': (a) => page(a, `${O(a)}/groups`),
  'a-list-of-teams-is-206': (a) => page(a, `${O(a)}/teams`),
  'a-delete-is-challenged-for-basic-too': async (a) =>
    (await a.ask('DELETE', `${G(a)}/alertConfigs/${nobody}`, undefined, { as: null })).headers['WWW-Authenticate'],
  'a-251st-team-is-made': async (a) => {
    const { id } = await first(a, '/orgs', ({ name }) => name === 'Many Teams');
    const users = (await a.ask('GET', `/orgs/${id}/users`)).json.results;
    const names = ['one', 'two'].map((name) => ({ name, usernames: [users[0].username] }));
    const out = [];
    for (const body of names) out.push(code(await a.ask('POST', `/orgs/${id}/teams`, body)));
    return out;
  },
  'daily-snapshots-are-kept-366-days': async (a) =>
    code(
      await a.ask('PATCH', `${G(a)}/backupConfigs/${(await scheduled(a)).id}/snapshotSchedule`, {
        dailySnapshotRetentionDays: 366,
      }),
    ),
  'the-reference-hour-is-24': async (a) =>
    code(await a.ask('PATCH', `${G(a)}/backupConfigs/${(await scheduled(a)).id}/snapshotSchedule`, { referenceHourOfDay: 24 })),
  'the-reference-minute-is-60-only': async (a) =>
    code(
      await a.ask('PATCH', `${G(a)}/backupConfigs/${(await scheduled(a)).id}/snapshotSchedule`, { referenceMinuteOfHour: 60 }),
    ),
  'a-notification-comes-every-4-minutes': async (a) =>
    code(
      await a.ask('POST', '/globalAlertConfigs', {
        ...config,
        forAllGroups: true,
        notifications: [{ ...config.notifications[0], intervalMin: 4 }],
      }),
    ),
  'logs-are-kept-7-months': async (a) =>
    code(
      await a.ask(
        'PATCH',
        `${G(a)}/logCollectionJobs/${(await first(a, `${G(a)}/logCollectionJobs`, ({ status }) => status !== 'EXPIRED')).id}`,
        { expirationDate: '2026-10-15T00:00:00Z' },
      ),
    ),
  'the-envelope-of-an-organization-has-headers': async (a) => Object.keys((await a.ask('GET', `${O(a)}?envelope=true`)).json),
  'the-envelope-of-a-list-of-users-counts-too': async (a) =>
    Object.keys((await a.ask('GET', `${O(a)}/users?envelope=true`)).json),
  'listed-clusters-link-to-their-project': async (a) => linksOf(await first(a, `${G(a)}/clusters`)),
  'a-timestamp-of-a-snapshot-has-three-fields': async (a) => {
    const { path, first: one } = await clusterWith(a, 'snapshots');
    return (await a.ask('GET', `${path}/${one.id}`)).json.created;
  },
  'timestamps-of-snapshots-have-three-fields-everywhere': async (a) => {
    const { path, first: one } = await clusterWith(a, 'snapshots');
    return [one.created, (await a.ask('GET', `${path}/${one.id}`)).json.created];
  },
  'an-error-about-alerts-has-a-sixth-field': async (a) => Object.keys((await a.ask('GET', `${G(a)}/alerts/${nobody}`)).json),
  'anybody-opens-a-window': async (a) => code(await a.ask('POST', `${G(a)}/maintenanceWindows`, window, { as: null })),
  'anybody-removes-a-team': async (a) =>
    code(await a.ask('DELETE', `${O(a)}/teams/${(await first(a, `${O(a)}/teams`)).id}`, undefined, { as: null })),
  'anybody-replaces-the-automation-configuration': async (a) =>
    code(await a.ask('PUT', `${G(a)}/automationConfig`, (await a.ask('GET', `${G(a)}/automationConfig`)).json, { as: null })),
  'anybody-asks-for-heads': async (a) => code(await a.ask('HEAD', `${G(a)}/hosts`, undefined, { as: null })),
  'anybody-reads-snapshots': async (a) =>
    code(await a.ask('GET', (await clusterWith(a, 'snapshots')).path, undefined, { as: null })),
  'anybody-reads-one-alert-configuration': async (a) =>
    code(await a.ask('GET', `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`, undefined, { as: null })),
  'a-wrong-key-changes-a-host': async (a) =>
    code(await a.ask('PATCH', `${G(a)}/hosts/${(await first(a, `${G(a)}/hosts`)).id}`, { logsEnabled: true }, wrong(a))),
  'a-wrong-key-removes-anything': async (a) =>
    code(await a.ask('DELETE', `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`, undefined, wrong(a))),
  'an-unknown-key-makes-anything': async (a) =>
    code(await a.ask('POST', `${G(a)}/maintenanceWindows`, window, { as: { publicKey: 'nobody', privateKey: 'x' } })),
  'an-unknown-key-reads-a-list': async (a) =>
    code(await a.ask('GET', `${G(a)}/clusters`, undefined, { as: { publicKey: 'nobody', privateKey: 'x' } })),
  'a-patch-takes-an-invented-nonce': async (a) =>
    code(
      await a.ask(
        'PATCH',
        `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`,
        { enabled: true },
        { nonce: 'invented' },
      ),
    ),
  'a-post-takes-an-old-nonce': async (a) => {
    a.pass(3_600_000, 'keep');
    return code(await a.ask('POST', `${G(a)}/maintenanceWindows`, window, { old: true }));
  },
  'a-delete-takes-a-nonce-count-twice': async (a) => {
    const [one, two] = (await a.ask('GET', `${G(a)}/alertConfigs`)).json.results;
    void two;
    return [code(await a.ask('DELETE', `${G(a)}/alertConfigs/${one.id}`, undefined, { replayed: true }))];
  },
  'a-digest-for-get-does-for-delete': async (a) =>
    code(
      await a.ask('DELETE', `${G(a)}/alertConfigs/${(await first(a, `${G(a)}/alertConfigs`)).id}`, undefined, {
        signs: { method: 'GET' },
      }),
    ),
  'a-digest-for-get-does-for-post': async (a) =>
    code(await a.ask('POST', `${G(a)}/hosts`, { hostname: 'a.example.com', port: 27017 }, { signs: { method: 'GET' } })),
  'basic-does-for-put': async (a) =>
    code(
      await a.ask('POST', `${G(a)}/maintenanceWindows`, window, {
        as: null,
        headers: { authorization: `Basic ${Buffer.from(`${a.identity.publicKey}:${a.identity.privateKey}`).toString('base64')}` },
      }),
    ),
  'a-digest-for-the-path-does-for-any-query': async (a) =>
    code(await a.ask('GET', `${G(a)}/hosts?pageNum=2`, undefined, { signs: { target: `/api/public/v1.0${G(a)}/hosts` } })),
  'a-delete-without-credentials-is-403': async (a) => {
    const answer = await a.ask('DELETE', `${G(a)}/alertConfigs/${nobody}`, undefined, { as: null });
    return [answer.status, answer.headers['WWW-Authenticate'] ?? 'no challenge'];
  },
  'a-put-without-credentials-has-no-challenge': async (a) => {
    const answer = await a.ask('PUT', `${G(a)}/automationConfig`, {}, { as: null });
    return [answer.status, answer.headers['WWW-Authenticate'] ?? 'no challenge'];
  },
  'a-refused-delete-of-a-window-is-done': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/maintenanceWindows`, window)).json;
    const refused = await a.ask('DELETE', `${G(a)}/maintenanceWindows/${one.id}`, undefined, { as: null });
    return [refused.status, (await a.ask('GET', `${G(a)}/maintenanceWindows/${one.id}`)).status];
  },
  'a-refused-change-of-a-team-is-done': async (a) => {
    const { id } = await first(a, `${O(a)}/teams`);
    const refused = await a.ask('PATCH', `${O(a)}/teams/${id}`, { name: 'stolen' }, wrong(a));
    return [refused.status, (await a.ask('GET', `${O(a)}/teams/${id}`)).json.name];
  },
  'a-refused-create-is-done': async (a) => {
    const refused = await a.ask('POST', `${G(a)}/alertConfigs`, config, wrong(a));
    return [refused.status, (await a.ask('GET', `${G(a)}/alertConfigs`)).json.totalCount];
  },
  'the-root-does-not-lead-to-projects': async (a) => linksOf((await a.ask('GET', '/')).json),
  'a-project-does-not-lead-to-its-hosts': async (a) => linksOf((await a.ask('GET', G(a))).json),
  'a-project-leads-nowhere': async (a) => linksOf((await a.ask('GET', G(a))).json),
  'a-cluster-leads-nowhere': async (a) =>
    linksOf((await a.ask('GET', `${G(a)}/clusters/${(await first(a, `${G(a)}/clusters`)).id}`)).json),
  'a-new-alert-configuration-is-not-shown': async (a) => brief(await a.ask('POST', `${G(a)}/alertConfigs`, config)),
  'a-new-project-is-an-empty-object': async (a) =>
    brief(await a.ask('POST', '/groups', { name: 'new', orgId: a.identity.orgId })),
  'a-changed-team-is-an-empty-object': async (a) =>
    brief(await a.ask('PATCH', `${O(a)}/teams/${(await first(a, `${O(a)}/teams`)).id}`, { name: 'x' })),
  'an-empty-list-of-log-jobs-has-no-results': async (a) => {
    const { id } = await first(a, '/groups', ({ name }) => name === 'second');
    return brief(await a.ask('GET', `/groups/${id}/logCollectionJobs`));
  },
  'an-empty-list-of-anything-has-no-results': async (a) => {
    const { id } = await first(a, '/groups', ({ name }) => name === 'second');
    return brief(await a.ask('GET', `/groups/${id}/clusters`));
  },
  'invitations-have-no-links': async (a) => brief(await a.ask('GET', `${G(a)}/invites`)),
  'an-event-has-no-self': async (a) =>
    linksOf((await a.ask('GET', `${G(a)}/events/${(await first(a, `${G(a)}/events`)).id}`)).json),
  'an-agent-has-no-self': async (a) => linksOf((await a.ask('GET', `${G(a)}/agents/MONITORING`)).json.results[0]),
  'measurements-have-no-links': async (a) =>
    linksOf(
      (await a.ask('GET', `${G(a)}/hosts/${(await first(a, `${G(a)}/hosts`)).id}/measurements?granularity=PT1H&period=P1D`)).json,
    ),
  'new-global-alert-configurations-are-not-listed': async (a) => {
    await a.ask('POST', '/globalAlertConfigs', { ...config, forAllGroups: true });
    return page(a, '/globalAlertConfigs');
  },
  'new-log-jobs-are-not-listed': async (a) => {
    await a.ask('POST', `${G(a)}/logCollectionJobs`, await logJob(a));
    return page(a, `${G(a)}/logCollectionJobs`);
  },
  'refusals-of-api-keys-have-no-code': async (a) => brief(await a.ask('GET', `${O(a)}/apiKeys/${nobody}`)),
  'an-unknown-snapshot-has-no-document': async (a) =>
    brief(await a.ask('GET', `${(await clusterWith(a, 'snapshots')).path}/${nobody}`)),
  'a-refusal-beyond-the-limit-has-no-document': async (a) => {
    let last;
    for (let n = 0; n < 102; n += 1) last = await a.ask('GET', `${G(a)}/events`);
    return brief(last!);
  },
  'a-refusal-of-a-read-only-key-has-no-document': async (a) =>
    brief(await a.ask('POST', `${G(a)}/maintenanceWindows`, window, readOnly(a))),
  'an-enveloped-answer-to-post-has-no-status': async (a) =>
    Object.keys((await a.ask('POST', `${G(a)}/maintenanceWindows?envelope=true`, window)).json),
  'an-empty-list-gains-no-status': async (a) => {
    const { id } = await first(a, '/groups', ({ name }) => name === 'second');
    return brief(await a.ask('GET', `/groups/${id}/clusters?envelope=true`));
  },
  'an-event-breaks-off': async (a) =>
    (await a.ask('GET', `${G(a)}/events/${(await first(a, `${G(a)}/events`)).id}`)).body.slice(-40),
  'a-host-has-no-link-to-its-project': async (a) =>
    linksOf((await a.ask('GET', `${G(a)}/hosts/${(await first(a, `${G(a)}/hosts`)).id}`)).json),
  'a-host-by-name-has-no-id': async (a) => {
    const { hostname, port } = await first(a, `${G(a)}/hosts`);
    return (await a.ask('GET', `${G(a)}/hosts/byName/${hostname}:${port}`)).json.id ?? 'no id';
  },
  'a-listed-host-does-not-tell-its-project': async (a) => (await first(a, `${G(a)}/hosts`)).groupId ?? 'no groupId',
  'json-has-no-content-type': async (a) =>
    (await a.ask('GET', `${G(a)}/clusters/${(await first(a, `${G(a)}/clusters`)).id}`)).headers['Content-Type'] ?? 'none',
  'a-renamed-team-reads-as-before-once': async (a) => {
    const p = `${O(a)}/teams/${(await first(a, `${O(a)}/teams`)).id}`;
    await a.ask('PATCH', p, { name: 'renamed' });
    return (await a.ask('GET', p)).json.name;
  },
  'a-renamed-team-is-listed-as-before': async (a) => {
    const p = `${O(a)}/teams`;
    await a.ask('PATCH', `${p}/${(await first(a, p)).id}`, { name: 'renamed' });
    return (await a.ask('GET', p)).json.results.map(({ name }: any) => name);
  },
  'a-renamed-team-is-found-by-its-old-name': async (a) => {
    const p = `${O(a)}/teams`;
    const one = await first(a, p);
    await a.ask('PATCH', `${p}/${one.id}`, { name: 'renamed' });
    return code(await a.ask('GET', `${p}/byName/${encodeURIComponent(one.name)}`));
  },
  'a-renamed-team-is-not-found-by-its-new-name': async (a) => {
    const p = `${O(a)}/teams`;
    const one = await first(a, p);
    await a.ask('PATCH', `${p}/${one.id}`, { name: 'renamed' });
    return code(await a.ask('GET', `${p}/byName/renamed`));
  },
  'a-changed-window-is-listed-as-before': async (a) => {
    const p = `${G(a)}/maintenanceWindows`;
    const one = (await a.ask('POST', p, window)).json;
    await a.ask('PATCH', `${p}/${one.id}`, { description: 'changed' });
    return (await a.ask('GET', p)).json.results.find(({ id }: any) => id === one.id).description ?? 'none';
  },
  'a-removed-window-is-counted': async (a) => {
    const p = `${G(a)}/maintenanceWindows`;
    const one = (await a.ask('POST', p, window)).json;
    await a.ask('DELETE', `${p}/${one.id}`);
    return page(a, p);
  },
  'a-removed-alert-configuration-is-read-once-more': async (a) => {
    const p = `${G(a)}/alertConfigs`;
    const one = (await a.ask('POST', p, config)).json;
    await a.ask('DELETE', `${p}/${one.id}`);
    return code(await a.ask('GET', `${p}/${one.id}`));
  },
  'a-removed-host-is-found-by-name': async (a) => {
    const p = `${G(a)}/hosts`;
    const one = (await a.ask('POST', p, { hostname: 'a.example.com', port: 1 })).json;
    await a.ask('DELETE', `${p}/${one.id}`);
    return [code(await a.ask('GET', `${p}/byName/a.example.com:1`)), code(await a.ask('GET', `${p}/${one.id}`))];
  },
  'a-removed-host-is-counted': async (a) => {
    const p = `${G(a)}/hosts`;
    const one = (await a.ask('POST', p, { hostname: 'a.example.com', port: 1 })).json;
    const before = (await a.ask('GET', p)).json.totalCount;
    await a.ask('DELETE', `${p}/${one.id}`);
    return [before, await page(a, p)];
  },
  'a-renamed-project-is-found-by-its-old-name': async (a) => {
    await a.ask('PATCH', G(a), { name: 'renamed' });
    return code(await a.ask('GET', '/groups/byName/main'));
  },
  'a-renamed-project-is-not-found-by-its-new-name': async (a) => {
    await a.ask('PATCH', G(a), { name: 'renamed' });
    return code(await a.ask('GET', '/groups/byName/renamed'));
  },
  'a-renamed-project-is-listed-as-before': async (a) => {
    await a.ask('PATCH', G(a), { name: 'renamed' });
    return (await first(a, '/groups', ({ id }) => id === a.identity.projectId)).name;
  },
  'a-renamed-project-is-listed-in-its-organization-as-before': async (a) => {
    await a.ask('PATCH', G(a), { name: 'renamed' });
    return (await first(a, `${O(a)}/groups`, ({ id }) => id === a.identity.projectId)).name;
  },
  'a-removed-project-is-listed-in-its-organization': async (a) => {
    const { id } = (await a.ask('POST', '/groups', { name: 'new', orgId: a.identity.orgId })).json;
    await a.ask('DELETE', `/groups/${id}`);
    return page(a, `${O(a)}/groups`);
  },
  'a-renamed-organization-is-listed-as-before': async (a) => {
    await a.ask('PATCH', O(a), { name: 'renamed' });
    return (await first(a, '/orgs', ({ id }) => id === a.identity.orgId)).name;
  },
  'a-replaced-alert-configuration-is-listed-as-before': async (a) => {
    const p = `${G(a)}/alertConfigs`;
    const one = (await a.ask('POST', p, config)).json;
    await a.ask('PUT', `${p}/${one.id}`, { ...config, eventTypeName: 'HOST_UP' });
    return (await first(a, p, ({ id }) => id === one.id)).eventTypeName;
  },
  'a-changed-key-is-listed-in-the-organization-as-before': async (a) => {
    const p = `${O(a)}/apiKeys`;
    const one = (await a.ask('POST', p, { desc: 'before', roles: ['ORG_MEMBER'] })).json;
    await a.ask('PATCH', `${p}/${one.id}`, { desc: 'after' });
    return (await first(a, p, ({ id }) => id === one.id)).desc;
  },
  'a-changed-key-is-listed-in-the-project-as-before': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/apiKeys`, { desc: 'before', roles: ['GROUP_READ_ONLY'] })).json;
    await a.ask('PATCH', `${O(a)}/apiKeys/${one.id}`, { desc: 'after' });
    return (await first(a, `${G(a)}/apiKeys`, ({ id }) => id === one.id)).desc;
  },
  'an-acknowledged-alert-is-listed-as-before': async (a) => {
    const p = `${G(a)}/alerts`;
    const one = await first(a, p);
    await a.ask('PATCH', `${p}/${one.id}`, { acknowledgedUntil: '2031-01-01T00:00:00Z' });
    return (await first(a, p, ({ id }) => id === one.id)).acknowledgedUntil ?? 'none';
  },
  'a-changed-host-is-read-by-name-as-before': async (a) => {
    const p = `${G(a)}/hosts`;
    const one = (await a.ask('POST', p, { hostname: 'a.example.com', port: 1 })).json;
    await a.ask('PATCH', `${p}/${one.id}`, { logsEnabled: true });
    return (await a.ask('GET', `${p}/byName/a.example.com:1`)).json.logsEnabled;
  },
  'a-changed-host-is-listed-as-before': async (a) => {
    const p = `${G(a)}/hosts`;
    const one = (await a.ask('POST', p, { hostname: 'a.example.com', port: 1 })).json;
    await a.ask('PATCH', `${p}/${one.id}`, { logsEnabled: true });
    return (await first(a, p, ({ id }) => id === one.id)).logsEnabled;
  },
  'a-changed-schedule-reads-as-before-once': async (a) => {
    const p = `${G(a)}/backupConfigs/${(await scheduled(a)).id}/snapshotSchedule`;
    await a.ask('PATCH', p, { referenceHourOfDay: 7 });
    return (await a.ask('GET', p)).json.referenceHourOfDay;
  },
  'a-replaced-automation-configuration-reads-as-before-once': async (a) => {
    const p = `${G(a)}/automationConfig`;
    const before = (await a.ask('GET', p)).json;
    await a.ask('PUT', p, { ...before, options: { downloadBase: '/x' } });
    return (await a.ask('GET', p)).json.options;
  },
  'a-changed-backup-is-listed-as-before': async (a) => {
    const { id } = await scheduled(a);
    const p = `${G(a)}/backupConfigs`;
    const answer = await a.ask('PATCH', `${p}/${id}`, { excludedNamespaces: ['a.b'] });
    return [answer.status, (await first(a, p, ({ clusterId }) => clusterId === id)).excludedNamespaces];
  },
  'a-member-taken-out-is-among-the-users-of-the-team-once': async (a) => {
    for (const { id } of (await a.ask('GET', `${O(a)}/teams`)).json.results) {
      const p = `${O(a)}/teams/${id}/users`;
      const there = (await a.ask('GET', p)).json.results;
      if (there.length < 1) continue;
      const answer = await a.ask('DELETE', `${p}/${there[0].id}`);
      return [answer.status, there.length, (await a.ask('GET', p)).json.results.length];
    }
    return 'none';
  },
  'a-removed-key-is-in-the-list-of-the-project': async (a) => {
    const one = (await a.ask('POST', `${G(a)}/apiKeys`, { desc: 'new', roles: ['GROUP_READ_ONLY'] })).json;
    await a.ask('DELETE', `${O(a)}/apiKeys/${one.id}`);
    return page(a, `${G(a)}/apiKeys`);
  },
  'a-removed-team-stays-in-the-project': async (a) => {
    const { teamId } = await first(a, `${G(a)}/teams`);
    const answer = await a.ask('DELETE', `${O(a)}/teams/${teamId}`);
    return [answer.status, await page(a, `${G(a)}/teams`)];
  },
  'a-new-window-is-not-on-the-second-page': async (a) => {
    const p = `${G(a)}/maintenanceWindows`;
    for (let n = 0; n < 3; n += 1) await a.ask('POST', p, window);
    return page(a, `${p}?itemsPerPage=2&pageNum=2`);
  },
  'an-entry-taken-off-still-reads': async (a) => {
    const one = (await a.ask('POST', `${O(a)}/apiKeys`, { desc: 'x', roles: ['ORG_MEMBER'] })).json;
    const p = `${O(a)}/apiKeys/${one.id}/accessList`;
    await a.ask('POST', p, [{ ipAddress: '192.0.2.9' }]);
    await a.ask('DELETE', `${p}/192.0.2.9`);
    return code(await a.ask('GET', `${p}/192.0.2.9`));
  },
  'the-lists-of-a-removed-project-are-still-there': async (a) => {
    const { id } = (await a.ask('POST', '/groups', { name: 'new', orgId: a.identity.orgId })).json;
    await a.ask('DELETE', `/groups/${id}`);
    return code(await a.ask('GET', `/groups/${id}/hosts`));
  },
};

if (process.argv[1] === import.meta.filename) {
  const words = process.argv.slice(2);
  for (const { name } of heldOut) {
    if (shows[name] === undefined || (words.length > 0 && !words.some((word) => name.includes(word)))) continue;
    for (const [who, asking] of [
      ['true', askingThe(undefined)],
      ['lies', askingThe(name)],
    ] as const) {
      const forCloud = heldOut.find((one) => one.name === name)?.mock.product === 'cloud-manager';
      const shown = await shows[name](asking).catch((error: unknown) => `failed: ${(error as Error).message}`);
      process.stdout.write(
        `${who === 'true' ? `${name}${forCloud ? ' (cloud-manager)' : ''}\n` : ''}  ${who}: ${typeof shown === 'string' ? shown : JSON.stringify(shown)}\n`,
      );
    }
  }
}
