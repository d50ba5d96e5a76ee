import { accessListEntry } from '../../rules/addresses.ts';
import { formatSecond } from '../../world/dates.ts';
import { record } from '../../world/json.ts';
import { refuse } from '../../world/refusal.ts';
import { entity } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { addKey } from '../../world/world.ts';
import type { Role, User } from '../../world/world.ts';
import { checkPerson, userView } from './users.ts';

const shape: Shape = {
  username: { type: 'string', required: true },
  password: { type: 'string', required: true },
  firstName: { type: 'string', required: true },
  lastName: { type: 'string', required: true },
  country: { type: 'string' },
  emailAddress: { type: 'string' },
  mobileNumber: { type: 'string' },
  roles: { type: 'array' },
};

const ownerRoles: readonly Role[] = [{ roleName: 'GLOBAL_OWNER' }];

/** The addresses from which the new key may be used; both words are known to be sent. */
function addresses({ query, world }: Call) {
  const asked = [...query.getAll('accessList'), ...query.getAll('whitelist')];
  return asked.map(
    (text) => accessListEntry(text, formatSecond(world.now())) ?? refuse('INVALID_IP_ADDRESS_OR_CIDR_NOTATION', text),
  );
}

/**
 * Where a fresh Ops Manager gets its first user, who owns everything and is given a key. This one is in invitation-only
 * mode: once there is a user, all others are invited.
 */
export const firstUser = [
  route('POST', '/unauth/users', { product: 'ops-manager', open: true, body: { shape, mode: 'create' } }, (_at, call) => {
    const { world, body } = call;
    checkPerson(body, call);
    if (body['roles'] !== undefined) refuse('ROLES_SPECIFIED_FOR_USER');
    const accessList = addresses(call);
    if (world.users.size > 0) refuse('INVITATION_ONLY_MODE_OR_LDAP');
    const { password: _unkept, ...kept } = body;
    const user = record({
      emailAddress: body['username'],
      ...kept,
      id: world.ids.id(),
      roles: ownerRoles,
      teamIds: [],
    } as unknown as User);
    world.users.set(user.id, user);
    const key = addKey(world, { orgId: '', userId: user.id, desc: 'Automatically generated', roles: ownerRoles });
    key.accessList = accessList;
    const { id, publicKey, privateKey, desc, roles } = key;
    if (world.forms.has('first-user-up-to-4.4')) {
      // The user proves who it is by its own name and a key of its own.
      world.keysByPublicKey.set(user.username, { ...key, publicKey: user.username });
      return entity({ apiKey: privateKey, user: userView(user, call) }, 201);
    }
    return entity({ programmaticApiKey: { desc, id, privateKey, publicKey, roles }, user: userView(user, call) }, 201);
  }),
];
