import { formatSecond } from '../dates.ts';
import { freshHost, putHost } from '../hosts.ts';
import { record } from '../json.ts';
import type { Cluster, Group, Host, World } from '../world.ts';

/** What the other parts of the seed refer to. */
export interface Deployment {
  readonly replicaSet: Cluster;
  readonly sharded: Cluster;
  readonly shards: readonly Cluster[];
  readonly members: readonly Host[];
  readonly standalone: Host;
  /** A sharded cluster of long ago, whose config servers mirror each other. */
  readonly legacy: Legacy;
}

export interface Legacy {
  readonly sharded: Cluster;
  readonly shard: Cluster;
  readonly configServer: Host;
}

const hour = 3_600_000;

/** A cluster that has been heard of just now. */
export function addCluster(world: World, group: Group, fields: Omit<Cluster, 'id'>): Cluster {
  const cluster = record({
    ...fields,
    groupId: group.id,
    id: world.ids.id(),
    lastHeartbeat: formatSecond(world.now() - 30_000),
  } as unknown as Cluster);
  group.clusters.set(cluster.id, cluster);
  return cluster;
}

interface Process {
  readonly hostname: string;
  readonly typeName: string;
  readonly port?: number;
  readonly cluster?: Cluster;
  readonly replicaStateName?: string;
  readonly version?: string;
}

/** A host that an agent reports about. */
export function addPinged(world: World, group: Group, given: Process): Host {
  const { hostname, typeName, port = 27_017, cluster, replicaStateName, version = '4.4.18' } = given;
  const id = world.ids.hostId();
  const fresh = freshHost({ hostname, port }, id, group.id, formatSecond(world.now() - 40 * 24 * hour));
  const host = record({
    ...fresh,
    aliases: [`${hostname}:${port}`],
    clusterId: cluster?.id,
    ipAddress: '192.0.2.20',
    journalingEnabled: true,
    lastDataSizeBytes: 52_428_800,
    lastIndexSizeBytes: 4_194_304,
    lastPing: formatSecond(world.now() - 30_000),
    lastRestart: formatSecond(world.now() - 10 * 24 * hour),
    replicaSetName: cluster?.['replicaSetName'],
    replicaStateName,
    shardName: cluster?.['shardName'],
    systemInfo: { memSizeMB: 2048, numCores: 2 },
    typeName,
    uptimeMsec: 10 * 24 * hour,
    version,
  });
  putHost(group, host);
  group.databases.set(id, ['admin', 'local', 'shop']);
  group.disks.set(id, ['sda1']);
  return host;
}

function addShardedCluster(world: World, group: Group): { sharded: Cluster; shards: Cluster[] } {
  const clusterName = 'shop';
  const sharded = addCluster(world, group, { clusterName, typeName: 'SHARDED_REPLICA_SET' });
  const config = addCluster(world, group, { clusterName, replicaSetName: 'shop-config', typeName: 'CONFIG_SERVER_REPLICA_SET' });
  const shards = [0, 1].map((number) =>
    addCluster(world, group, {
      clusterName,
      replicaSetName: `shop-${number}`,
      shardName: `shop-${number}`,
      typeName: 'REPLICA_SET',
    }),
  );
  addPinged(world, group, { hostname: 'mongos.example.com', typeName: 'SHARD_MONGOS', cluster: sharded });
  addPinged(world, group, {
    hostname: 'config.example.com',
    port: 27_019,
    typeName: 'SHARD_CONFIG',
    cluster: config,
  });
  for (const [number, cluster] of shards.entries()) {
    addPinged(world, group, {
      hostname: `shard-${number}.example.com`,
      port: 27_018,
      typeName: 'SHARD_PRIMARY',
      cluster,
      replicaStateName: 'PRIMARY',
    });
  }
  return { sharded, shards };
}

function addLegacy(world: World, group: Group): Legacy {
  const clusterName = 'legacy';
  const version = '3.2.22';
  const sharded = addCluster(world, group, { clusterName, typeName: 'SHARDED_REPLICA_SET' });
  const shard = addCluster(world, group, {
    clusterName,
    replicaSetName: 'legacy-0',
    shardName: 'legacy-0',
    typeName: 'REPLICA_SET',
  });
  addPinged(world, group, {
    hostname: 'legacy-0.example.com',
    port: 27_018,
    typeName: 'SHARD_PRIMARY',
    cluster: shard,
    replicaStateName: 'PRIMARY',
    version,
  });
  const configServer = addPinged(world, group, {
    hostname: 'legacy-config.example.com',
    port: 27_019,
    typeName: 'SHARD_CONFIG',
    cluster: sharded,
    version,
  });
  return { sharded, shard, configServer };
}

/**
 * Processes of the seed: a sharded cluster, a replica set of three, a standalone, a host nobody has pinged yet, and a
 * sharded cluster of long ago.
 */
export function seedDeployment(world: World, main: Group, second: Group): Deployment {
  const { sharded, shards } = addShardedCluster(world, main);
  const replicaSet = addCluster(world, main, { clusterName: 'rs0', replicaSetName: 'rs0', typeName: 'REPLICA_SET' });
  const members = ['PRIMARY', 'SECONDARY', 'SECONDARY'].map((state, number) =>
    addPinged(world, main, {
      hostname: `rs0-${number}.example.com`,
      typeName: `REPLICA_${state}`,
      cluster: replicaSet,
      replicaStateName: state,
    }),
  );
  for (const member of members) main.managedHosts.add(member.id);
  const standalone = addPinged(world, main, { hostname: 'alone.example.com', typeName: 'STANDALONE' });
  const created = formatSecond(world.now() - hour);
  putHost(main, freshHost({ hostname: 'fresh.example.com', port: 27_017 }, world.ids.hostId(), main.id, created));
  addPinged(world, second, { hostname: 'alone.second.example.com', typeName: 'STANDALONE' });
  return { replicaSet, sharded, shards, members, standalone, legacy: addLegacy(world, main) };
}
