import { accessListEntry, covers, entryName, plainAddress } from '../../rules/addresses.ts';
import { formatSecond } from '../../world/dates.ts';
import type { Fields } from '../../world/json.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { mayInOrg } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { BodyRule } from '../../rules/body.ts';
import type { AccessListEntry, ApiKey, User } from '../../world/world.ts';

const body: BodyRule = {
  mode: 'create',
  array: true,
  shape: {
    cidrBlock: { type: 'string' },
    comment: { type: 'string' },
    count: { type: 'integer', readOnly: true },
    created: { type: 'date', readOnly: true },
    ipAddress: { type: 'string' },
    lastUsed: { type: 'date', readOnly: true },
    lastUsedAddress: { type: 'string', readOnly: true },
    links: { type: 'array', readOnly: true },
  },
};

function entryView(entry: AccessListEntry, call: Call, path: string): Fields {
  const { cidrBlock, comment, count, created, ipAddress, lastUsed, lastUsedAddress } = entry;
  return {
    cidrBlock,
    comment,
    count,
    created,
    ipAddress,
    lastUsed,
    lastUsedAddress,
    links: links(call, `${path}/${encodeURIComponent(entryName(entry))}`),
  };
}

function newEntries({ items, world }: Call): AccessListEntry[] {
  const entries = items.map(({ ipAddress, cidrBlock, comment }) => {
    if (ipAddress !== undefined && cidrBlock !== undefined) refuse('BAD_ACCESS_LIST_ADD_REQUEST');
    const text = ipAddress ?? cidrBlock ?? refuse('MISSING_ONE_OF_ATTRIBUTES', 'ipAddress', 'cidrBlock');
    const entry = accessListEntry(String(text), formatSecond(world.now()));
    if (!entry) refuse('INVALID_IP_ADDRESS_OR_CIDR_NOTATION', String(text));
    if (world.product === 'cloud-manager' && entry.cidrBlock === '0.0.0.0/32') {
      refuse('CANNOT_ADD_IP_ADDRESS_TO_API_KEY_WHITELIST');
    }
    return { ...entry, comment };
  });
  if (new Set(entries.map(entryName)).size < entries.length) refuse('DUPLICATE_ADDRESSES_IN_INPUT');
  return entries;
}

/** The entry that a path names; a block of one address is found under either of its names. */
function find(key: ApiKey, address: string): AccessListEntry | undefined {
  const wanted = accessListEntry(address, '');
  return wanted && key.accessList.find((entry) => entryName(entry) === entryName(wanted));
}

function remove(key: ApiKey, entry: AccessListEntry, call: Call): void {
  const peer = plainAddress(call.remoteAddress);
  if (key === call.caller && covers(entry, peer)) refuse('CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST', peer);
  key.accessList = key.accessList.filter((other) => other !== entry);
}

/** Only its own list is open to a caller: the one of the user on whose behalf its key was made. */
function checkOwn(user: User, { caller }: Call): void {
  if (caller.userId !== user.id) refuse('ACCESS_LIST_ACCESS_DENIED', user.username);
}

function checkKeyAccess(key: ApiKey, { caller }: Call): void {
  if (key !== caller && !mayInOrg(caller, key.orgId, [])) refuse('API_KEY_ACCESS_LIST_ACCESS_DENIED');
}

function wordOf({ world }: Call): string {
  return world.dialect === 'whitelist' ? 'whitelist' : 'accessList';
}

function pathOfUser(user: User, call: Call): string {
  return `/users/${user.id}/${wordOf(call)}`;
}

function pathOfKey(key: ApiKey, call: Call): string {
  return `/orgs/${key.orgId}/apiKeys/${key.id}/${wordOf(call)}`;
}

export const accessLists = [
  route('GET', '/users/{user}/accessList', {}, ({ user }, call) => {
    checkOwn(user, call);
    return list(call, call.caller.accessList, (entry) => entryView(entry, call, pathOfUser(user, call)));
  }),
  route('POST', '/users/{user}/accessList', { body, accessListRequired: true }, ({ user }, call) => {
    checkOwn(user, call);
    const { caller } = call;
    // What is listed already is passed over here, where the list of a key refuses it. Source: the pages of the two lists.
    const added = newEntries(call).filter((entry) => !find(caller, entryName(entry)));
    caller.accessList = [...caller.accessList, ...added];
    return list(call, caller.accessList, (entry) => entryView(entry, call, pathOfUser(user, call)), 201);
  }),
  route('GET', '/users/{user}/accessList/{address}', {}, ({ user, address }, call) => {
    checkOwn(user, call);
    const entry = find(call.caller, address) ?? refuse('ACCESS_LIST_NOT_FOUND', address, user.username);
    return entity(entryView(entry, call, pathOfUser(user, call)));
  }),
  route('DELETE', '/users/{user}/accessList/{address}', { accessListRequired: true }, ({ user, address }, call) => {
    checkOwn(user, call);
    remove(call.caller, find(call.caller, address) ?? refuse('ACCESS_LIST_NOT_FOUND', address, user.username), call);
    return done();
  }),
  route('GET', '/orgs/{org}/apiKeys/{key}/accessList', {}, ({ key }, call) => {
    checkKeyAccess(key, call);
    return list(call, key.accessList, (entry) => entryView(entry, call, pathOfKey(key, call)));
  }),
  route('POST', '/orgs/{org}/apiKeys/{key}/accessList', { body }, ({ key }, call) => {
    checkKeyAccess(key, call);
    const added = newEntries(call);
    const known = added.find((entry) => find(key, entryName(entry)));
    if (known) refuse('ADDRESS_ALREADY_IN_ACCESS_LIST', entryName(known));
    key.accessList = [...key.accessList, ...added];
    return list(call, key.accessList, (entry) => entryView(entry, call, pathOfKey(key, call)));
  }),
  route('GET', '/orgs/{org}/apiKeys/{key}/accessList/{address}', {}, ({ key, address }, call) => {
    checkKeyAccess(key, call);
    return entity(entryView(find(key, address) ?? refuse('API_KEY_ACCESS_LIST_NOT_FOUND'), call, pathOfKey(key, call)));
  }),
  route('DELETE', '/orgs/{org}/apiKeys/{key}/accessList/{address}', {}, ({ key, address }, call) => {
    checkKeyAccess(key, call);
    remove(key, find(key, address) ?? refuse('API_KEY_ACCESS_LIST_NOT_FOUND'), call);
    return done();
  }),
];
