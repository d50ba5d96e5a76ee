import { operations, type OperationId } from '../../contract/operations/index.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { placeOf } from '../exchange/request.ts';
import { operationOf } from '../schemas/conformance.ts';

/** What the path of a request says by its place: the words that stand for the parameters of its operation. */
export interface PathWords {
  readonly operation: OperationId;
  /** By the parameter's name, such as GROUP-ID. */
  readonly words: ReadonlyMap<string, string>;
  /** The parameter that ends the path; undefined where a word of the path itself does. */
  readonly last: string | undefined;
}

/** undefined where the path names no resource that is known. */
export function pathWordsOf(exchange: Exchange): PathWords | undefined {
  const operation = operationOf(exchange);
  if (operation === undefined) return undefined;
  const given = segmentsOf(placeOf(exchange) ?? '');
  const template = segmentsOf(operations[operation].path);
  const names = template.map((segment) => /^\{(.*)\}$/.exec(segment)?.[1]);
  const words = new Map(
    names.flatMap((name, index) => (name === undefined ? [] : [[name, decoded(given[index] ?? '')] as const])),
  );
  return { operation, words, last: names.at(-1) };
}

/** The segments of a path, without its query. */
export const segmentsOf = (path: string): string[] =>
  path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

const id = /^(?:[0-9a-f]{24}|[0-9a-f]{32})$/i;
/** Whether a text has the form of an id. */
export const isId = (text: unknown): text is string => typeof text === 'string' && id.test(text);
/** Ids are hexadecimal: their letters may be written large. */
export const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
