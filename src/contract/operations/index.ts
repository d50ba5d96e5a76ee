import { alertingOperations } from './tables/alerting.ts';
import { automationOperations } from './tables/automation.ts';
import { backupOperations } from './tables/backup.ts';
import { callersOperations } from './tables/callers.ts';
import { monitoringOperations } from './tables/monitoring.ts';
import { organizationsOperations } from './tables/organizations.ts';
import { projectsOperations } from './tables/projects.ts';
import { routes, type Route } from './routes.ts';
import type { Operation } from './tables/types.ts';
import type { Product } from '../products.ts';

export type { Method, Operation } from './tables/types.ts';

const table = {
  ...organizationsOperations,
  ...projectsOperations,
  ...callersOperations,
  ...monitoringOperations,
  ...alertingOperations,
  ...backupOperations,
  ...automationOperations,
} as const;

export type OperationId = keyof typeof table;

/** Every operation of the API that the seeds' codes and principles speak of. Its id is `resource.verb`. */
export const operations: Readonly<Record<OperationId, Operation>> = table;

const routeOf = routes(operations);

/**
 * The operation a request asks for.
 * `path` is below the base path (`/groups/5f…/hosts`), with or without query and trailing slash; literal segments
 * win over parameters, and a parameter takes any segment, well-formed or not. HEAD is taken for the GET it shadows.
 * undefined when no resource has that path or the resource does not have that method.
 */
export function operationFor(method: string, path: string): OperationId | undefined {
  return routeOf(path)?.get(method === 'HEAD' ? 'GET' : method);
}

/**
 * Methods of the resource at a path (as in operationFor), HEAD included where GET is; of one product only, when it
 * is named. Empty when no resource has that path.
 */
export function supportedMethods(path: string, product?: Product): string[] {
  const route: Route<OperationId> = routeOf(path) ?? new Map();
  return [...route]
    .filter(([, id]) => product === undefined || operations[id].products.includes(product))
    .flatMap(([method]) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

/** Families of resources: what stands before the dot of an operation's id. */
export const families: readonly string[] = [...new Set(Object.keys(operations).map((id) => id.split('.')[0]!))];

/**
 * The family of the resource at a path (as in operationFor), and its path with the parameters in braces; undefined
 * where no resource has that path. The method decides where two families share a path.
 */
export function resourceAt(method: string, path: string): { readonly family: string; readonly path: string } | undefined {
  const route = routeOf(path);
  const id = route?.get(method === 'HEAD' ? 'GET' : method) ?? route?.values().next().value;
  return id === undefined ? undefined : { family: id.split('.')[0]!, path: operations[id].path };
}
