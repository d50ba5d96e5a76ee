import { NetworkFault, type Ask } from '../client/types.ts';
import { operationFor } from '../contract/operations/index.ts';
import { idInWords, isId } from '../wire/ids.ts';
import { entitiesAt, idOf, type Entity } from './entities-at.ts';
import type { Lookup } from './ledger-entries.ts';
import { isObject } from '../wire/json.ts';
import { filled, parametersOf } from '../contract/path-templates.ts';

/** What the answer to a create says that it made. */
export interface Claim {
  readonly id: unknown;
  /** Path at which it can be read, by its id; undefined where no operation does. */
  readonly readAt?: string;
  /** The one name that was sent, and where that can be looked up; undefined where the thing has none. */
  readonly lookup?: Lookup;
  /** The collection that it belongs to. */
  readonly collection: string;
  /** Ids in that collection before the create; undefined: it was not looked at, or could not be. */
  readonly before?: ReadonlySet<unknown>;
  /** What every name of this worker begins with. */
  readonly mark: string;
  /** Why the id cannot be new, by what was seen so far; undefined where nothing speaks against it. */
  readonly known: (id: string) => string | undefined;
  /** Look no further than at what is known. */
  readonly trusted?: boolean;
}

/** ours: it was seen to be what was asked for. foreign: it is seen not to be. doubt: nobody can tell. */
export type Judged = { readonly ours: string } | { readonly foreign: string } | { readonly doubt: string };

/**
 * Whether an id is that of what a request made. It is not believed: a server that answers with the id of something
 * else would have that changed and removed in its stead. A thing with a name is known by that, read by the id or else
 * found in its list; one without a name by having been in no list before, and by being there now.
 */
export async function judgeClaim(claim: Claim, ask: Ask): Promise<Judged> {
  const { id, known, before, trusted } = claim;
  if (!isId(id)) return { foreign: `${idInWords(id)} is no id` };
  const there = known(id) ?? (before?.has(id) ? 'was there before' : undefined);
  if (there !== undefined) return { foreign: `${id} ${there}` };
  if (trusted) return { ours: id };
  try {
    const read = await readBack(claim, id, ask);
    return claim.lookup === undefined
      ? judgeUnnamed(claim, id, read, ask)
      : await judgeNamed(claim, claim.lookup, { id, read }, ask);
  } catch (error) {
    if (error instanceof NetworkFault) return { doubt: `reading it back brought no answer: ${error.message}` };
    throw error;
  }
}

/** The entity at the id; a status where there is none; undefined where no operation reads one. */
async function readBack({ readAt }: Claim, id: string, ask: Ask): Promise<Entity | number | undefined> {
  if (readAt === undefined || !canBeRead(readAt)) return undefined;
  const { status, json } = await ask({ method: 'GET', path: filled(readAt, { made: id }) });
  return status === 200 && isObject(json) ? json : status;
}

/** Whether a path, parameters filled in but for `{made}`, is read by an operation; where no document tells, it is tried. */
const canBeRead = (path: string): boolean =>
  parametersOf(path).every((name) => name === 'made') &&
  (operationFor('GET', path) !== undefined || operationFor('DELETE', path) === undefined);

/** Whether an entity is the one that was named so. It may have got another name since, which has the worker's mark too. */
export const isNamed = (entity: Entity, { field, value }: Pick<Lookup, 'field' | 'value'>, mark: string): boolean => {
  const name = entity[field];
  return typeof name === 'string' && (name === value || (mark !== '' && name.toLowerCase().includes(mark)));
};

async function judgeNamed(
  { mark }: Claim,
  lookup: Lookup,
  { id, read }: { id: string; read: Entity | number | undefined },
  ask: Ask,
): Promise<Judged> {
  const { at, field, value } = lookup;
  if (typeof read === 'object' && read[field] === value) return { ours: id };
  const found = await entitiesAt(at, ask);
  if ('status' in found) return { doubt: `${at} was answered ${found.status}` };
  const named = found.entities.filter((one) => one[field] === value).map(idOf);
  if (named.some((one) => one !== id))
    return { foreign: `${id} is not what has the ${field} ${value}: that is ${idInWords(named.find((one) => one !== id))}` };
  // A server that keeps another name than was sent shows the worker's mark all the same, unless it is another thing.
  if (named.length === 0 && typeof read === 'object' && isNamed(read, lookup, mark)) return { ours: id };
  const contradicted = typeof read === 'object' && typeof read[field] === 'string';
  if (named.length > 0 && !contradicted) return { ours: id };
  return {
    doubt: contradicted ? `what is there has the ${field} ${idInWords(read[field])}` : `nothing there has the ${field} ${value}`,
  };
}

async function judgeUnnamed(
  { collection, before }: Claim,
  id: string,
  read: Entity | number | undefined,
  ask: Ask,
): Promise<Judged> {
  const isThere = typeof read === 'object';
  if (isThere && before !== undefined) return { ours: id };
  const found = await entitiesAt(collection, ask);
  if ('status' in found) return isThere ? { ours: id } : { doubt: `${collection} was answered ${found.status}` };
  if (found.entities.some((one) => idOf(one) === id)) return { ours: id };
  return read === 404 && found.whole ? { foreign: `${id} is not there` } : { doubt: `${collection} does not list it` };
}
