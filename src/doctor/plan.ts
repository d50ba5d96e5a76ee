import { operationFor, operations } from '../contract/operations/index.ts';
import { removalFor } from '../cleanup/create-intent.ts';
import type { Plan, PlannedRequest } from '../target/plan-file.ts';
import type { Settings } from '../target/settings/types.ts';
import { rehearse, type Rehearsed } from './rehearsal.ts';
import { filled } from '../contract/path-templates.ts';

/**
 * A run asks for the root before its first test, without credentials and with them; where that offers no login, for the
 * projects too.
 */
const preflight = [
  { family: 'root', path: '/' },
  { family: 'projects', path: '/groups' },
].map((door) => ({ ...door, method: 'GET', times: 3, authenticated: true, succeeded: true, risk: 'read-only' as const }));

const keyOf = ({ method, path }: Pick<Rehearsed, 'method' | 'path'>): string => `${method} ${path}`;

/** What a run with these settings would send, from a rehearsal of it. Nothing is sent. Needs `--conditions=engine`. */
export async function planOf(settings: Settings): Promise<Plan> {
  const {
    target: { product, dialect },
    run: { risk, only, embedded },
  } = settings;
  const requests = withPreflight((await rehearse(settings)).requests, embedded);
  const rows = requests.map((request): PlannedRequest => {
    const { family, method, path, times, risk: least, check } = request;
    return {
      family,
      method,
      path,
      times,
      risk: least,
      roles: rolesFor(request),
      ...(check !== undefined && { check }),
      undo: undoneBy(request),
    };
  });
  return { schemaVersion: 1, product, dialect, risk, only, requests: rows.toSorted(byFamily) };
}

function withPreflight(requests: readonly Rehearsed[], embedded: boolean): Rehearsed[] {
  if (embedded) return [...requests];
  const asked = preflight.map((door) => {
    const known = requests.find((request) => keyOf(request) === keyOf(door));
    return { ...door, times: door.times + (known?.times ?? 0) };
  });
  const keys = new Set(asked.map(keyOf));
  return [...asked, ...requests.filter((request) => !keys.has(keyOf(request)))];
}

function rolesFor({ method, path, authenticated }: Rehearsed): readonly string[] {
  const operation = operationFor(method, path);
  return operation === undefined || !authenticated ? [] : (operations[operation].roles ?? []);
}

/** How what a request does is undone, in words. */
function undoneBy({ method, path, succeeded, risk, why }: Rehearsed): string {
  if (method === 'GET' || method === 'HEAD') return 'nothing to undo';
  if (risk === 'irreversible') return succeeded ? `cannot be undone: ${why}` : `meant to be refused; where it is not, ${why}`;
  if (!succeeded) return 'meant to be refused';
  if (method === 'DELETE') return 'removes what the run made';
  if (method !== 'POST') return risk === 'own-resources' ? 'done to what the run made' : 'put back where the API lets it';
  const removal = removalFor(path)?.row;
  if (removal === undefined) return 'makes nothing';
  const ways = [
    ...(removal.goesWith?.includes('projectId') && risk === 'own-resources' ? ['goes with its project'] : []),
    ...(removal.removedAt === undefined ? [] : [`DELETE ${filled(removal.removedAt, { made: '{id}' })}`]),
  ];
  return ways.length > 0 ? ways.join(', else ') : `stays: ${removal.stays ?? 'nothing removes it'}`;
}

const byFamily = (a: PlannedRequest, b: PlannedRequest): number =>
  a.family.localeCompare(b.family, 'en') || a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method, 'en');
