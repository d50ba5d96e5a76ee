import { alphabetical, record } from '../json.ts';
import type { Group, User, World } from '../world.ts';
import { daysFromNow } from './days.ts';
import type { Deployment } from './deployment.ts';

function seedAgents(world: World, main: Group): void {
  for (const typeName of ['AUTOMATION', 'BACKUP', 'MONITORING']) {
    main.agents.push(
      record({
        confCount: 42,
        hostname: 'rs0-0.example.com',
        isManaged: true,
        lastConf: daysFromNow(world, 0),
        lastPing: daysFromNow(world, 0),
        pingCount: 42,
        stateName: 'ACTIVE',
        typeName,
      }),
    );
  }
  main.lastActiveAgent = daysFromNow(world, 0);
}

function seedLogJobs(world: World, main: Group, userId: string): void {
  for (const [status, days] of [
    ['SUCCESS', -1],
    ['FAILURE', -1],
    ['IN_PROGRESS', 0],
    ['EXPIRED', -60],
  ] as const) {
    const id = world.ids.id();
    // The set whose logs could not be had is no longer there: a new try fails too.
    const name = status === 'FAILURE' ? 'rs-before' : 'rs0';
    main.logJobs.set(
      id,
      record({
        creationDate: daysFromNow(world, days),
        expirationDate: daysFromNow(world, days + 30),
        groupId: main.id,
        id,
        logTypes: ['MONGODB', 'FTDC'],
        redacted: true,
        resourceName: name,
        resourceType: 'REPLICASET',
        rootResourceName: name,
        rootResourceType: 'REPLICASET',
        sizeRequestedPerFileBytes: 1_000_000,
        status,
        uncompressedSizeTotalBytes: 0,
        userId,
      }),
    );
  }
}

/** An automated replica set with its agents, an agent key and log collection jobs in every state. */
export function seedAutomation(world: World, main: Group, { members, legacy }: Deployment, { id: userId, username }: User): void {
  main.automationConfig = alphabetical({
    ...main.automationConfig,
    // The agent beside the cluster of long ago is as old as it.
    backupVersions: [
      { hostname: 'rs0-0.example.com', name: '7.8.1.1109-1' },
      { hostname: legacy.configServer.hostname, name: '2.3.1.160-1' },
    ],
    processes: members.map(({ hostname, port }, number) => ({
      args2_6: { net: { port }, replication: { replSetName: 'rs0' }, storage: { dbPath: `/data/rs0-${number}` } },
      authSchemaVersion: 5,
      featureCompatibilityVersion: '4.4',
      hostname,
      name: `rs0-${number}`,
      processType: 'mongod',
      version: '4.4.18',
    })),
    replicaSets: [
      {
        _id: 'rs0',
        members: members.map((_member, number) => ({ _id: number, host: `rs0-${number}`, priority: 1, votes: 1 })),
        protocolVersion: '1',
      },
    ],
  });
  seedAgents(world, main);
  const keyId = world.ids.id();
  main.agentApiKeys.set(keyId, {
    _id: keyId,
    createdBy: username,
    createdIpAddr: '127.0.0.1',
    createdTime: world.now() - 86_400_000,
    createdUserId: userId,
    desc: 'agents of the main project',
    key: world.ids.hex(40),
  });
  seedLogJobs(world, main, userId);
}
