import { operationFor, operations, type OperationId } from '../../../src/contract/operations/index.ts';
import { products, type Product } from '../../../src/contract/products.ts';
import type { Layer, MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import { digestOf, mainKeys } from '../credentials.ts';
import { pathOf } from '../lies.ts';
import type { SeenOperation, Vocabulary } from './vocabulary.ts';

/** Who is lied to: whoever asks, or all but the main caller. */
export const listeners = ['anybody', 'others'] as const;
export type Listener = (typeof listeners)[number];

/** What a lie is about. Every word of it stands in the lie's name, so that the name repeats the lie. */
export interface Told {
  readonly product: Product;
  /** What is wrong: `field.null`. */
  readonly kind: string;
  /** The operation that lies; `everywhere` where the lie is about no one operation. */
  readonly at: OperationId | 'everywhere';
  /** Of what: a field, a relation, a status, a code. Empty where the kind says all. */
  readonly part: string;
  readonly to: Listener;
}

/** One thing that a server may get wrong. */
export interface Kind {
  readonly name: string;
  /** Of what it can be told of an operation, by what the true mock shows there; none where it would be no lie. */
  readonly parts: (seen: SeenOperation, vocabulary: Vocabulary) => readonly string[];
  readonly mock: (told: Told, vocabulary: Vocabulary) => MockOptions;
  /** It may be told to all but the main caller as well. */
  readonly chooses?: true;
  /** It hears other requests than those to its operation, so that all traffic may meet it. */
  readonly hearsAll?: true;
  /** Of a code whose circumstance is inferred: another answer in its place may be a right one. */
  readonly mayBeInferred?: true;
}

/** A kind that is told of no one operation. */
export interface KindEverywhere extends Omit<Kind, 'parts'> {
  readonly everywhere: readonly string[];
}

/** The part that stands for all there is. */
export const whole: readonly string[] = [''];

export const nameOf = ({ product, kind, at, part, to }: Told): string => [product, kind, at, part, to].join(':');

/** What a name says; undefined where it is no name of a lie. */
export function toldBy(name: string): Told | undefined {
  const [product, kind = '', at = '', ...rest] = name.split(':');
  const to = rest.at(-1);
  if (!products.includes(product as Product) || !listeners.includes(to as Listener) || rest.length < 2) return undefined;
  if (at !== 'everywhere' && !Object.hasOwn(operations, at)) return undefined;
  const part = rest.slice(0, -1).join(':');
  return { product: product as Product, kind, at: at as Told['at'], part, to: to as Listener };
}

const routed = new Map<string, OperationId | undefined>();

/** The operation that a request asks for; HEAD is taken for the GET that it shadows. */
export function operationOf(request: MockRequest): OperationId | undefined {
  const path = pathOf(request);
  const key = `${request.method} ${path}`;
  if (!routed.has(key)) routed.set(key, operationFor(request.method, path));
  return routed.get(key);
}

/** Whether the caller is another than the main one; in front of the login, by the name that the request gives. */
export const isOther = (request: MockRequest): boolean =>
  (request.caller ?? digestOf(request)['username'] ?? mainKeys.publicKey) !== mainKeys.publicKey;

/** Whether a request is to the operation that the lie is about, from somebody who is lied to. */
export const concerns = ({ at, to }: Told, request: MockRequest): boolean =>
  (at === 'everywhere' || operationOf(request) === at) && (to === 'anybody' || isOther(request));

/** A lie told at its place only. */
export const there =
  (told: Told, lie: Layer): Layer =>
  (next) => {
    const lying = lie(next);
    return (request) => (concerns(told, request) ? lying(request) : next(request));
  };

/** The paths of an operation, as those lies want them that look at the path alone. */
export function pathsOf(operation: OperationId): RegExp {
  const path = operations[operation].path.replace('{accessList}', '(?:accessList|whitelist)').replace(/\{[^{}]+\}/g, '[^/]+');
  return new RegExp(`^${path}/?$`);
}
