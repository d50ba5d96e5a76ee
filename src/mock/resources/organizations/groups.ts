import { accountGate, closeAccount } from '../../world/accounts.ts';
import { done, entity, isNamed, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { groupRole, isGlobal, isGlobalOwner, isGroupMember, isOrgMember, mayInGroup, mayInOrg } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import type { Fields } from '../../world/json.ts';
import { ldapMappings, ldapMappingsRule } from '../../rules/ldap.ts';
import { removeRoles, withGroupRoles } from '../../rules/membership.ts';
import { emptyGroup } from '../../world/empty-group.ts';
import type { Group } from '../../world/world.ts';
import { isEntityId } from '../../world/ids.ts';

const maxTags = 10;
const maxTagLength = 32;

const shape: Shape = {
  name: { type: 'string', required: true },
  orgId: { type: 'string' },
  tags: { type: 'array', items: { type: 'string' } },
  ldapGroupMappings: ldapMappingsRule,
  withDefaultAlertsSettings: { type: 'boolean' },
  id: { type: 'string', readOnly: true },
  activeAgentCount: { type: 'integer', readOnly: true },
  agentApiKey: { type: 'string', readOnly: true },
  hostCounts: { type: 'object', readOnly: true },
  lastActiveAgent: { type: 'date', readOnly: true },
  links: { type: 'array', readOnly: true },
  publicApiEnabled: { type: 'boolean', readOnly: true },
  replicaSetCount: { type: 'integer', readOnly: true },
  shardCount: { type: 'integer', readOnly: true },
};
const changeable: Shape = { ...shape, orgId: { type: 'string', readOnly: true } };

const collections = [
  'hosts',
  'clusters',
  'users',
  'teams',
  'apiKeys',
  'alerts',
  'alertConfigs',
  'maintenanceWindows',
  'backupConfigs',
  'agents',
  'events',
  'logCollectionJobs',
  'automationConfig',
  'automationStatus',
] as const;

const countedTypes: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    ARBITER: 'arbiter',
    CONFIG: 'config',
    MONGOS: 'mongos',
    PRIMARY: 'primary',
    SECONDARY: 'secondary',
  }),
);

