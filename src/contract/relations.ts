/** Relations that are registered for the web, and are always written as they stand. Source: Linking, Lists. */
const registered: readonly string[] = ['self', 'next', 'previous'];

/**
 * Whether a link's `rel` is the relation of that name. What is an extension (`group`, `accessList`) is known by the
 * last part of its URL alone: servers put http://mms.mongodb.com, another site or their own address before it.
 */
export function isRelation(rel: unknown, name: string): boolean {
  if (typeof rel !== 'string') return false;
  return rel === name || (!registered.includes(name) && rel.split('/').at(-1) === name);
}
