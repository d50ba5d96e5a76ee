import { operationFor, type OperationId } from '../../contract/operations/index.ts';
import { isObject, parsedJson } from '../../wire/json.ts';
import { isObjectId } from '../../contract/ids.ts';

/** Field of the entries of a request that names a user or a team, by the operation that lets them in. */
const joins: Partial<Readonly<Record<OperationId, string>>> = {
  'project-users.add': 'id',
  'teams.add-users': 'id',
  'project-teams.add': 'teamId',
  'teams.create': 'usernames',
};

/** Names that nobody can have: RFC 2606 and RFC 6761. */
const reserved = /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test|localhost)$/i;

/**
 * What a request would do to a person who is not the run's own, or would have sent to somebody; undefined where it does
 * no such thing. `owns` tells whether an id or a name is the run's own. A body that is no JSON is taken by nobody.
 */
export function touchesPeople(
  method: string,
  path: string,
  text: string | null,
  owns: (name: string) => boolean,
): string | undefined {
  if (method === 'POST' && path.endsWith('/invites')) return 'sends an invitation';
  const body = parsedJson(text);
  if (body === undefined) return undefined;
  const operation = operationFor(method, path);
  const field = operation === undefined ? undefined : joins[operation];
  if (field !== undefined) {
    const named = [body].flat().flatMap((one) => (isObject(one) ? [one[field]].flat() : []));
    const other = named.find((name) => typeof name === 'string' && (field === 'usernames' || isObjectId(name)) && !owns(name));
    if (other !== undefined) return `lets in ${String(other)}, whom the run did not make`;
  }
  const address = textsIn(body).find((one) => isSomebodys(one) && !owns(one));
  return address === undefined ? undefined : `names ${address}, which is not reserved for examples`;
}

/** All texts of a document, but for links, which say where it came from. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (name === 'links' ? [] : textsIn(one)));
}

/** An e-mail address, or the URL of a server, that may be somebody's. */
function isSomebodys(text: string): boolean {
  const host =
    /^[^\s@]+@([\w.-]+)$/.exec(text)?.[1] ??
    (/^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).hostname : undefined);
  return host !== undefined && !reserved.test(host);
}
