import { products } from '../../products.ts';
import type { SchemaName } from '../../schema-names.ts';
import type { Method, Operation } from './types.ts';

/** What a row says beyond method, path, kind and schema. */
type More = Partial<Pick<
  Operation, 'ok' | 'asynchronous' | 'roles' | 'needsAccessList' | 'unauthenticated' | 'products' | 'source'
>>;

/** Where no page shows the status of a success: what the principles and observed answers allow. */
const usualSuccess: Readonly<Record<Method, readonly number[]>> = {
  GET: [200], POST: [200, 201], PUT: [200], PATCH: [200], DELETE: [200, 204],
};

function operation(method: Method, path: string, kind: Operation['kind'], more: More): Operation {
  return { method, path, products, kind, ok: usualSuccess[method], ...more };
}

/** Answers with one entity. */
export function entity(method: Method, path: string, schema: SchemaName, more: More = {}): Operation {
  return { ...operation(method, path, 'entity', more), schema };
}

/** Answers with a list document. */
export function list(method: Method, path: string, schema: SchemaName, more: More = {}): Operation {
  return { ...operation(method, path, 'list', more), schema };
}

/** Answers with one document whose fields no source establishes well enough for a schema. */
export function document(method: Method, path: string, more: More = {}): Operation {
  return operation(method, path, 'entity', more);
}

/** Answers with a list of such documents. */
export function listOfDocuments(method: Method, path: string, more: More = {}): Operation {
  return operation(method, path, 'list', more);
}

/** Answers with an array that has no list document around it. */
export function bareArray(method: Method, path: string, more: More & { schema?: SchemaName } = {}): Operation {
  return { ...operation(method, path, 'bare-array', more), ...(more.schema && { schema: more.schema }) };
}

/** Answers with no body, or with `{}`. */
export function empty(method: Method, path: string, more: More = {}): Operation {
  return operation(method, path, 'empty', more);
}

/** Answers with bytes that are not JSON. */
export function download(method: Method, path: string, more: More = {}): Operation {
  return operation(method, path, 'download', more);
}

export const onlyOpsManager = { products: ['ops-manager'] } as const satisfies More;
export const onlyCloudManager = { products: ['cloud-manager'] } as const satisfies More;

export const created = { ok: [201] } as const satisfies More;
export const shownAs200 = { ok: [200] } as const satisfies More;

/** Who may do it; the names are those of the roles on the wire. */
export const by = {
  orgOwner: { roles: ['ORG_OWNER'] },
  orgGroupCreator: { roles: ['ORG_OWNER', 'ORG_GROUP_CREATOR'] },
  orgMember: { roles: ['ORG_OWNER', 'ORG_GROUP_CREATOR', 'ORG_MEMBER', 'ORG_READ_ONLY'] },
  orgBillingAdmin: { roles: ['ORG_OWNER', 'ORG_BILLING_ADMIN'] },
  projectOwner: { roles: ['GROUP_OWNER'] },
  userAdmin: { roles: ['GROUP_OWNER', 'GROUP_USER_ADMIN'] },
  monitoringAdmin: { roles: ['GROUP_OWNER', 'GROUP_MONITORING_ADMIN'] },
  backupAdmin: { roles: ['GROUP_OWNER', 'GROUP_BACKUP_ADMIN'] },
  automationAdmin: { roles: ['GROUP_OWNER', 'GROUP_AUTOMATION_ADMIN'] },
  globalMonitoringAdmin: { roles: ['GLOBAL_OWNER', 'GLOBAL_MONITORING_ADMIN'], products: ['ops-manager'] },
} as const satisfies Readonly<Record<string, More>>;
