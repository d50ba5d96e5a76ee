import { createMock } from '../../../src/mock/server/mock.ts';
import type { KeyPair, MockOptions } from '../../../src/mock/forms/types.ts';
import { usualDialect } from '../../../src/contract/products.ts';
import { digestResponse, formatAuthorization, parseChallenges } from '../../../src/wire/digest.ts';
import { heldOut } from './index.ts';
import type { Json } from './lie.ts';

/**
 * `node --import tsx --conditions=engine test/mutants/held-out-b/prove.ts [name…]`: asks the true mock and the lying one
 * the same, and shows both answers of the request that tells them apart. A lie without a proof, or whose proof shows no
 * difference, is said to be so.
 */
interface Ask {
  (method: string, path: string, body?: unknown, as?: KeyPair): Promise<{ status: number; json: any; text: string }>;
}
interface World {
  readonly ask: Ask;
  readonly G: string;
  readonly O: string;
  /** Of another project of the same organization. */
  readonly G2: string;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): void;
  now(): number;
  newKey(roles: readonly string[], entries?: readonly object[], of?: 'org' | 'project'): Promise<KeyPair & { id: string }>;
  first(path: string, which?: (one: Json) => boolean): Promise<any>;
}

async function world(options: MockOptions): Promise<World> {
  let time = Date.parse('2026-03-04T05:06:07Z');
  const product = options.product ?? 'ops-manager';
  const mock = createMock({ product, dialect: usualDialect[product], rateWindowSeconds: 60, ...options, now: () => time });
  const { identity } = mock;
  const ask: Ask = async (method, path, body, as = identity) => {
    const target = `/api/public/v1.0${path}`;
    const base = {
      method,
      target,
      headers: {},
      body: body === undefined ? '' : JSON.stringify(body),
      remoteAddress: '127.0.0.1',
      origin: 'http://127.0.0.1:1',
    };
    const challenge = await mock.handle(base);
    const { nonce = '', realm = '' } = parseChallenges([challenge.headers['WWW-Authenticate'] ?? []].flat())[0]?.parameters ?? {};
    const counted = { nc: '00000001', cnonce: '0a4f113b', qop: 'auth' };
    const { publicKey: username, privateKey: password } = as;
    const response = digestResponse({ username, password, realm, method, uri: target, nonce, ...counted });
    const authorization = formatAuthorization({ username, realm, nonce, uri: target, response, ...counted });
    const answer = await mock.handle({ ...base, headers: { authorization, 'content-type': 'application/json' } });
    let json: any;
    try {
      json = JSON.parse(answer.body);
    } catch {
      json = undefined;
    }
    return { status: answer.status, json, text: answer.body };
  };
  const { projectId: G, orgId: O } = identity;
  const groups = (await ask('GET', `/orgs/${O}/groups`)).json.results as { id: string }[];
  return {
    ask,
    G,
    O,
    G2: groups.find(({ id }) => id !== G)!.id,
    wait: (ms) => {
      time += ms;
    },
    now: () => time,
    newKey: async (roles, entries = [], of = 'org') => {
      const { json } = await ask('POST', of === 'org' ? `/orgs/${O}/apiKeys` : `/groups/${G}/apiKeys`, { desc: 'proof', roles });
      if (entries.length > 0) await ask('POST', `/orgs/${O}/apiKeys/${json.id}/accessList`, entries);
      return json as KeyPair & { id: string };
    },
    first: async (path, which = () => true) => (await ask('GET', path)).json.results.find(which),
  };
}

type Proof = (world: World) => Promise<unknown>;
const nobody = 'aa5df23b03823fa63365ac5a';
const brief = ({ status, json }: { status: number; json: any }): unknown =>
  json?.errorCode ? [status, json.errorCode, json.detail, json.parameters] : [status];
const asked =
  (method: string, path: (w: World) => string, body?: unknown): Proof =>
  async (w) =>
    brief(await w.ask(method, path(w), body));
/** The same of the answers' documents. */
const shows =
  (method: string, path: (w: World) => string | Promise<string>, pick: (json: any, w: World) => unknown, body?: unknown): Proof =>
  async (w) => {
    const { status, json } = await w.ask(method, await path(w), body);
    return [status, pick(json, w)];
  };

const events = (w: World, count: number, query = '', as?: KeyPair, G = w.G): Promise<string> =>
  (async () => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1)
      statuses.push((await w.ask('GET', `/groups/${G}/events${query}`, undefined, as)).status);
    const limited = statuses.filter((status) => status === 429).length;
    return `${statuses.length - limited} through, ${limited} refused`;
  })();

