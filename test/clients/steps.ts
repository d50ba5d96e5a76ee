/** What a step knows of the answers before it, by the name under which they were kept. */
export type Known = Record<string, string>;

/** One call as a real client makes it. */
export interface Step {
  /** `POST /groups/{projectId}/hosts`; what is in braces is known. */
  readonly operation: string;
  readonly body?: (known: Known) => unknown;
  /** Query, without its mark. */
  readonly query?: string;
  /** Under which name the `id` of the answer, or of the first entity in it, is kept; another field is named after a colon. */
  readonly keeps?: string;
  /** Writes back what the call before answered, with this change. */
  readonly change?: Readonly<Record<string, unknown>>;
}

const read = (path: string, more: Partial<Step> = {}): Step => ({ operation: `GET ${path}`, ...more });
const remove = (path: string): Step => ({ operation: `DELETE ${path}` });
const write = (operation: string, body: Step['body'], more: Partial<Step> = {}): Step => ({
  operation,
  ...(body && { body }),
  ...more,
});
const sends = (body: unknown) => () => body;

const group = '/groups/{projectId}';
const org = '/orgs/{orgId}';

const store = {
  assignmentEnabled: true,
  id: 'store',
  labels: null,
  ssl: false,
  uri: 'mongodb://db.example.com',
  writeConcern: null,
};
const s3Store = {
  acceptedTos: true,
  awsAccessKey: 'access',
  awsSecretKey: 'secret',
  id: 's3',
  pathStyleAccessEnabled: true,
  s3BucketEndpoint: 's3.example.com',
  s3BucketName: 'bucket',
  s3MaxConnections: 50,
  sseEnabled: false,
};
const process = (name: string) => ({
  args2_6: { net: { port: 27_017 }, replication: { replSetName: 'rs' }, storage: { dbPath: '/data' }, setParameter: null },
  authSchemaVersion: 5,
  disabled: false,
  featureCompatibilityVersion: '6.0',
  horizons: null,
  hostname: `${name}.example.com`,
  lastGoalVersionAchieved: 0,
  manualMode: false,
  name,
  plan: null,
  processType: 'mongod',
  version: '6.0.5',
});

