import { operations, type OperationId } from '../../../src/contract/operations/index.ts';
import type { Product } from '../../../src/contract/products.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { mainKeys } from '../credentials.ts';
import { bodyOf, jsonOf, queryOf } from '../lies.ts';
import type { DeclaredTest } from '../../../src/engine/registry.ts';
import type { Passing } from '../recorded-traffic.ts';
import type { Traffic } from './traffic.ts';

type Json = Record<string, unknown>;

/** What the true mock shows of one operation while the suite runs. */
export interface SeenOperation {
  readonly operation: OperationId;
  readonly statuses: Set<number>;
  /** Fields of the entity, or of those in the list, each with a value. */
  readonly fields: Map<string, unknown>;
  /** Relations of links of the entity, or of those in the list. */
  readonly relations: Set<string>;
  /** The same of the list itself. */
  readonly listRelations: Set<string>;
  /** Fields of documents that were sent and taken, each with up to two values. */
  readonly sent: Map<string, unknown[]>;
  /** Refusals with a code, `404 HOST_NOT_FOUND`. */
  readonly refusals: Set<string>;
  /** Codes of those that a scenario of that code met. */
  readonly played: Set<string>;
  /** Codes of those that had something in their parameters. */
  readonly filled: Set<string>;
  /** Names of parameters of the query, of requests that were served. */
  readonly asked: Set<string>;
  /** What of this it shows to other callers than the main one; only at the top. */
  readonly toOthers?: SeenOperation;
  /** It was asked by HEAD. */
  headed: boolean;
  /** A list of it was empty. */
  empty: boolean;
  /** A page of it past the end was asked for. */
  passed: boolean;
  /** Entities of its longest page, and of the longest for which no size was asked. */
  longest: number;
  longestUsual: number;
  /** The greatest number of entities that it counted. */
  most: number;
}

export interface Vocabulary {
  readonly product: Product;
  readonly operations: ReadonlyMap<OperationId, SeenOperation>;
}

const nothingSeen = (operation: OperationId): SeenOperation => ({
  operation,
  statuses: new Set(),
  fields: new Map(),
  relations: new Set(),
  listRelations: new Set(),
  sent: new Map(),
  refusals: new Set(),
  played: new Set(),
  filled: new Set(),
  asked: new Set(),
  headed: false,
  empty: false,
  passed: false,
  longest: 0,
  longestUsual: 0,
  most: 0,
});

/** What an answer shows, without an envelope: one thing, or several. */
export function shownBy(response: ServerResponse): { readonly list?: Json; readonly entities: readonly Json[] } {
  const document = jsonOf(response);
  if (Array.isArray(document)) return { entities: document.filter(isObject) };
  if (!isObject(document)) return { entities: [] };
  const shown = 'status' in document && isObject(document['content']) ? document['content'] : document;
  return Array.isArray(shown['results']) ? { list: shown, entities: shown['results'].filter(isObject) } : { entities: [shown] };
}

const linksOf = ({ links }: Json): string[] => (Array.isArray(links) ? links.filter(isObject).map(({ rel }) => String(rel)) : []);

function noteSuccess(seen: SeenOperation, request: MockRequest, response: ServerResponse): void {
  seen.statuses.add(response.status);
  if (request.method === 'HEAD') seen.headed = true;
  for (const name of queryOf(request).keys()) seen.asked.add(name);
  const { list, entities } = shownBy(response);
  for (const entity of entities) {
    for (const [name, value] of Object.entries(entity)) if (!seen.fields.has(name)) seen.fields.set(name, value);
    for (const relation of linksOf(entity)) seen.relations.add(relation);
  }
  if (list !== undefined) {
    for (const relation of linksOf(list)) seen.listRelations.add(relation);
    if (list['totalCount'] === 0) seen.empty = true;
    seen.most = Math.max(seen.most, Number(list['totalCount']));
    seen.longest = Math.max(seen.longest, entities.length);
    if (!queryOf(request).has('itemsPerPage')) seen.longestUsual = Math.max(seen.longestUsual, entities.length);
    if (entities.length === 0 && Number(queryOf(request).get('pageNum') ?? 1) > 1) seen.passed = true;
  }
  for (const [name, value] of Object.entries(bodyOf(request) ?? {})) {
    const known = seen.sent.get(name) ?? [];
    const isNew = known.length < 2 && !known.some((one) => JSON.stringify(one) === JSON.stringify(value));
    seen.sent.set(name, isNew ? [...known, value] : known);
  }
}

function noteRefusal(seen: SeenOperation, response: ServerResponse, test: DeclaredTest): void {
  const document = jsonOf(response);
  const error = isObject(document) && isObject(document['content']) ? document['content'] : document;
  if (!isObject(error) || typeof error['errorCode'] !== 'string') return;
  seen.refusals.add(`${response.status} ${error['errorCode']}`);
  if (test.details.tag.includes(`@code.${error['errorCode']}`)) seen.played.add(error['errorCode']);
  if (Array.isArray(error['parameters']) && error['parameters'].length > 0) seen.filled.add(error['errorCode']);
}

function note(seen: SeenOperation, { test, request, response }: Passing): void {
  if (response.status < 300) noteSuccess(seen, request, response);
  else noteRefusal(seen, response, test);
}

/** What the true mock of a product shows, by what passed it. */
export function vocabularyOf(product: Product, { to }: Traffic): Vocabulary {
  const seen = new Map<OperationId, SeenOperation>();
  for (const [operation, traffic] of to) {
    const known = { ...nothingSeen(operation), toOthers: nothingSeen(operation) };
    for (const passing of traffic) {
      if (passing.seam !== 'inner') continue;
      note(known, passing);
      if (passing.request.caller !== mainKeys.publicKey) note(known.toOthers, passing);
    }
    seen.set(operation, known);
  }
  const served = [...seen].filter(([id, { statuses }]) => operations[id].products.includes(product) && statuses.size > 0);
  return { product, operations: new Map(served.toSorted(([one], [other]) => (one < other ? -1 : 1))) };
}

export type Vocabularies = Readonly<Record<Product, Vocabulary>>;
