import { formatSecond } from '../../world/dates.ts';
import { begun, collected, logJobNow } from '../../rules/log-jobs.ts';
import { done, download, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { flag } from '../../rules/query.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Group, LogJob } from '../../world/world.ts';

const resourceTypes: readonly string[] = ['CLUSTER', 'PROCESS', 'REPLICASET'];

const shape: Shape = {
  logCollectionFromDate: { type: 'integer', min: 0 },
  logCollectionToDate: { type: 'integer', min: 0 },
  logTypes: {
    type: 'array',
    required: true,
    empty: 'INVALID_LOG_REQUEST_TYPES',
    items: { type: 'string', anyCase: true, oneOf: ['AUTOMATION_AGENT', 'BACKUP_AGENT', 'MONITORING_AGENT', 'MONGODB', 'FTDC'] },
  },
  redacted: { type: 'boolean', required: true },
  resourceName: { type: 'string', required: true },
  resourceType: { type: 'string', anyCase: true, required: true },
  sizeRequestedPerFileBytes: { type: 'integer', required: true },
  ...Object.fromEntries(
    [
      'childJobs',
      'creationDate',
      'downloadUrl',
      'expirationDate',
      'groupId',
      'id',
      'links',
      'rootResourceName',
      'rootResourceType',
      'status',
      'uncompressedSizeTotalBytes',
      'userId',
    ].map((name) => [name, { type: 'any', readOnly: true } as const]),
  ),
};
const extension: Shape = {
  ...Object.fromEntries(Object.keys(shape).map((name) => [name, { type: 'any', readOnly: true } as const])),
  expirationDate: { type: 'date', required: true },
};

function jobView(kept: LogJob, group: Group, call: Call, alone = true): Fields {
  const job = logJobNow(kept, group, call.world.now());
  const project = `/groups/${group.id}`;
  const self = `${project}/logCollectionJobs/${job.id}`;
  const downloadUrl = job.status === 'SUCCESS' ? call.url(`${self}/download`) : undefined;
  const shown = record({ ...job, downloadUrl });
  const all = { ...shown, links: links(call, self, alone ? [['group', project]] : []) };
  return flag(call.query, 'verbose') ? { childJobs: [], ...all } : all;
}

/** The instant six months after a job was made, when its files go at the latest. */
function latestExpiry({ creationDate }: LogJob): number {
  const date = new Date(creationDate);
  return date.setUTCMonth(date.getUTCMonth() + 6);
}

const need = groupRole('GROUP_AUTOMATION_ADMIN');

export const logCollectionJobs = [
  route('GET', '/groups/{group}/logCollectionJobs', {}, ({ group }, call) =>
    list(call, group.logJobs.values(), (job) => jobView(job, group, call, false)),
  ),
  route(
    'POST',
    '/groups/{group}/logCollectionJobs',
    {
      need,
      body: { shape, mode: 'create' },
    },
    ({ group }, call) => {
      const { world, caller, body } = call;
      if (!resourceTypes.includes(String(body['resourceType']))) {
        refuse('MISSING_OR_INVALID_ATTRIBUTE', 'resourceType');
      }
      if (Number(body['sizeRequestedPerFileBytes']) <= 0) refuse('INVALID_LOG_REQUEST_SIZE');
      const now = world.now();
      const asked = record({
        ...body,
        creationDate: formatSecond(now),
        expirationDate: formatSecond(now + 30 * 86_400_000),
        groupId: group.id,
        id: world.ids.id(),
        rootResourceName: body['resourceName'],
        rootResourceType: body['resourceType'],
        status: 'IN_PROGRESS',
        uncompressedSizeTotalBytes: 0,
        userId: caller.userId,
      });
      const job = begun(asked, group, now);
      group.logJobs.set(job.id, job);
      return entity({ id: job.id }, 201);
    },
  ),
  route('GET', '/groups/{group}/logCollectionJobs/{logJob}', {}, ({ group, logJob }, call) =>
    entity(jobView(logJob, group, call)),
  ),
  route(
    'PATCH',
    '/groups/{group}/logCollectionJobs/{logJob}',
    { need, body: { shape: extension, mode: 'create' } },
    ({ group, logJob }, { world, body }) => {
      const until = Date.parse(String(body['expirationDate']));
      if (until <= world.now()) refuse('EXPIRATION_DATE_MUST_BE_IN_FUTURE');
      if (until > latestExpiry(logJob)) refuse('EXPIRATION_DATE_TOO_DISTANT');
      const job = logJobNow(logJob, group, world.now());
      if (job.status === 'EXPIRED') refuse('CANNOT_EXTEND_EXPIRED_JOB');
      group.logJobs.set(job.id, record({ ...job, ...body }));
      return done();
    },
  ),
  route('PUT', '/groups/{group}/logCollectionJobs/{logJob}/retry', { need }, ({ group, logJob }, { world }) => {
    const job = logJobNow(logJob, group, world.now());
    if (job.status !== 'FAILURE') refuse('ONLY_FAILED_JOB_CAN_BE_RESTARTED');
    group.logJobs.set(job.id, begun(job, group, world.now()));
    return done();
  }),
  route('GET', '/groups/{group}/logCollectionJobs/{logJob}/download', { need }, ({ group, logJob }, { world }) => {
    const job = logJobNow(logJob, group, world.now());
    if (job.status === 'EXPIRED') refuse('CANNOT_DOWNLOAD_EXPIRED_JOB');
    if (job.status === 'IN_PROGRESS') refuse('CANNOT_DOWNLOAD_JOB_IN_PROGRESS');
    return download('application/gzip', collected(job));
  }),
  route('DELETE', '/groups/{group}/logCollectionJobs/{logJob}', { need }, ({ group, logJob }) => {
    group.logJobs.delete(logJob.id);
    group.work.delete(logJob.id);
    return done();
  }),
];
