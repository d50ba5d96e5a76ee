import { operationFor, operations, type OperationId } from '../contract/operations/index.ts';
import type { Product } from '../contract/products.ts';
import { undoOf, undoOfInferred, type MakesNothing, type Removal } from '../contract/operations/undo.ts';
import type { Lookup, Removals } from './ledger-entries.ts';
import { isObject } from '../wire/json.ts';
import { filled, valuesAt, type PathValues } from '../contract/path-templates.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a POST is about to make, as far as the request tells. */
export interface CreateIntent {
  readonly thing: string;
  /** With `{made}` in the paths, unless the request itself says what the new thing is called. */
  readonly removedAt: Removals;
  readonly lookup?: Lookup;
  readonly stays?: string;
  /** Ids in the path with one of which, if it is the run's own, the new thing goes. */
  readonly goesWith: readonly string[];
  /** The request says what it is called. */
  readonly named: boolean;
  /** Where it is read by its id, with `{made}` in it. */
  readonly readAt?: string;
  readonly row: Removal;
}

const rows: Readonly<Partial<Record<OperationId, Removal | MakesNothing>>> = undoOf;

/** What a POST to this path makes; undefined when it makes nothing by what is known. */
export function removalFor(path: string): { row: Removal; parameters: PathValues } | undefined {
  const id = operationFor('POST', path);
  if (id !== undefined) {
    const row = rows[id];
    if (row === undefined || 'makesNothing' in row) return undefined;
    return { row, parameters: valuesAt(operations[id].path, path) ?? {} };
  }
  for (const [template, row] of Object.entries(undoOfInferred)) {
    const parameters = valuesAt(template, path);
    if (parameters !== undefined) return { row, parameters };
  }
  // What answers to a POST that nobody documented would be found below its path, as everything else is.
  const thing = path.split('/').at(-1) ?? '';
  if (thing === '') return undefined;
  return {
    row: { thing, removedAt: `${path}/{made}`, goesWith: ['projectId'], guessed: true },
    parameters: valuesAt('/groups/{projectId}', path.split('/').slice(0, 3).join('/')) ?? {},
  };
}

/**
 * What this POST is about to make. `orgOf` tells the organization of a project as far as it is known; else a mark
 * stands in the path, for the one who removes to find it out.
 */
export function createIntent(
  path: string,
  body: unknown,
  product: Product,
  orgOf: (projectId: string) => string | undefined,
): CreateIntent | undefined {
  const found = removalFor(path);
  if (found === undefined) return undefined;
  const { row, parameters } = found;
  const { projectId = '' } = parameters;
  const known = { ...parameters, orgOfProject: orgOf(projectId) ?? organizationOf(projectId) };
  const fill = (template: string, more: PathValues = {}): string => filled(template, { ...known, ...more });
  const documents = (Array.isArray(body) ? body : [body]).filter(isObject);
  const entries =
    row.entries === undefined
      ? undefined
      : documents.flatMap((document) =>
          row
            .entries!.map((field) => document[field])
            .filter((value) => typeof value === 'string')
            .slice(0, 1),
        );
  const removedAt = row.removedAt;
  const whole =
    removedAt === undefined || !isOffered(removedAt, product)
      ? []
      : entries === undefined
        ? [fill(removedAt)]
        : entries.map((entry) => fill(removedAt, { made: encodeURIComponent(entry) }));
  const part =
    row.elseRemovedAt === undefined ? [] : organizationsIn(documents).map((id) => filled(row.elseRemovedAt!, { roleOrgId: id }));
  const value = row.name === undefined ? undefined : documents[0]?.[row.name.field];
  return {
    thing: row.thing,
    removedAt: part.length > 0 ? [whole, part] : [whole],
    ...(row.name !== undefined &&
      typeof value === 'string' && {
        lookup: { at: fill(row.name.at, { name: encodeURIComponent(value) }), field: row.name.field, value },
      }),
    ...(row.stays !== undefined && { stays: row.stays }),
    goesWith: (row.goesWith ?? []).flatMap((name) => parameters[name] ?? []),
    named: entries !== undefined,
    ...((row.readAt ?? removedAt) !== undefined && { readAt: fill(row.readAt ?? removedAt!) }),
    row,
  };
}

const organizationPattern = /\{orgOf:([^}]*)\}/;
/** Stands in a path for the organization of a project. */
const organizationOf = (projectId: string): string => `{orgOf:${projectId}}`;
/** Id of the project whose organization a path leaves open. */
export const openProjectIn = (path: string): string | undefined => organizationPattern.exec(path)?.[1];
export const withOrganization = (path: string, orgId: string): string => path.replace(organizationPattern, orgId);

/** Whether DELETE is there on the product; where no document tells, it is tried. */
function isOffered(template: string, product: Product): boolean {
  const id = operationFor('DELETE', template);
  return id === undefined || operations[id].products.includes(product);
}

function organizationsIn(documents: readonly Fields[]): string[] {
  const roles = documents.flatMap((document) => (Array.isArray(document['roles']) ? (document['roles'] as unknown[]) : []));
  return [
    ...new Set(
      roles
        .filter(isObject)
        .map((role) => role['orgId'])
        .filter((id) => typeof id === 'string'),
    ),
  ];
}

/** What the answer to such a POST calls what it made; undefined where it calls it nothing. Whatever that is, it is only said. */
export function claimedBy(
  { row }: CreateIntent,
  json: unknown,
): { readonly id: unknown; readonly others: readonly unknown[] } | undefined {
  const content = isObject(json) && isObject(json['content']) ? json['content'] : json;
  const id = (row.id ?? 'id').split('.').reduce<unknown>((value, field) => (isObject(value) ? value[field] : undefined), content);
  if (id === undefined) return undefined;
  const more = row.also === undefined || !isObject(content) ? undefined : content[row.also.field];
  return { id, others: Array.isArray(more) ? more : [] };
}

/** The removals of an intent once it is known what was made. */
export function removalsOf({ row, removedAt }: CreateIntent, id: string, others: readonly string[]): Removals {
  const parent = removedAt[0]?.[0]?.split('/').slice(0, 3).join('/') ?? '';
  const also = others.map((one) =>
    filled(row.also!.removedAt, { ...valuesAt('/groups/{projectId}', parent), made: encodeURIComponent(one) }),
  );
  return removedAt.map((paths, index) => [
    ...(index === 0 ? also : []),
    ...paths.map((path) => filled(path, { made: encodeURIComponent(id) })),
  ]);
}
