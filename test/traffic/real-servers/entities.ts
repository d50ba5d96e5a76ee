export const project = '5c1d2e3f4a5b6c7d8e9f0a1b';
export const other = '5c1d2e3f4a5b6c7d8e9f0a1c';
export const org = '5c1d2e3f4a5b6c7d8e9f0a1d';
export const href = (path: string) => `https://ops.example.org:8443/api/public/v1.0${path}`;
export const self = (path: string) => ({ rel: 'self', href: href(path) });
export const to = (relation: string, path: string) => ({ rel: `http://mms.mongodb.com/${relation}`, href: href(path) });
export const list = (path: string, results: readonly unknown[]) => ({
  results,
  totalCount: results.length,
  links: [self(`${path}?includeCount=true&pageNum=1&itemsPerPage=100`)],
});
export const challenge = 'Digest realm="MMS Public API", domain="", nonce="5f3kQw==", algorithm=MD5, qop="auth", stale=false';
export const job = {
  id: other,
  groupId: project,
  userId: org,
  creationDate: '2025-01-02T03:04:05Z',
  expirationDate: '2025-03-02T03:04:05Z',
  status: 'SUCCESS',
  resourceType: 'REPLICASET',
  resourceName: 'orders',
  rootResourceType: 'REPLICASET',
  rootResourceName: 'orders',
  redacted: true,
  logTypes: ['MONGODB'],
  sizeRequestedPerFileBytes: 500,
  uncompressedSizeTotalBytes: 1200,
};
export const jobPath = `/groups/${project}/logCollectionJobs/${other}`;
export const alertConfig = {
  id: other,
  groupId: project,
  created: '2019-01-02T03:04:05Z',
  updated: '2019-01-02T03:04:05Z',
  enabled: true,
  matchers: [],
  notifications: [{ typeName: 'GROUP', delayMin: 0, intervalMin: 15, emailEnabled: true, smsEnabled: false, notifierId: org }],
  links: [self(`/groups/${project}/alertConfigs/${other}`)],
};

export interface Case {
  /** What a real server does. */
  readonly does: string;
  readonly answers: readonly unknown[];
  /** Requirements that are broken by it; all others are not. */
  readonly breaks?: readonly string[];
}