const inList =
  (entries: readonly object[], path: (w: World) => string = ({ O }) => `/orgs/${O}`, method = 'GET'): Proof =>
  async (w) => {
    const key = await w.newKey(['ORG_OWNER'], entries);
    return brief(await w.ask(method, path(w), undefined, key));
  };
const elsewhere = { cidrBlock: '10.0.0.0/8' };
const other = { ipAddress: '192.0.2.1' };
const here = { ipAddress: '127.0.0.1' };

const replicaSet = (w: World): Promise<any> =>
  w.first(`/groups/${w.G}/clusters`, (one) => one['typeName'] === 'REPLICA_SET' && one['shardName'] === undefined);
const pinged = (w: World): Promise<any> => w.first(`/groups/${w.G}/hosts`, (one) => one['lastPing'] !== undefined);
const alertConfig = (w: World): Promise<any> => w.first(`/groups/${w.G}/alertConfigs`);
const window = { startDate: '2090-01-01T00:00:00Z', endDate: '2090-01-02T00:00:00Z', alertTypeNames: ['HOST'] };
const schedule =
  (body: object): Proof =>
  async (w) => {
    const path = `/groups/${w.G}/backupConfigs/${(await replicaSet(w)).id}/snapshotSchedule`;
    return brief(await w.ask('PATCH', path, body));
  };
const person = (name: string, O: string): Json => ({
  username: name,
  password: 'a1b2c3d4e5',
  emailAddress: name,
  firstName: 'A',
  lastName: 'B',
  mobileNumber: '+12125550100',
  roles: [{ orgId: O, roleName: 'ORG_MEMBER' }],
});
const status =
  (from: string, to: string): Proof =>
  async (w) => {
    const config = await w.first(`/groups/${w.G}/backupConfigs`, (one) => one['statusName'] === from);
    return config
      ? [
          brief(await w.ask('PATCH', `/groups/${w.G}/backupConfigs/${config.clusterId}`, { statusName: to })),
          (await w.ask('GET', `/groups/${w.G}/backupConfigs/${config.clusterId}`)).json.statusName,
        ]
      : 'none';
  };
const job = {
  resourceType: 'CLUSTER',
  resourceName: 'rs0',
  sizeRequestedPerFileBytes: 1000,
  logTypes: ['MONGODB'],
  redacted: true,
};
const byReader =
  (method: string, path: (w: World) => Promise<string>, body?: unknown): Proof =>
  async (w) => {
    const key = await w.newKey(['GROUP_READ_ONLY'], [], 'project');
    return brief(await w.ask(method, await path(w), body, key));
  };

