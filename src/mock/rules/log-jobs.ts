import { tarGz } from '../world/archive.ts';
import { record } from '../world/json.ts';
import type { Fields } from '../world/json.ts';
import type { Group, LogJob } from '../world/world.ts';

/** How long it takes to collect logs. */
const workMs = 60_000;
const bytesPerLog = 4_096;

/** True while the project has what logs are asked of: a cluster, a replica set, or a process by host and port. */
function hasSource({ clusters, hosts }: Group, { resourceType, resourceName }: Fields): boolean {
  if (resourceType === 'PROCESS') {
    return [...hosts.values()].some(({ hostname, port }) => `${hostname}:${port}` === resourceName);
  }
  const name = resourceType === 'CLUSTER' ? 'clusterName' : 'replicaSetName';
  return [...clusters.values()].some((cluster) => cluster[name] === resourceName);
}

/** The job as it is once its work begins, or begins anew: without anybody to ask for logs it fails at once. */
export function begun(job: LogJob, group: Group, now: number): LogJob {
  if (!hasSource(group, job)) return record({ ...job, status: 'FAILURE' });
  group.work.set(job.id, now + workMs);
  return record({ ...job, status: 'IN_PROGRESS' });
}

/** The job as it is by now: what was collected is there after a while, and until it expires. */
export function logJobNow(job: LogJob, group: Group, now: number): LogJob {
  if (Date.parse(String(job['expirationDate'])) <= now) return record({ ...job, status: 'EXPIRED' });
  if (job.status !== 'IN_PROGRESS' || now < (group.work.get(job.id) ?? Infinity)) return job;
  const logs = job['logTypes'] as readonly string[];
  return record({ ...job, status: 'SUCCESS', uncompressedSizeTotalBytes: logs.length * bytesPerLog });
}

/** What a job has collected: an archive with one file for each kind of log, none where it failed. */
export function collected(job: LogJob): Uint8Array {
  const logs = job.status === 'FAILURE' ? [] : (job['logTypes'] as readonly string[]);
  const line = `logs of ${String(job['resourceName'])}\n`;
  return tarGz(
    Object.fromEntries(
      logs.map((log) => [`${String(job['resourceName'])}/${log.toLowerCase()}.log`, ''.padEnd(bytesPerLog, line)]),
    ),
  );
}
