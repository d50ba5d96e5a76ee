import type { Operation } from './tables/types.ts';
import { parameterIn } from '../path-templates.ts';

/** Ids of the operations of one resource, by method. */
export type Route<Id> = ReadonlyMap<string, Id>;

interface Segment<Id> {
  readonly words: Map<string, Segment<Id>>;
  parameter?: Segment<Id>;
  readonly methods: Map<string, Id>;
  isOther?: true;
}

/** Paths of resources that are not described here, which a parameter must not swallow. */
const otherResources = ['/groups/availablePolicies'];

/** `{accessList}` stands for a word of the dialect, so it must not swallow other words; in a template it stands for itself. */
const accessListWords = ['accessList', 'whitelist', '{accessList}'];

/** A function from a path below the base path to the operations of the resource there. */
export function routes<Id extends string>(operations: Readonly<Record<Id, Operation>>): (path: string) => Route<Id> | undefined {
  const root = newSegment<Id>();
  for (const [id, { method, path }] of Object.entries<Operation>(operations)) {
    for (const end of insert(root, split(path))) {
      const rival = end.methods.get(method);
      if (rival !== undefined) throw new Error(`${id} and ${rival} are both ${method} ${path}`);
      end.methods.set(method, id as Id);
    }
  }
  for (const path of otherResources) for (const end of insert(root, split(path))) end.isOther = true;
  // Each guard asks for the path of the one request that is about to be sent.
  let latest: { readonly path: string; readonly route: Route<Id> | undefined } | undefined;
  return (path) => {
    if (latest?.path !== path) latest = { path, route: find(root, split(path)) };
    return latest.route;
  };
}

function newSegment<Id>(): Segment<Id> {
  return { words: new Map(), methods: new Map() };
}

function split(path: string): string[] {
  return path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((segment) => segment !== '');
}

/** The ends of the path in the tree, created where they were missing; more than one where the path holds an access list. */
function insert<Id>(from: Segment<Id>, [head, ...rest]: string[]): Segment<Id>[] {
  if (head === undefined) return [from];
  if (head === '{accessList}') return accessListWords.flatMap((word) => insert(wordIn(from, word), rest));
  if (parameterIn(head) !== undefined) return insert((from.parameter ??= newSegment()), rest);
  return insert(wordIn(from, head), rest);
}

function wordIn<Id>(from: Segment<Id>, word: string): Segment<Id> {
  const next = from.words.get(word) ?? newSegment<Id>();
  from.words.set(word, next);
  return next;
}

function find<Id>(from: Segment<Id>, [head, ...rest]: string[]): Route<Id> | undefined {
  if (head === undefined) return from.methods.size > 0 ? from.methods : undefined;
  const word = from.words.get(head);
  if (word?.isOther === true && rest.length === 0) return undefined;
  return (word && find(word, rest)) ?? (from.parameter && find(from.parameter, rest));
}
