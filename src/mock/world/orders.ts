import type { FormName } from '../forms/forms.ts';
import type { Fields } from './json.ts';

/** What tells entities of one list apart, the first that an entity has. */
const names = ['id', '_id', 'cidrBlock', 'teamId', 'hostname', 'databaseName', 'partitionName', 'name', 'metricName'] as const;

/** FNV-1a: far from any order that a world is made in, and the same each time. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

function keyOf(shown: Fields): number {
  const name = names.find((each) => shown[each] !== undefined);
  return hashOf(name === undefined ? JSON.stringify(shown) : String(shown[name]));
}

/**
 * A whole list in the order that the forms say, before a page is cut out of it. No page promises an order; each is the
 * same at every read, so that pages follow each other.
 */
export function inOrder<T>(items: T[], present: (item: T) => Fields, forms: ReadonlySet<FormName>): T[] {
  if (forms.has('lists-reversed')) return items.toReversed();
  if (!forms.has('lists-by-hash')) return items;
  return items
    .map((item) => [keyOf(present(item)), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}
