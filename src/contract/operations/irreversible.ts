import { inferredPaths } from '../inferred-paths.ts';
import { operationFor, type OperationId } from './index.ts';
import { valuesAt } from '../path-templates.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Irreversible {
  /** What it does that nothing takes back. */
  readonly why: string;
  /** Field of the request without which it does no such thing. Default: it always does. */
  readonly field?: string;
}

const deploys = { why: 'is acted upon at once by the agents of a deployment' } as const;

/** Requests other than DELETE of which nothing takes back what they do to what was there before. */
const rows: Partial<Readonly<Record<OperationId, Irreversible>>> = {
  'backup-configs.update': {
    field: 'statusName',
    why: 'starts, stops or ends a backup: it may cost money, or take snapshots with it',
  },
  'automation-config.replace': deploys,
  'monitoring-agent-config.replace': deploys,
  'backup-agent-config.replace': deploys,
  'agent-versions.update': deploys,
};

/** Whether a path is where machines are ordered. */
const ordersMachines = (path: string): boolean => valuesAt(inferredPaths.provisionJobs, path.replace(/\/$/, '')) !== undefined;

/**
 * What a request does that cannot be undone, to something that the run did not make; undefined where it can be, or is
 * none of the kind. `path` is below the base path, without its query.
 */
export function irreversible(method: string, path: string, body: string | null): string | undefined {
  // The root itself is nothing that could go.
  if (method === 'DELETE') return path === '' || path === '/' ? undefined : 'removes it for good';
  if (method === 'POST' && ordersMachines(path)) return 'orders machines, which cost money';
  const id = operationFor(method, path);
  const row = id === undefined ? undefined : rows[id];
  return row === undefined || (row.field !== undefined && !names(body, row.field)) ? undefined : row.why;
}

/** Whether a body has the field; one that is no JSON may mean anything to who reads it. */
function names(body: string | null, field: string): boolean {
  if (body === null) return false;
  try {
    const document: unknown = JSON.parse(body);
    return typeof document === 'object' && document !== null && field in (document as Fields);
  } catch {
    return true;
  }
}
