import { clusterOfShard } from '../../world/backup-clusters.ts';
import { formatSecond } from '../../world/dates.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { startWaiting } from '../../rules/restore-waits.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Cluster, ConfigSnapshot, Group, Snapshot } from '../../world/world.ts';

const shape: Shape = {
  ...Object.fromEntries(
    [
      'clusterId',
      'complete',
      'created',
      'groupId',
      'id',
      'isPossiblyInconsistent',
      'lastOplogAppliedTimestamp',
      'links',
      'missingShards',
      'namespaceFilterList',
      'parts',
    ].map((name) => [name, { type: 'any', readOnly: true } as const]),
  ),
  doNotDelete: { type: 'boolean' },
  expires: { type: 'date' },
};

function snapshotView(snapshot: Snapshot, call: Call, alone = true): Fields {
  const group = `/groups/${String(snapshot['groupId'])}`;
  const cluster = `${group}/clusters/${snapshot.clusterId}`;
  const related = alone
    ? ([
        ['cluster', cluster],
        ['group', group],
      ] as const)
    : [];
  return { ...snapshot, links: links(call, `${cluster}/snapshots/${snapshot.id}`, related) };
}

function configSnapshotView(snapshot: ConfigSnapshot, call: Call, alone = true): Fields {
  const group = `/groups/${String(snapshot['groupId'])}`;
  const host = `${group}/hosts/${snapshot.hostId}`;
  const related = alone
    ? ([
        ['group', group],
        ['host', host],
      ] as const)
    : [];
  return { ...snapshot, links: links(call, `${host}/snapshots/${snapshot.id}`, related) };
}

function snapshotsOf(group: Group, cluster: Cluster, { query }: Call): Snapshot[] {
  const completed = query.get('completed') ?? 'true';
  return [...group.snapshots.values()].filter(
    (snapshot) => snapshot.clusterId === cluster.id && (completed === 'all' || String(snapshot.complete) === completed),
  );
}

/** A snapshot asked for now: still to be taken, so it is not complete and has no parts. */
function ordered(group: Group, cluster: Cluster, { world, body }: Call): Snapshot {
  const now = world.now();
  const taken = { date: formatSecond(now), increment: 1 };
  const { doNotDelete = false, expires = formatSecond(now + 30 * 86_400_000) } = body;
  return record({
    clusterId: cluster.id,
    complete: false,
    created: taken,
    doNotDelete: doNotDelete === true,
    expires: doNotDelete === true ? undefined : String(expires),
    groupId: group.id,
    id: world.ids.id(),
    lastOplogAppliedTimestamp: taken,
    namespaceFilterList: { filterList: [], filterType: 'blacklist' },
    parts: [],
  });
}

function changed(snapshot: Snapshot, { world, body }: Call): Snapshot {
  const { doNotDelete, expires } = body;
  if (doNotDelete !== undefined && expires !== undefined) refuse('INVALID_ATTRIBUTE', 'expires');
  if (snapshot.expires !== undefined && Date.parse(snapshot.expires) <= world.now()) {
    refuse('CANNOT_MODIFY_SNAPSHOT');
  }
  if (doNotDelete === true) return record({ ...snapshot, doNotDelete, expires: undefined });
  const until = expires ?? snapshot.expires ?? formatSecond(world.now() + 30 * 86_400_000);
  const ends = doNotDelete === false || expires !== undefined;
  return ends ? record({ ...snapshot, doNotDelete: false, expires: String(until) }) : snapshot;
}

const need = groupRole('GROUP_BACKUP_ADMIN');

export const snapshots = [
  route('GET', '/groups/{group}/clusters/{cluster}/snapshots', {}, ({ group, cluster }, call) =>
    list(call, snapshotsOf(group, cluster, call), (snapshot) => snapshotView(snapshot, call, false)),
  ),
  route(
    'POST',
    '/groups/{group}/clusters/{cluster}/snapshots',
    {
      need,
      body: { shape, mode: 'create' },
    },
    ({ group, cluster }, call) => {
      const config = group.backupConfigs.get(cluster.id) ?? refuse('BACKUP_CONFIG_NOT_FOUND', cluster.id, group.id);
      if (config.statusName !== 'STARTED') refuse('UNSUPPORTED_FOR_CURRENT_CONFIG');
      const snapshot = ordered(group, cluster, call);
      group.snapshots.set(snapshot.id, snapshot);
      startWaiting(call.world, cluster.id);
      return entity(snapshotView(snapshot, call), 202);
    },
  ),
  route('GET', '/groups/{group}/clusters/{cluster}/snapshots/{snapshot}', {}, ({ snapshot }, call) =>
    entity(snapshotView(snapshot, call)),
  ),
  route(
    'PATCH',
    '/groups/{group}/clusters/{cluster}/snapshots/{snapshot}',
    {
      need,
      body: { shape, mode: 'update' },
    },
    ({ group, snapshot }, call) => {
      const next = changed(snapshot, call);
      group.snapshots.set(snapshot.id, next);
      return entity(snapshotView(next, call));
    },
  ),
  route(
    'DELETE',
    '/groups/{group}/clusters/{cluster}/snapshots/{snapshot}',
    {
      need,
    },
    ({ group, cluster, snapshot }) => {
      if (clusterOfShard(group, cluster)) refuse('CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT');
      group.snapshots.delete(snapshot.id);
      group.deletedSnapshots.set(snapshot.id, snapshot);
      return done();
    },
  ),
  route('GET', '/groups/{group}/hosts/{configServer}/snapshots', {}, ({ group, configServer }, call) => {
    const own = [...group.configSnapshots.values()].filter(({ hostId }) => hostId === configServer.id);
    return list(call, own, (snapshot) => configSnapshotView(snapshot, call, false));
  }),
  route('GET', '/groups/{group}/hosts/{configServer}/snapshots/{configSnapshot}', {}, ({ configSnapshot }, call) =>
    entity(configSnapshotView(configSnapshot, call)),
  ),
];
