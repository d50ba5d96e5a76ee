import { hostId, objectId } from '../../contract/ids.ts';
import { operations, type OperationId } from '../../contract/operations/index.ts';
import { parameterIn, valuesAt, type PathValues } from '../../contract/path-templates.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { placeOf } from '../exchange/request.ts';
import { operationOf } from '../schemas/conformance.ts';

/** What the path of a request says by its place. */
export interface PathWords {
  readonly operation: OperationId;
  /** What the parameters of the operation's path stand for. */
  readonly words: PathValues;
  /** The parameter that ends the path; undefined where a word of the path itself does. */
  readonly last: string | undefined;
}

/** undefined where the path names no resource that is known. */
export function pathWordsOf(exchange: Exchange): PathWords | undefined {
  const operation = operationOf(exchange);
  if (operation === undefined) return undefined;
  const { path } = operations[operation];
  return { operation, words: valuesAt(path, placeOf(exchange) ?? '') ?? {}, last: parameterIn(path.split('/').at(-1) ?? '') };
}

const id = new RegExp(`^(?:${objectId}|${hostId})$`, 'i');
/** Whether a value has the form of an id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && id.test(value);
/** Ids are hexadecimal: their letters may be written large. */
export const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
