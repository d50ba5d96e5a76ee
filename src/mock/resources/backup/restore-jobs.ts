import { clusterOfShard, isSharded } from '../../world/backup-clusters.ts';
import { formatSecond } from '../../world/dates.ts';
import { entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { refuseBeforeReady } from '../../rules/restore-waits.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { newerSources, sourceAsked } from '../../rules/restore-sources.ts';
import { checkDelivery, deliveryShape, newDelivery } from '../../rules/restore-delivery.ts';
import type { Cluster, ConfigRestoreJob, Group, Host, RestoreJob, Snapshot } from '../../world/world.ts';

const text = { type: 'string' } as const;

const shape: Shape = {
  snapshotId: text,
  checkpointId: text,
  timestamp: { type: 'timestamp' },
  ...newerSources,
  delivery: { type: 'object', required: true, fields: deliveryShape },
};

function jobView(job: RestoreJob, call: Call, alone = true): Fields {
  const group = `/groups/${String(job['groupId'])}`;
  const cluster = `${group}/clusters/${job.clusterId}`;
  const related = alone
    ? ([
        ['cluster', cluster],
        ['group', group],
      ] as const)
    : [];
  return { ...job, links: links(call, `${cluster}/restoreJobs/${job.id}`, related) };
}

function snapshotFor(id: string, group: Group, cluster: Cluster): Snapshot {
  const sharded = isSharded(cluster);
  const deleted = group.deletedSnapshots.get(id)?.clusterId === cluster.id;
  if (deleted) {
    refuse(sharded ? 'CANNOT_START_RESTORE_JOB_FOR_DELETED_CLUSTER_SNAPSHOT' : 'CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT');
  }
  const snapshot = group.snapshots.get(id);
  if (!snapshot || snapshot.clusterId !== cluster.id) refuse('SNAPSHOT_NOT_FOUND', id, cluster.id);
  if (!snapshot.complete) {
    refuse(sharded ? 'CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT' : 'CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT');
  }
  return snapshot;
}

/** The instant a restore goes back to, and the snapshot it starts from, if it names one. */
function sourceOf(
  { body }: Call,
  group: Group,
  cluster: Cluster,
): {
  snapshot?: Snapshot;
  timestamp: Fields;
  pointInTime: boolean;
} {
  const { snapshotId, checkpointId, timestamp } = sourceAsked(body);
  if (snapshotId !== undefined) {
    const snapshot = snapshotFor(String(snapshotId), group, cluster);
    return { snapshot, timestamp: snapshot['lastOplogAppliedTimestamp'] as Fields, pointInTime: false };
  }
  if (checkpointId !== undefined) {
    const checkpoint = group.checkpoints.get(String(checkpointId));
    if (!checkpoint || checkpoint.clusterId !== cluster.id) {
      refuse('CHECKPOINT_NOT_FOUND', String(checkpointId), cluster.id);
    }
    return { timestamp: { date: checkpoint['timestamp'], increment: 1 }, pointInTime: true };
  }
  if (timestamp === undefined) refuse('MISSING_ONE_OF_THREE_ATTRIBUTES', 'snapshotId', 'checkpointId', 'timestamp');
  const wanted = Date.parse(String((timestamp as Fields)['date']));
  if (wanted % 1000 !== 0) refuse('FRACTIONAL_TIMESTAMP');
  const suitable = [...group.checkpoints.values()].some(
    ({ clusterId, timestamp: at }) => clusterId === cluster.id && Date.parse(String(at)) <= wanted,
  );
  if (isSharded(cluster) && !suitable) refuse('NO_CHECKPOINT_FOR_PIT_RESTORE');
  return { timestamp: timestamp as Fields, pointInTime: true };
}

function newJobs(group: Group, cluster: Cluster, call: Call): RestoreJob[] {
  const { world, body } = call;
  const wanted = body['delivery'] as Fields;
  checkDelivery(wanted, call);
  const { snapshot, timestamp, pointInTime } = sourceOf(call, group, cluster);
  const delivery = newDelivery(wanted, snapshot?.expires, group, call);
  const parts = isSharded(cluster)
    ? [...group.clusters.values()].filter((part) => clusterOfShard(group, part) === cluster)
    : [cluster];
  const batchId = isSharded(cluster) ? world.ids.id() : undefined;
  return parts.map(() =>
    record({
      batchId,
      clusterId: cluster.id,
      clusterName: cluster.clusterName,
      created: formatSecond(world.now()),
      delivery,
      encryptionEnabled: false,
      groupId: group.id,
      hashes: [],
      id: world.ids.id(),
      pointInTime,
      snapshotId: snapshot?.id,
      statusName: 'IN_PROGRESS',
      timestamp,
    }),
  );
}

function configJobView(job: ConfigRestoreJob, call: Call, alone = true): Fields {
  const group = `/groups/${String(job['groupId'])}`;
  const host = `${group}/hosts/${job.hostId}`;
  const related = alone
    ? ([
        ['group', group],
        ['host', host],
      ] as const)
    : [];
  return { ...job, links: links(call, `${host}/restoreJobs/${job.id}`, related) };
}

/** A config server has snapshots, but no checkpoints and no oplog to restore a point in time from. */
function newConfigJob(group: Group, { id: hostId }: Host, call: Call): ConfigRestoreJob {
  const { world, body } = call;
  const delivery = body['delivery'] as Fields;
  checkDelivery(delivery, call);
  const snapshotId = String(body['snapshotId'] ?? refuse('MISSING_ATTRIBUTE', 'snapshotId'));
  const snapshot = group.configSnapshots.get(snapshotId);
  if (snapshot?.hostId !== hostId) refuse('CONFIG_SNAPSHOT_NOT_FOUND', snapshotId, hostId);
  const deletion = snapshot['expires'] as string | undefined;
  return record({
    created: formatSecond(world.now()),
    delivery: newDelivery(delivery, deletion, group, call),
    encryptionEnabled: false,
    groupId: group.id,
    hashes: [],
    hostId,
    id: world.ids.id(),
    pointInTime: false,
    snapshotId,
    statusName: 'IN_PROGRESS',
    timestamp: snapshot['lastOplogAppliedTimestamp'],
  });
}

const need = groupRole('GROUP_BACKUP_ADMIN');
const create = { need, body: { shape, mode: 'create' } } as const;

export const restoreJobs = [
  route('GET', '/groups/{group}/clusters/{cluster}/restoreJobs', {}, ({ group, cluster }, call) => {
    const batchId = call.query.get('batchId');
    const all = [...group.restoreJobs.values()].filter((job) => job.clusterId === cluster.id);
    const own = all.filter((job) => batchId === null || job['batchId'] === batchId);
    return list(call, own, (job) => jobView(job, call, false));
  }),
  route('POST', '/groups/{group}/clusters/{cluster}/restoreJobs', create, ({ group, cluster }, call) => {
    refuseBeforeReady(call.world, cluster.id);
    const jobs = newJobs(group, cluster, call);
    for (const job of jobs) group.restoreJobs.set(job.id, job);
    return list(call, jobs, (job) => jobView(job, call, false));
  }),
  route('GET', '/groups/{group}/clusters/{cluster}/restoreJobs/{restoreJob}', {}, ({ restoreJob }, call) =>
    entity(jobView(restoreJob, call)),
  ),
  // Where jobs are found without their cluster; see src/contract/inferred-paths.ts.
  route('GET', '/groups/{group}/restoreJobs/{groupRestoreJob}', {}, ({ groupRestoreJob }, call) =>
    entity(jobView(groupRestoreJob, call)),
  ),
  route('GET', '/groups/{group}/hosts/{configServer}/restoreJobs', {}, ({ group, configServer }, call) => {
    const own = [...group.configRestoreJobs.values()].filter(({ hostId }) => hostId === configServer.id);
    return list(call, own, (job) => configJobView(job, call, false));
  }),
  route('POST', '/groups/{group}/hosts/{configServer}/restoreJobs', create, ({ group, configServer }, call) => {
    refuseBeforeReady(call.world, configServer.id);
    const job = newConfigJob(group, configServer, call);
    group.configRestoreJobs.set(job.id, job);
    return list(call, [job], (each) => configJobView(each, call, false));
  }),
  route('GET', '/groups/{group}/hosts/{configServer}/restoreJobs/{configRestoreJob}', {}, ({ configRestoreJob }, call) =>
    entity(configJobView(configRestoreJob, call)),
  ),
];
