import { accessListEntry } from '../../rules/addresses.ts';
import type { Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { record } from '../../world/json.ts';
import type { Fields, Json } from '../../world/json.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { globalRole, globalRoles } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import { addKey } from '../../world/world.ts';
import type { ApiKey, Entity, Role, World } from '../../world/world.ts';
import { desc, removeKey, serverSet, shownKey } from '../access/api-keys.ts';

const shape: Shape = {
  ...serverSet,
  desc,
  roles: {
    type: 'array',
    required: true,
    empty: 'MISSING_API_KEY_ROLES',
    items: { type: 'string', oneOf: globalRoles },
  },
};
const entryShape: Shape = {
  cidrBlock: { type: 'string', required: true },
  description: { type: 'string' },
  ...Object.fromEntries(
    ['created', 'id', 'links', 'type', 'updated'].map((name) => [name, { type: 'any', readOnly: true } as const]),
  ),
};

function keyView(key: ApiKey, call: Call, isNew = false): Fields {
  return { ...shownKey(key, isNew), links: links(call, `/admin/apiKeys/${key.id}`) };
}

/** Keys that belong to no organization. */
const globalKeys = ({ keys }: World): ApiKey[] => [...keys.values()].filter(({ orgId }) => orgId === '');
const rolesOf = (names: Json): Role[] => (names as readonly string[]).map((roleName) => ({ roleName }));

type ListPath = '/admin/whitelist' | '/admin/accessList';
const product = 'ops-manager';
const need = globalRole();

function addEntry(path: ListPath, call: Call): Reply {
  const { world, body } = call;
  const text = String(body['cidrBlock']);
  const { cidrBlock } = accessListEntry(text, '') ?? refuse('INVALID_IP_ADDRESS_OR_CIDR_NOTATION', text);
  const { accessList } = world.administration;
  if ([...accessList.values()].some((entry) => entry['cidrBlock'] === cidrBlock)) refuse('DUPLICATE_GLOBAL_WHITELIST_ENTRY');
  const now = formatSecond(world.now());
  const entry = record({ ...body, cidrBlock, created: now, id: world.ids.id(), type: 'GLOBAL_ROLE', updated: now });
  accessList.set(entry.id, entry);
  return entity(entryView(path, entry, call));
}

function entryView(path: ListPath, entry: Entity, call: Call): Fields {
  return { ...entry, links: links(call, `${path}/${entry.id}`) };
}

function listRoutes(path: ListPath) {
  return [
    route('GET', path, { product, need }, (_at, call) =>
      list(call, call.world.administration.accessList.values(), (entry) => entryView(path, entry, call)),
    ),
    route('POST', path, { product, need, body: { shape: entryShape, mode: 'create' } }, (_at, call) => addEntry(path, call)),
    route('GET', `${path}/{globalEntry}` as const, { product, need }, ({ globalEntry }, call) =>
      entity(entryView(path, globalEntry, call)),
    ),
    route('DELETE', `${path}/{globalEntry}` as const, { product, need }, ({ globalEntry }, { world }) => {
      world.administration.accessList.delete(globalEntry.id);
      return done();
    }),
  ];
}

/** Keys of the whole service, and from where they may be used. Source: public clients of the API. */
export const globalApiKeys = [
  route('GET', '/admin/apiKeys', { product, need }, (_at, call) =>
    list(call, globalKeys(call.world), (key) => keyView(key, call)),
  ),
  route('POST', '/admin/apiKeys', { product, need, body: { shape, mode: 'create' } }, (_at, call) => {
    const { world, caller, body } = call;
    const given = { orgId: '', userId: caller.userId, desc: String(body['desc']), roles: rolesOf(body['roles']) };
    return entity(keyView(addKey(world, given), call, true));
  }),
  route('GET', '/admin/apiKeys/{globalKey}', { product, need }, ({ globalKey }, call) => entity(keyView(globalKey, call))),
  route('PATCH', '/admin/apiKeys/{globalKey}', { product, need, body: { shape, mode: 'update' } }, ({ globalKey }, call) => {
    const { body } = call;
    globalKey.desc = String(body['desc'] ?? globalKey.desc);
    if (body['roles'] !== undefined) globalKey.roles = rolesOf(body['roles']);
    return entity(keyView(globalKey, call));
  }),
  route('DELETE', '/admin/apiKeys/{globalKey}', { product, need }, ({ globalKey }, call) => {
    removeKey(globalKey, call);
    return done();
  }),
  // The one word is what clients use with every version, the other that of the newer pages.
  ...listRoutes('/admin/whitelist'),
  ...listRoutes('/admin/accessList'),
];
