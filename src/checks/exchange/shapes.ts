import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from './error-answer.ts';
import { contentOf } from './json.ts';
import { below } from './pointer.ts';
import { comparablePath, mayHaveBody, urlOf } from './request.ts';
import { isObject } from '../../wire/json.ts';

/** Where the documents, or the clients that live with these servers, show another shape than an entity or a list. */
const bareArrays = [/\/alertConfigs\/matchers\/fieldNames$/, /\/agentapikeys$/, /\/invites$/];
const freeContent = [/\/automationConfig(\/|$)/, /\/versionManifest/, /\/diagnostics$/];
const withoutLinks = [
  /\/automationStatus$/,
  /\/agentapikeys/,
  /\/invites/,
  /\/logCollectionJobs/,
  /\/unauth\/users$/,
  /\/metrics(\/|$)/,
  /\/agents\//,
  /\/softwareComponents\//,
  /\/performanceAdvisor\//,
  /\/usage\//,
  /\/admin\//,
  /\/availablePolicies$/,
  /\/controlledFeature$/,
  /\/liveExport\//,
  /\/static\//,
  /(?<!\/groups\/[^/]+)\/clusters$/,
];
const downloads = [/\/download$/, /\/diagnostics$/, /\/usage\/report$/, /\.gz$/];

function isAt(exchange: Exchange, places: readonly RegExp[]): boolean {
  const path = comparablePath(urlOf(exchange));
  return places.some((place) => place.test(path));
}

/** True where a file is due, not JSON. */
export function isDownload(exchange: Exchange): boolean {
  return isAt(exchange, downloads);
}

/** True where the documents show entities without links, or show none at all. */
export function mayLackLinks(exchange: Exchange): boolean {
  return isAt(exchange, withoutLinks) || isAt(exchange, freeContent);
}

/** True where the documents show an array that no list wraps. */
export function mayBeBareArray(exchange: Exchange): boolean {
  return isAt(exchange, bareArrays);
}

/** True for a resource whose old pages show dates as epoch milliseconds. */
export function mayHaveEpochs(exchange: Exchange): boolean {
  return isAt(exchange, [/\/agentapikeys/, /\/logCollectionJobs/]);
}

/** One entity of an answer and the JSON Pointer to it. */
export interface Entity {
  readonly value: Record<string, unknown>;
  readonly pointer: string;
}

/** A list as a whole and the JSON Pointer to it. */
interface ListDocument {
  readonly list: Record<string, unknown>;
  readonly pointer: string;
}

/** What a successful answer brings. `free`: JSON whose form belongs to somebody else: automation configurations. */
export type Shape =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'list'; readonly entities: readonly Entity[] } & ListDocument)
  | { readonly kind: 'entity'; readonly entities: readonly [Entity] }
  | { readonly kind: 'array'; readonly entities: readonly Entity[] }
  | { readonly kind: 'free' };

function entitiesIn(values: unknown, pointer: string): Entity[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: unknown, index) => (isObject(value) ? [{ value, pointer: below(pointer, index) }] : []));
}

/**
 * Tells what a successful answer brings. An error, a redirect, an answer without JSON, the empty object that answers
 * some writes, and HEAD bring nothing.
 */
export function shapeOf(exchange: Exchange): Shape {
  const known = shapes.get(exchange);
  if (known !== undefined) return known;
  const shape = shapeOfAnswer(exchange);
  shapes.set(exchange, shape);
  return shape;
}

// Most of the judges ask, and a page may hold 500 entities.
const shapes = new WeakMap<Exchange, Shape>();

function shapeOfAnswer(exchange: Exchange): Shape {
  const status = exchange.response?.status ?? 0;
  if (status < 200 || status > 299 || !mayHaveBody(exchange)) return { kind: 'none' };
  const content = contentOf(exchange);
  // A refusal that is malformed is still a refusal.
  if (content === undefined || errorAnswerOf(exchange) !== undefined) return { kind: 'none' };
  const { value, pointer } = content;
  if (isAt(exchange, freeContent)) return { kind: 'free' };
  if (Array.isArray(value)) return { kind: 'array', entities: entitiesIn(value, pointer) };
  if (!isObject(value) || Object.keys(value).length === 0) return { kind: 'none' };
  if ('results' in value || 'totalCount' in value) {
    return { kind: 'list', list: value, pointer, entities: entitiesIn(value['results'], `${pointer}/results`) };
  }
  return { kind: 'entity', entities: [{ value, pointer }] };
}

/** All entities of a successful answer, alone or in a list. */
export function entitiesOf(exchange: Exchange): readonly Entity[] {
  const shape = shapeOf(exchange);
  return 'entities' in shape ? shape.entities : [];
}