const proofs: Readonly<Record<string, Proof>> = {
  'rate-window-rolls': async (w) => {
    w.wait(40_000);
    const one = await events(w, 100);
    w.wait(20_000);
    return [one, await events(w, 100)];
  },
  'rate-window-begins-with-the-first-request': async (w) => {
    w.wait(40_000);
    const one = await events(w, 100);
    w.wait(20_000);
    return [one, await events(w, 100)];
  },
  'rate-refusal-closes-for-a-minute': async (w) => {
    w.wait(40_000);
    const one = await events(w, 110);
    w.wait(20_000);
    return [one, await events(w, 100)];
  },
  'rate-refused-count-in-the-next-minute': async (w) => {
    const one = await events(w, 150);
    w.wait(60_000);
    return [one, await events(w, 100)];
  },
  'rate-window-of-two-minutes': async (w) => {
    const one = await events(w, 100);
    w.wait(60_000);
    return [one, await events(w, 100)];
  },
  'rate-counts-each-query-apart': async (w) => [await events(w, 60, '?pageNum=1'), await events(w, 60, '?pageNum=2')],
  'access-any-block-admits': inList([elsewhere]),
  'access-block-read-by-whole-octets': inList([{ cidrBlock: '127.0.0.128/25' }]),
  'access-block-of-one-admits-nobody': inList([{ cidrBlock: '127.0.0.1/32' }]),
  'access-second-entry-is-not-looked-at': inList([other, here]),
  'access-removed-entry-goes-on-admitting': async (w) => {
    const key = await w.newKey(['ORG_OWNER'], [other, here]);
    const before = (await w.ask('GET', `/orgs/${w.O}`, undefined, key)).status;
    await w.ask('DELETE', `/orgs/${w.O}/apiKeys/${key.id}/accessList/127.0.0.1`);
    return [before, brief(await w.ask('GET', `/orgs/${w.O}`, undefined, key))];
  },
  'access-added-entry-does-not-admit-yet': async (w) => {
    const key = await w.newKey(['ORG_OWNER'], [other]);
    await w.ask('POST', `/orgs/${w.O}/apiKeys/${key.id}/accessList`, [here]);
    return brief(await w.ask('GET', `/orgs/${w.O}`, undefined, key));
  },
  'access-emptied-list-admits-nobody': async (w) => {
    const key = await w.newKey(['ORG_OWNER'], [other]);
    await w.ask('DELETE', `/orgs/${w.O}/apiKeys/${key.id}/accessList/192.0.2.1`);
    return brief(await w.ask('GET', `/orgs/${w.O}`, undefined, key));
  },
  'access-list-guards-reads-alone': async (w) => {
    const key = await w.newKey(['ORG_OWNER'], [other]);
    return brief(await w.ask('POST', `/groups/${w.G}/maintenanceWindows`, window, key));
  },
  'access-head-is-open-to-the-unlisted': inList([other], ({ O }) => `/orgs/${O}`, 'HEAD'),
  'access-entities-are-open-to-the-unlisted': async (w) => {
    const key = await w.newKey(['ORG_OWNER'], [other]);
    return brief(await w.ask('GET', `/groups/${w.G}/hosts/${(await pinged(w)).id}`, undefined, key));
  },
  'access-unlisted-is-401-below-organizations': inList([other]),
  'access-list-of-another-user-is-shown': async (w) =>
    brief(
      await w.ask('GET', `/users/${(await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Grace')).id}/accessList`),
    ),
  'access-users-second-entry-is-dropped': async (w) => {
    const me = (await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Ada')).id;
    const { status, json } = await w.ask('POST', `/users/${me}/accessList`, [
      { ipAddress: '198.18.0.1' },
      { ipAddress: '198.18.0.2' },
    ]);
    return [status, json.results.map((one: Json) => one['cidrBlock'])];
  },
  'access-keys-second-entry-is-dropped': async (w) => {
    const key = await w.newKey(['ORG_OWNER']);
    const { status, json } = await w.ask('POST', `/orgs/${w.O}/apiKeys/${key.id}/accessList`, [other, here]);
    return [status, json.results.map((one: Json) => one['cidrBlock'])];
  },
  'access-users-entry-shows-another-block': async (w) => {
    const me = (await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Ada')).id;
    const { status, json } = await w.ask('POST', `/users/${me}/accessList`, [{ ipAddress: '198.18.0.1' }]);
    return [status, json.results.map((one: Json) => [one['ipAddress'], one['cidrBlock']])];
  },
  'access-read-only-callers-list-is-not-looked-at': async (w) =>
    brief(await w.ask('GET', `/orgs/${w.O}`, undefined, await w.newKey(['ORG_READ_ONLY'], [other]))),
  'access-own-address-may-be-removed': async (w) => {
    const me = (await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Ada')).id;
    return brief(await w.ask('DELETE', `/users/${me}/accessList/127.0.0.0%2F8`));
  },

  'refusal-host-by-name-names-the-usual-port': asked('GET', ({ G }) => `/groups/${G}/hosts/byName/nobody.example.com:27099`),
  'refusal-host-by-name-names-no-host': asked('GET', ({ G }) => `/groups/${G}/hosts/byName/nobody.example.com:27017`),
  'refusal-host-swaps-host-and-project': asked('GET', ({ G }) => `/groups/${G}/hosts/22f961cfb0d34c49d585d17bbf6da68c`),
  'refusal-resource-names-a-cut-path': asked('GET', ({ G }) => `/groups/${G}/unheardOf`),
  'refusal-invalid-project-id-is-null': asked('GET', () => '/groups/not-an-id'),
  'refusal-missing-field-is-always-hostname': asked('POST', ({ G }) => `/groups/${G}/hosts`, { hostname: 'a.example.com' }),
  'refusal-missing-field-is-always-username': async (w) => {
    const { emailAddress: _none, ...rest } = person('p@example.com', w.O);
    return brief(await w.ask('POST', '/users', rest));
  },
  'refusal-unknown-field-of-a-team-is-the-body': asked('POST', ({ O }) => `/orgs/${O}/teams`, {
    name: 't',
    usernames: ['ada@example.com'],
    unheardOf: 1,
  }),
  'refusal-enum-names-the-field': asked('POST', ({ G }) => `/groups/${G}/alertConfigs`, {
    eventTypeName: 'NO_SUCH_EVENT',
    notifications: [],
  }),
  'refusal-taken-project-name-names-the-organization': async (w) =>
    brief(await w.ask('POST', '/groups', { name: 'main', orgId: w.O })),
  'refusal-taken-username-is-cut-at-the-at': async (w) => brief(await w.ask('POST', '/users', person('ada@example.com', w.O))),
  'refusal-alert-config-is-the-one-shown-last': async (w) => {
    await alertConfig(w);
    return brief(await w.ask('GET', `/groups/${w.G}/alertConfigs/${nobody}`));
  },
  'refusal-window-is-the-project': asked('GET', ({ G }) => `/groups/${G}/maintenanceWindows/${nobody}`),
  'refusal-snapshot-names-another-cluster': async (w) =>
    brief(await w.ask('GET', `/groups/${w.G}/clusters/${(await replicaSet(w)).id}/snapshots/${nobody}`)),
  'refusal-query-parameter-is-the-value': asked('GET', ({ G }) => `/groups/${G}/hosts?pageNum=0`),
  'refusal-rate-limit-names-another-limit': async (w) => {
    await events(w, 100);
    return brief(await w.ask('GET', `/groups/${w.G}/events`));
  },
  'refusal-rate-limit-names-another-resource': async (w) => {
    await events(w, 100);
    return brief(await w.ask('GET', `/groups/${w.G}/events`));
  },
  'refusal-username-is-cut-at-the-at': asked('GET', () => '/users/byName/nobody@example.com'),
  'refusal-project-name-is-upper-case': asked('GET', () => '/groups/byName/nobody'),
  'refusal-database-swaps-name-and-host': async (w) =>
    brief(await w.ask('GET', `/groups/${w.G}/hosts/${(await pinged(w)).id}/databases/no-such`)),
  'refusal-access-entry-names-the-callers-address': async (w) =>
    brief(
      await w.ask(
        'GET',
        `/users/${(await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Ada')).id}/accessList/198.18.1.97`,
      ),
    ),

  'value-snapshot-cluster-is-another': async (w) => {
    const { id } = await replicaSet(w);
    return [id, (await w.first(`/groups/${w.G}/clusters/${id}/snapshots`)).clusterId];
  },
  'value-snapshot-expiry-is-cut-to-the-day': async (w) => {
    const { id } = await replicaSet(w);
    const snapshot = await w.first(`/groups/${w.G}/clusters/${id}/snapshots`);
    return (await w.ask('PATCH', `/groups/${w.G}/clusters/${id}/snapshots/${snapshot.id}`, { expires: '2026-05-01T10:20:30Z' }))
      .json.expires;
  },
  'value-new-host-was-created-two-hours-hence': async (w) => [
    new Date(w.now()).toISOString(),
    (await w.ask('POST', `/groups/${w.G}/hosts`, { hostname: 'new.example.com', port: 27_017 })).json.created,
  ],
  'value-new-window-was-created-last-year': async (w) => [
    new Date(w.now()).toISOString(),
    (await w.ask('POST', `/groups/${w.G}/maintenanceWindows`, window)).json.created,
  ],
  'value-alert-config-is-updated-before-it-is-created': async (w) => {
    const { created, updated } = await alertConfig(w);
    return { created, updated };
  },
  'value-measurements-offset-is-not-heard': async (w) => {
    const { json } = await w.ask(
      'GET',
      `/groups/${w.G}/hosts/${(await pinged(w)).id}/measurements?granularity=PT1H&start=2026-03-01T00:00:00-04:00&end=2026-03-01T06:00:00-04:00`,
    );
    return [json.start, json.end, json.measurements[0].dataPoints[0]?.timestamp];
  },
  'value-org-events-from-is-not-heard': shows(
    'GET',
    ({ O }) => `/orgs/${O}/events?minDate=2026-03-01`,
    (json) => json.totalCount,
  ),
  'value-restore-loses-the-increment': async (w) => {
    const { id } = await replicaSet(w);
    const { json } = await w.ask('POST', `/groups/${w.G}/clusters/${id}/restoreJobs`, {
      timestamp: { date: '2026-03-03T20:00:00Z', increment: 3 },
      delivery: { methodName: 'HTTP', maxDownloads: 1, expirationHours: 1 },
    });
    return json.results?.[0]?.timestamp ?? brief({ status: 0, json });
  },
  'value-new-field-latency': async (w) =>
    Object.keys((await w.ask('GET', `/groups/${w.G}/clusters/${(await replicaSet(w)).id}`)).json),
  'value-alert-config-has-enabled-twice': async (w) =>
    (await w.ask('GET', `/groups/${w.G}/alertConfigs/${(await alertConfig(w)).id}`)).text.match(/"enabled"/g)?.length,
  'value-team-list-has-total-count-twice': async (w) =>
    (await w.ask('GET', `/orgs/${w.O}/teams`)).text.match(/"totalCount":\d+/g),
  'value-link-has-rel-twice': async (w) =>
    (await w.ask('GET', `/groups/${w.G}/backupConfigs/${(await replicaSet(w)).id}`)).text.match(/"rel":"[^"]+"/g)?.slice(0, 3),
  'value-envelope-content-is-an-array': shows(
    'GET',
    ({ G }) => `/groups/${G}?envelope=true`,
    (json) => (Array.isArray(json.content) ? 'an array' : 'an object'),
  ),
  'value-no-description-is-null': async (w) => {
    const { json } = await w.ask('POST', `/groups/${w.G}/maintenanceWindows`, window);
    return ['description' in json, json.description ?? null];
  },

  'backup-stops-when-it-never-started': status('INACTIVE', 'STOPPED'),
  'backup-starts-twice': status('STARTED', 'STARTED'),
  'backup-ends-while-it-runs': status('STARTED', 'TERMINATING'),
  'schedule-takes-any-hours-from-6-to-24': schedule({ snapshotIntervalHours: 10 }),
  'schedule-refuses-36-months': schedule({ monthlySnapshotRetentionMonths: 36 }),
  'schedule-refuses-minute-59': schedule({ referenceMinuteOfHour: 59 }),
  'teams-are-full-at-249': async (w) => {
    for (const { id: org } of (await w.ask('GET', '/orgs')).json.results as { id: string }[]) {
      const users = (await w.ask('GET', `/orgs/${org}/users?itemsPerPage=500`)).json.results as {
        id: string;
        username: string;
      }[];
      if (users.length < 250) continue;
      const made = await w.ask('POST', `/orgs/${org}/teams`, {
        name: 'full',
        usernames: users.slice(0, 249).map(({ username }) => username),
      });
      return [
        users.length,
        brief(made),
        brief(await w.ask('POST', `/orgs/${org}/teams/${made.json.id}/users`, [{ id: users[249]?.id }])),
      ];
    }
    return 'no such crowd';
  },
  'log-job-may-last-seven-months': async (w) => {
    const { json } = await w.ask('POST', `/groups/${w.G}/logCollectionJobs`, job);
    return brief(await w.ask('PATCH', `/groups/${w.G}/logCollectionJobs/${json.id}`, { expirationDate: '2026-10-04T00:00:00Z' }));
  },
  'log-job-of-no-bytes-is-taken': asked('POST', ({ G }) => `/groups/${G}/logCollectionJobs`, {
    ...job,
    sizeRequestedPerFileBytes: 0,
  }),
  'log-job-in-progress-is-downloaded': async (w) => {
    const { json } = await w.ask('POST', `/groups/${w.G}/logCollectionJobs`, job);
    return brief(await w.ask('GET', `/groups/${w.G}/logCollectionJobs/${json.id}/download`));
  },
  'project-name-may-end-in-10gen': async (w) => brief(await w.ask('POST', '/groups', { name: 'x-10gen', orgId: w.O })),
  'alert-config-is-replaced-by-one-without-notifications': async (w) =>
    brief(
      await w.ask('PUT', `/groups/${w.G}/alertConfigs/${(await alertConfig(w)).id}`, {
        eventTypeName: 'HOST_DOWN',
        notifications: [],
        enabled: true,
      }),
    ),
  'window-may-end-before-it-starts-on-patch': async (w) => {
    const { json } = await w.ask('POST', `/groups/${w.G}/maintenanceWindows`, window);
    return brief(await w.ask('PATCH', `/groups/${w.G}/maintenanceWindows/${json.id}`, { endDate: '2089-01-01T00:00:00Z' }));
  },
  'measurements-take-period-and-start': async (w) =>
    brief(
      await w.ask(
        'GET',
        `/groups/${w.G}/hosts/${(await pinged(w)).id}/measurements?granularity=PT1H&period=P1D&start=2026-03-01T00:00:00Z`,
      ),
    ),
  'last-owner-may-be-removed': async (w) =>
    brief(
      await w.ask(
        'DELETE',
        `/groups/${w.G}/users/${(await w.first(`/orgs/${w.O}/users`, (one) => one['firstName'] === 'Ada')).id}`,
      ),
    ),
  'automation-put-merges': async (w) => {
    const { json } = await w.ask('GET', `/groups/${w.G}/automationConfig`);
    const { version, processes, replicaSets } = json;
    await w.ask('PUT', `/groups/${w.G}/automationConfig`, { version, processes, replicaSets });
    return Object.keys((await w.ask('GET', `/groups/${w.G}/automationConfig`)).json);
  },
  'automation-status-keeps-the-old-goal': async (w) => {
    const { json } = await w.ask('GET', `/groups/${w.G}/automationConfig`);
    await w.ask('PUT', `/groups/${w.G}/automationConfig`, json);
    return [
      (await w.ask('GET', `/groups/${w.G}/automationConfig`)).json.version,
      (await w.ask('GET', `/groups/${w.G}/automationStatus`)).json.goalVersion,
    ];
  },
  'renamed-team-loses-its-members': async (w) => {
    const { id } = await w.first(`/orgs/${w.O}/teams`);
    await w.ask('PATCH', `/orgs/${w.O}/teams/${id}`, { name: 'renamed' });
    return (await w.ask('GET', `/orgs/${w.O}/teams/${id}/users`)).json.totalCount;
  },
  'deleted-team-stays-in-its-projects': async (w) => {
    const { teamId } = await w.first(`/groups/${w.G}/teams`);
    await w.ask('DELETE', `/orgs/${w.O}/teams/${teamId}`);
    return (await w.ask('GET', `/groups/${w.G}/teams`)).json.results.map((one: Json) => one['teamId'] === teamId);
  },
  'removed-key-still-logs-in': async (w) => {
    const key = await w.newKey(['ORG_OWNER']);
    await w.ask('DELETE', `/orgs/${w.O}/apiKeys/${key.id}`);
    return (await w.ask('GET', `/orgs/${w.O}`, undefined, key)).status;
  },
  'read-only-key-may-acknowledge': byReader(
    'PATCH',
    async (w) => `/groups/${w.G}/alerts/${(await w.first(`/groups/${w.G}/alerts`)).id}`,
    { acknowledgedUntil: '2026-12-01T00:00:00Z' },
  ),
  'read-only-key-may-change-the-schedule': byReader(
    'PATCH',
    async (w) => `/groups/${w.G}/backupConfigs/${(await replicaSet(w)).id}/snapshotSchedule`,
    { snapshotIntervalHours: 12 },
  ),
  'read-only-key-may-remove-a-log-job': byReader(
    'DELETE',
    async (w) => `/groups/${w.G}/logCollectionJobs/${(await w.ask('POST', `/groups/${w.G}/logCollectionJobs`, job)).json.id}`,
  ),
  'outsider-reads-agents': async (w) =>
    brief(await w.ask('GET', `/groups/${w.G}/agents/MONITORING`, undefined, await w.newKey(['ORG_MEMBER']))),
  'ssh-key-name-may-be-taken-twice': async (w) => {
    const type = 'ssh-ed25519';
    const bytes = Buffer.alloc(51);
    bytes.writeUInt32BE(type.length, 0);
    bytes.write(type, 4);
    const publicKey = `${type} ${bytes.toString('base64')}`;
    const name = 'one';
    await w.ask('POST', `/groups/${w.G}/sshKeys`, { name, publicKey });
    return brief(await w.ask('POST', `/groups/${w.G}/sshKeys`, { name, publicKey }));
  },
};

const wanted = process.argv.slice(2);
for (const lie of heldOut) {
  if (wanted.length > 0 && !wanted.includes(lie.name)) continue;
  const proof = proofs[lie.name];
  if (proof === undefined) continue;
  const answers: string[] = [];
  for (const mock of [{ product: lie.mock.product }, lie.mock])
    answers.push(
      await world(mock as MockOptions)
        .then(proof)
        .then(
          (answer) => JSON.stringify(answer) ?? 'undefined',
          (error: Error) => `failed: ${error.stack?.split('\n').slice(0, 3).join(' ')}`,
        ),
    );
  console.log(`${answers[0] === answers[1] ? 'NO DIFFERENCE ' : ''}${lie.name}\n  true:  ${answers[0]}\n  lying: ${answers[1]}`);
}