function hostCounts(group: Group): Fields {
  const counts: Record<string, number> = { arbiter: 0, config: 0, mongos: 0, primary: 0, secondary: 0 };
  for (const { typeName } of group.hosts.values()) {
    // `SHARD_MONGOS`, `REPLICA_PRIMARY`: the last word is what the host does.
    const kind = countedTypes.get(String(typeName).slice(String(typeName).lastIndexOf('_') + 1));
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Ops Manager keeps tags for its operators; Cloud Manager, whose table has the codes of bad tags too, for owners. */
function seesTags({ world, caller }: Call, group: Group): boolean {
  return world.product === 'ops-manager' ? isGlobal(caller) : mayInGroup(caller, group, []);
}

/** A project as it is shown. */
export function groupView(group: Group, call: Call, alone = true): Fields {
  const path = `/groups/${group.id}`;
  const open = accountGate(call.world, group) === 'open' ? collections : [];
  const related: Link[] = [['org', `/orgs/${group.orgId}`], ...open.map((name): Link => [name, `${path}/${name}`])];
  // A link the caller could only be refused at would be a dead end.
  const reachable = related.filter(
    ([name]) =>
      (name !== 'org' || isOrgMember(call.caller, group.orgId)) &&
      (name !== 'automationConfig' || mayInGroup(call.caller, group, ['GROUP_AUTOMATION_ADMIN'])) &&
      (!name.startsWith('automation') || (group.automationConfig !== undefined && group.plan === undefined)),
  );
  const clusters = [...group.clusters.values()];
  return {
    activeAgentCount: group.agents.length,
    agentApiKey: mayInGroup(call.caller, group, []) ? group.agentApiKey : undefined,
    hostCounts: hostCounts(group),
    id: group.id,
    lastActiveAgent: group.lastActiveAgent,
    ldapGroupMappings: group.ldapGroupMappings,
    links: links(call, path, alone ? reachable : []),
    name: group.name,
    orgId: group.orgId,
    publicApiEnabled: true,
    replicaSetCount: clusters.filter((cluster) => cluster.typeName === 'REPLICA_SET').length,
    shardCount: clusters.filter((cluster) => cluster['shardName'] !== undefined).length,
    tags: seesTags(call, group) ? group.tags : undefined,
  };
}

export function visibleGroups({ world, caller }: Call): Group[] {
  return [...world.groups.values()].filter((group) => isGroupMember(caller, group));
}

function checkName(name: string): void {
  if (/10gen-|-10gen/.test(name)) refuse('INVALID_GROUP_NAME_10GEN');
  if (!/^[\p{L}\p{N}(@&+:,'"#!?[][\p{L}\p{N} ()@&+:._,'"#!?[\]-]{0,63}$/u.test(name)) refuse('INVALID_GROUP_NAME', name);
}

function checkTags(tags: readonly string[] | undefined, { world, caller }: Call): void {
  if (tags === undefined) return;
  if (world.product === 'ops-manager' && !isGlobalOwner(caller)) refuse('USER_UNAUTHORIZED');
  if (tags.length > maxTags) refuse('TOO_MANY_GROUP_TOKENS', String(maxTags));
  if (!tags.every((tag) => /^[\w.-]+$/.test(tag) && tag.length <= maxTagLength)) {
    refuse('INVALID_GROUP_TOKEN', String(maxTagLength));
  }
}

function checkNameIsFree(name: string, orgId: string, { world }: Call, except?: Group): void {
  const taken = [...world.groups.values()].some((group) => group !== except && group.orgId === orgId && group.name === name);
  if (taken) refuse('GROUP_ALREADY_EXISTS', name);
}

export const groups = [
  route('GET', '/groups', {}, (_at, call) => {
    const name = call.query.get('name');
    const named = visibleGroups(call).filter((group) => isNamed(group.name, name, call));
    return list(call, named, (group) => groupView(group, call, false));
  }),
  route('POST', '/groups', { body: { shape, mode: 'create' } }, (_at, call) => {
    const { world, caller, body } = call;
    if (body['orgId'] === undefined) refuse('API_KEY_CANNOT_CREATE_GROUP');
    const { name, orgId } = body as { name: string; orgId: string };
    checkName(name);
    checkTags(body['tags'] as readonly string[] | undefined, call);
    if (!isEntityId(orgId)) refuse('INVALID_ORG_ID', orgId);
    if (!world.orgs.has(orgId)) refuse('ORG_NOT_FOUND', orgId);
    if (!mayInOrg(caller, orgId, ['ORG_GROUP_CREATOR'])) refuse('USER_UNAUTHORIZED');
    const mappings = ldapMappings(call, world.orgs.get(orgId));
    checkNameIsFree(name, orgId, call);
    const group = emptyGroup(world.ids, orgId, name);
    Object.assign(group, { tags: body['tags'] ?? [], ldapGroupMappings: mappings });
    world.groups.set(group.id, group);
    if (!mayInGroup(caller, group, [])) caller.roles = withGroupRoles(caller.roles, group.id, ['GROUP_OWNER']);
    return entity(groupView(group, call), 201);
  }),
  route('GET', '/groups/byName/{name}', {}, ({ name }, call) => {
    const [group, another] = visibleGroups(call).filter((candidate) => candidate.name === name);
    if (another) refuse('MULTIPLE_GROUPS');
    return entity(groupView(group ?? refuse('GROUP_NAME_NOT_FOUND', name), call));
  }),
  route('GET', '/groups/byAgentApiKey/{name}', {}, ({ name }, call) => {
    const group = visibleGroups(call).find(
      ({ agentApiKey, agentApiKeys }) => agentApiKey === name || [...agentApiKeys.values()].some(({ key }) => key === name),
    );
    return entity(groupView(group ?? refuse('GROUP_API_KEY_NOT_FOUND', name), call));
  }),
  route('GET', '/groups/{group}', {}, ({ group }, call) => entity(groupView(group, call))),
  route(
    'PATCH',
    '/groups/{group}',
    {
      need: (caller, { group }) => {
        if (group && !mayInGroup(caller, group, [])) refuse('CANNOT_CHANGE_GROUP_NAME');
      },
      body: { shape: changeable, mode: 'update' },
    },
    ({ group }, call) => {
      const { name = group.name, tags } = call.body as { name?: string; tags?: readonly string[] };
      checkName(name);
      checkTags(tags, call);
      const mappings = ldapMappings(call, call.world.orgs.get(group.orgId)) ?? group.ldapGroupMappings;
      checkNameIsFree(name, group.orgId, call, group);
      Object.assign(group, { name, tags: tags ?? group.tags, ldapGroupMappings: mappings });
      return entity(groupView(group, call));
    },
  ),
  route('DELETE', '/groups/{group}', { need: groupRole() }, ({ group }, { world }) => {
    const active: readonly string[] = ['STARTED', 'STOPPED'];
    const backedUp = [...group.backupConfigs.values()].some(({ statusName }) => active.includes(statusName));
    if (backedUp) refuse('CANNOT_CLOSE_ACCOUNT_ACTIVE_BACKUP');
    closeAccount(world, group);
    world.groups.delete(group.id);
    removeRoles(world, (role) => role.groupId === group.id);
    return done();
  }),
];
