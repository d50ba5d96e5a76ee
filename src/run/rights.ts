import { path as pathTo } from '../client/resource-path.ts';
import { pathBelow, shortened } from '../contract/path-templates.ts';
import { operationFor, operations } from '../contract/operations/index.ts';
import { isSwitchedOff } from './offered.ts';
import { everything, hrefOf, resultsOf } from './pages.ts';
import { shownIn, type CurrentTest } from './test/current-test.ts';
import type { Exchange } from '../wire/exchange.ts';
import { needs, type Reason } from '../contract/reasons.ts';
import type { Session } from './session.ts';

/** One role, and the organization or project that it is held in; a global one is held in neither. */
export interface HeldRole {
  readonly roleName: string;
  readonly orgId?: string;
  readonly groupId?: string;
}

/** What the main caller may do, as far as the target tells. */
export interface Rights {
  /** A user has a personal key; an API key belongs to an organization. */
  readonly kind: 'api-key' | 'user';
  readonly roles: readonly HeldRole[];
}

const isRole = (value: unknown): value is HeldRole =>
  typeof value === 'object' && value !== null && typeof (value as HeldRole).roleName === 'string';

const rolesIn = (document: unknown): readonly HeldRole[] | undefined => {
  const { roles } = (document ?? {}) as { roles?: unknown };
  return Array.isArray(roles) ? roles.filter(isRole) : undefined;
};

/**
 * The rights of the main caller: those of the API key with its public key, in the list of the project's keys or of the
 * organization's; where both are shown and it is in neither, those of the user whom the root links to. Undefined where
 * that cannot be told.
 * Sources: the pages of API keys of projects and organizations, and of the root resource. Throws NetworkFault.
 */
export const rightsOf = (session: Session): Promise<Rights | undefined> =>
  session.once('rights of the main caller', async () => {
    const { client, settings } = session;
    const {
      keys: { publicKey },
      projectId,
      orgId,
    } = settings.target;
    const lists = [
      ...(await someOf(session, '/groups', projectId)).map((id) => pathTo`/groups/${id}/apiKeys`),
      ...(await someOf(session, '/orgs', orgId)).map((id) => pathTo`/orgs/${id}/apiKeys`),
    ];
    let isHidden = false;
    for (const list of lists) {
      if (isSwitchedOff(settings, list)) {
        isHidden = true;
        continue;
      }
      const listed = await client.send({ method: 'GET', path: list, query: everything });
      const roles = rolesIn(resultsOf(listed).find((key) => key['publicKey'] === publicKey));
      if (roles !== undefined) return { kind: 'api-key' as const, roles };
      isHidden ||= listed.status === 401 || listed.status === 403;
    }
    // It may be a key in the list that is not shown. The root of a key links to the user who made it, whose roles are others.
    if (isHidden) return undefined;
    const href = hrefOf((await client.send({ method: 'GET', path: '' })).json, 'user');
    const roles = href === undefined ? undefined : rolesIn((await client.send({ method: 'GET', path: href })).json);
    return roles === undefined ? undefined : { kind: 'user' as const, roles };
  });

/** As many projects and organizations are looked into for the key where the user named none. */
const mostPlaces = 5;

/** The one that the user named, or else some of those in a list. */
async function someOf({ client }: Session, path: string, named: string | undefined): Promise<readonly string[]> {
  if (named !== undefined) return [named];
  const listed = resultsOf(await client.send({ method: 'GET', path, query: { itemsPerPage: mostPlaces } }));
  return listed.map(({ id }) => id).filter((id) => typeof id === 'string');
}

/**
 * Whether these rights own what a path names: its project, its organization, or everything. `orgOf` tells the
 * organization of the project in the path, as far as it is known.
 */
export function owns(
  { roles }: Rights,
  path: string,
  orgOf: (projectId: string) => string | undefined = () => undefined,
): boolean {
  if (roles.some(({ roleName }) => roleName === 'GLOBAL_OWNER')) return true;
  const [, family, id = ''] = path.split('/');
  const orgId = family === 'orgs' ? id : family === 'groups' ? orgOf(id) : undefined;
  return roles.some(
    (role) =>
      (role.roleName === 'ORG_OWNER' && orgId !== undefined && role.orgId === orgId) ||
      (role.roleName === 'GROUP_OWNER' && family === 'groups' && role.groupId === id),
  );
}

/** The organization of a project, as the project says; read once for each. */
export const organizationOf = (session: Session, projectId: string): Promise<string | undefined> =>
  session.once(`organization of project ${projectId}`, async () => {
    const { json } = await session.client.send({ method: 'GET', path: `/groups/${projectId}` });
    const { orgId } = (json ?? {}) as { orgId?: unknown };
    return typeof orgId === 'string' ? orgId : undefined;
  });

/** Whether the main caller owns what a path names; undefined where its rights are not known. */
export async function isOwnerAt(session: Session, path: string): Promise<boolean | undefined> {
  const rights = await rightsOf(session);
  if (rights === undefined) return undefined;
  if (owns(rights, path)) return true;
  const [, family, id = ''] = path.split('/');
  if (family !== 'groups' || !rights.roles.some(({ roleName }) => roleName === 'ORG_OWNER')) return false;
  const orgId = await organizationOf(session, id);
  return owns(rights, path, () => orgId);
}

/**
 * Why a failed test is no breach: all that it found fault with are answers 401 and 403 to the main caller, who does not
 * own what they name. What an owner is refused stands, for the documents give an owner every right, and so does what
 * somebody is refused who holds a role that the operation's page names. Undefined where the fault stands. Asks for the
 * rights only where that decides.
 */
export async function lackOfRight(test: CurrentTest, session: Session): Promise<Reason | undefined> {
  const { info, violations } = test;
  if (info.errors.length === 0 || violations.length === 0) return undefined;
  return rightLacking(
    session,
    violations.map((violation) => shownIn(test, violation)),
  );
}

/**
 * Which right the main caller lacks, where all of these answers refuse it with 401 or 403, and it neither owns what they
 * name nor holds a role that the operation's page names; undefined elsewhere. Throws NetworkFault.
 */
export async function rightLacking(session: Session, answers: readonly (Exchange | undefined)[]): Promise<Reason | undefined> {
  const places: { readonly method: string; readonly path: string }[] = [];
  for (const answer of answers) {
    if (answer === undefined || !isRoleRefusal(answer.response?.status, answer.caller)) return undefined;
    const path = pathBelow(session.settings.target.url, answer.request.url);
    if (path === undefined || path === '') return undefined;
    places.push({ method: answer.request.method, path });
  }
  const rights = await rightsOf(session);
  for (const { method, path } of places) {
    if ((await isOwnerAt(session, path)) === true || (rights !== undefined && holdsNamedRole(rights, method, path)))
      return undefined;
  }
  const right = [...new Set(places.map(({ method, path }) => `${method} ${shortened(path)}`))].join(' or ');
  return needs.right(right, `this key may not ${right}`);
}

/** Whether the operation's page names one of these roles, and it is held in the organization or project of the path. */
export function holdsNamedRole({ roles }: Rights, method: string, path: string): boolean {
  const id = operationFor(method, path);
  const named: readonly string[] = (id === undefined ? undefined : operations[id].roles) ?? [];
  const [, family, place] = path.split('/');
  return roles.some(
    ({ roleName, orgId, groupId }) =>
      named.includes(roleName) &&
      place !== undefined &&
      ((family === 'groups' && groupId === place) || (family === 'orgs' && orgId === place)),
  );
}

const isRoleRefusal = (status: number | undefined, caller: string): boolean =>
  caller === 'main' && (status === 401 || status === 403);
