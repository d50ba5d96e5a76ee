import { inferredPaths } from '../../../contract/inferred-paths.ts';
import type { Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { served } from '../../forms/inferred-route.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { SshKey } from '../../world/provisioning.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';

const text = { type: 'string', required: true } as const;
const shape: Shape = {
  name: text,
  publicKey: text,
  ...Object.fromEntries(['created', 'groupId', 'id', 'links'].map((name) => [name, { type: 'any', readOnly: true } as const])),
};
const keys = served(inferredPaths.sshKeys);
const oneKey = served(inferredPaths.sshKey);
const need = groupRole('GROUP_AUTOMATION_ADMIN');

function keyView(key: SshKey, call: Call, alone = true): Fields {
  const group = `/groups/${key.groupId}`;
  return { ...key, links: links(call, `${group}/sshKeys/${key.id}`, alone ? [['group', group]] : []) };
}

const keyLine = /^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) ([A-Za-z0-9+/]+={0,2})(?: .*)?$/;

/** A public key in one line: type, base64, comment; the bytes begin with the type once more. Source: RFC 4253, 6.6. */
function isPublicKey(line: string): boolean {
  const [, type = '', encoded = ''] = keyLine.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  return (
    bytes.length > type.length + 8 &&
    bytes.readUInt32BE(0) === type.length &&
    bytes.toString('latin1', 4, 4 + type.length) === type
  );
}

export const sshKeys = [
  // An empty list is refused in Cloud Manager. Source: message of NO_SSH_KEYS_IN_GROUP.
  route('GET', keys, {}, ({ group }, call) => {
    const { sshKeys: all } = group.provisioning;
    if (all.size === 0 && call.world.product === 'cloud-manager') refuse('NO_SSH_KEYS_IN_GROUP', group.id);
    return list(call, all.values(), (key) => keyView(key, call, false));
  }),
  route('POST', keys, { need, body: { shape, mode: 'create' } }, ({ group }, call) => {
    const { world, body } = call;
    if (!isPublicKey(String(body['publicKey']))) refuse('INVALID_SSH_KEY');
    const taken = [...group.provisioning.sshKeys.values()].some(({ name }) => name === body['name']);
    if (taken && world.product === 'cloud-manager') refuse('SSH_KEY_ALREADY_EXISTS', String(body['name']));
    // Ops Manager has no other code for it.
    if (taken) refuse('INVALID_SSH_KEY');
    const key = record({
      ...body,
      created: formatSecond(world.now()),
      groupId: group.id,
      id: world.ids.id(),
    } as unknown as SshKey);
    group.provisioning.sshKeys.set(key.id, key);
    return entity(keyView(key, call), 201);
  }),
  route('GET', served(inferredPaths.sshKeyByName), {}, ({ group, name }, call) => {
    const key = [...group.provisioning.sshKeys.values()].find((one) => one.name === name);
    if (key) return entity(keyView(key, call));
    if (call.world.product === 'cloud-manager') refuse('SSH_KEY_NAME_NOT_FOUND', name);
    return refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname);
  }),
  route('GET', oneKey, {}, ({ sshKey }, call) => entity(keyView(sshKey, call))),
  route('DELETE', oneKey, { need }, ({ group, sshKey }) => {
    group.provisioning.sshKeys.delete(sshKey.id);
    return done();
  }),
];