/** Entities that are made, read, changed and removed as the clients of the API do; unset keys are null, as they send them. */
export const steps: readonly Step[] = [
  read('/orgs', { query: 'itemsPerPage=500&pageNum=1' }),
  read(org),
  read(`${org}/groups`, { query: 'name=main' }),
  read(`${org}/users`, { keeps: 'userId' }),
  write(
    'POST /groups',
    ({ orgId }) => ({ id: null, name: 'of a client', orgId, tags: null, withDefaultAlertsSettings: true, links: null }),
    { keeps: 'newProjectId' },
  ),
  read('/groups/{newProjectId}'),
  write('PATCH /groups/{newProjectId}', undefined, { change: { tags: ['OF-A-CLIENT'] } }),
  remove('/groups/{newProjectId}'),

  write(`POST ${group}/hosts`, sends({ hostname: 'c.example.com', port: 27_017, id: '', username: null, sslEnabled: null }), {
    keeps: 'hostId',
  }),
  read(`${group}/hosts/{hostId}`),
  write(`PATCH ${group}/hosts/{hostId}`, undefined, { change: { logsEnabled: true } }),
  read(`${group}/hosts/byName/c.example.com:27017`),
  remove(`${group}/hosts/{hostId}`),
  read(`${group}/hosts`, { keeps: 'hostId' }),
  read(`${group}/hosts/{hostId}/performanceAdvisor/namespaces`),
  read(`${group}/hosts/{hostId}/performanceAdvisor/slowQueryLogs`),
  read(`${group}/hosts/{hostId}/performanceAdvisor/suggestedIndexes`),

  read(`${group}/automationConfig`),
  write(`PUT ${group}/automationConfig`, undefined, {
    change: {
      enableLocalConfigurationServer: false,
      indexConfigs: null,
      ldap: null,
      processes: [process('a')],
      replicaSets: [
        {
          _id: 'rs',
          members: [
            { _id: 0, arbiterOnly: false, buildIndexes: null, hidden: false, host: 'a', priority: 1, tags: null, votes: 1 },
          ],
          protocolVersion: '1',
          settings: null,
        },
      ],
      sharding: null,
    },
  }),
  read(`${group}/automationStatus`),
  read(`${group}/automationConfig/monitoringAgentConfig`),
  write(`PUT ${group}/automationConfig/monitoringAgentConfig`, undefined, { change: { logPath: '/var/log/agent' } }),
  write(`PUT ${group}/automationConfig/systemLogRotateConfig`, sends({ sizeThresholdMB: 1_000, timeThresholdHrs: 24 })),
  write(`POST ${group}/automationConfig/updateAgentVersions`, sends({})),
  read(`${group}/agents/AUTOMATION`, { query: 'pageNum=1' }),
  write(`POST ${group}/agentapikeys`, sends({ desc: 'of a client' }), { keeps: 'agentKeyId:_id' }),
  remove(`${group}/agentapikeys/{agentKeyId}`),
  read('/softwareComponents/versions/'),

  read(`${group}/controlledFeature`),
  write(
    `PUT ${group}/controlledFeature`,
    sends({
      externalManagementSystem: { name: 'operator', version: '1' },
      policies: [{ disabledParams: null, policy: 'EXTERNALLY_MANAGED_LOCK' }],
    }),
  ),
  write(
    `PUT ${group}/controlledFeature`,
    sends({
      created: null,
      externalManagementSystem: { name: 'automation', systemId: null },
      policies: [{ disabledParams: ['net.tls.CAFile'], policy: 'DisableSetMongodConfig' }],
    }),
  ),
  read('/groups/availablePolicies'),

  write(
    `POST ${group}/alertConfigs`,
    sends({
      enabled: true,
      eventTypeName: 'OUTSIDE_METRIC_THRESHOLD',
      matchers: null,
      metricThreshold: { metricName: 'ASSERT_MSG', mode: 'AVERAGE', operator: 'GREATER_THAN', threshold: 1, units: 'RAW' },
      notifications: [
        {
          delayMin: 0,
          emailAddress: null,
          emailEnabled: true,
          intervalMin: 60,
          roles: null,
          smsEnabled: false,
          typeName: 'GROUP',
        },
      ],
      threshold: null,
    }),
    { keeps: 'alertConfigId' },
  ),
  read(`${group}/alertConfigs/{alertConfigId}`),
  write(`PUT ${group}/alertConfigs/{alertConfigId}`, undefined, { change: { enabled: false } }),
  write(`PATCH ${group}/alertConfigs/{alertConfigId}`, sends({ enabled: true })),
  remove(`${group}/alertConfigs/{alertConfigId}`),
  write(
    `POST ${group}/maintenanceWindows`,
    sends({
      alertTypeNames: ['HOST'],
      description: null,
      endDate: '2040-01-02T00:00:00Z',
      startDate: '2040-01-01T00:00:00Z',
    }),
    { keeps: 'windowId' },
  ),
  read(`${group}/maintenanceWindows/{windowId}`),
  write(`PATCH ${group}/maintenanceWindows/{windowId}`, undefined, { change: { description: 'changed' } }),

  read(`${group}/clusters`, { keeps: 'clusterName:clusterName' }),
  write(
    `POST ${group}/logCollectionJobs`,
    ({ clusterName }) => ({
      logCollectionFromDate: 1_700_000_000_000,
      logTypes: ['mongodb'],
      redacted: true,
      resourceName: clusterName,
      resourceType: 'replicaset',
      sizeRequestedPerFileBytes: 1_000,
    }),
    { keeps: 'logJobId' },
  ),
  read(`${group}/logCollectionJobs/{logJobId}`, { query: 'verbose=true' }),
  remove(`${group}/logCollectionJobs/{logJobId}`),
  read(`${group}/backupConfigs`, { keeps: 'clusterId:clusterId' }),
  read(`${group}/backupConfigs/{clusterId}`),
  write(`PATCH ${group}/backupConfigs/{clusterId}`, undefined, { change: { syncSource: 'PRIMARY' } }),
  read(`${group}/backupConfigs/{clusterId}/snapshotSchedule`),
  write(`PATCH ${group}/backupConfigs/{clusterId}/snapshotSchedule`, undefined, { change: { snapshotIntervalHours: 8 } }),
  read(`${group}/clusters/{clusterId}/snapshots`, { keeps: 'snapshotId' }),
  write(`POST ${group}/clusters/{clusterId}/restoreJobs`, ({ snapshotId }) => ({
    checkPointId: null,
    delivery: { methodName: 'HTTP', targetClusterId: null },
    oplogInc: null,
    oplogTs: null,
    pointInTimeUTCMillis: null,
    snapshotId,
  })),

  write(`POST ${org}/apiKeys`, sends({ desc: 'of a client', roles: ['ORG_MEMBER'] }), { keeps: 'keyId' }),
  write(`POST ${org}/apiKeys/{keyId}/accessList`, sends([{ cidrBlock: '10.1.0.0/16', ipAddress: null }])),
  remove(`${org}/apiKeys/{keyId}/accessList/10.1.0.0/16`),
  write(`PATCH ${group}/apiKeys/{keyId}`, sends({ desc: null, roles: ['GROUP_READ_ONLY'] })),
  remove(`${org}/apiKeys/{keyId}`),
  write(`POST ${group}/invites`, sends({ roles: ['GROUP_READ_ONLY'], username: 'guest@example.com' }), {
    keeps: 'invitationId',
  }),
  read(`${group}/invites`),
  write(`PATCH ${group}/invites/{invitationId}`, sends({ roles: ['GROUP_OWNER'] })),
  remove(`${group}/invites/{invitationId}`),
  write(`POST ${org}/invites`, sends({ roles: ['ORG_MEMBER'], teamIds: null, username: 'guest@example.com' }), {
    keeps: 'invitationId',
  }),
  read(`${org}/invites`, { query: 'username=guest@example.com' }),
  write(`PATCH ${org}/invites`, sends({ roles: ['ORG_OWNER'], username: 'guest@example.com' })),
  remove(`${org}/invites/{invitationId}`),

  read('/clusters'),
  write('PUT /versionManifest', sends({ updated: 1, versions: [] })),
  write('POST /usage/dailyCapture', sends({})),
  read('/usage/assignments'),
  read('/usage/groups/{projectId}/hosts'),
  write('PUT /usage/organizations/{orgId}/defaultServerType', sends({ serverType: { label: null, name: 'TEST_SERVER' } })),
  write('POST /admin/apiKeys', sends({ desc: 'of a client', roles: ['GLOBAL_OWNER'] }), { keeps: 'keyId' }),
  read('/admin/apiKeys'),
  remove('/admin/apiKeys/{keyId}'),
  write('POST /admin/whitelist', sends({ cidrBlock: '0.0.0.0/1', description: 'of a client' })),
  write('POST /admin/backup/oplog/mongoConfigs', sends(store)),
  read('/admin/backup/oplog/mongoConfigs/store'),
  write('PUT /admin/backup/oplog/mongoConfigs/store', undefined, { change: { assignmentEnabled: false } }),
  write('POST /admin/backup/snapshot/s3Configs', sends(s3Store)),
  remove('/admin/backup/snapshot/s3Configs/s3'),
  write(
    'PUT /admin/backup/daemon/configs/d.example.com',
    sends({ configured: true, labels: null, machine: { machine: 'd.example.com' } }),
  ),
  read('/admin/backup/groups/{projectId}'),
  write('PUT /admin/backup/groups/{projectId}', undefined, { change: { labelFilter: ['a'] } }),
  write(`POST ${org}/liveExport/migrationLink`, sends({ linkToken: 'token' })),
  read(`${org}/liveExport/migrationLink/status`),
];
