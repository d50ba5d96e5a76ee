import type { Shape } from './body.ts';
import { formatSecond } from '../world/dates.ts';
import type { Fields } from '../world/json.ts';
import { refuse } from '../world/refusal.ts';
import type { Call } from './reply.ts';
import type { Group } from '../world/world.ts';

const text = { type: 'string' } as const;

/** Restores over SCP were taken away with Ops Manager 4.0; the codes that speak of them are still listed. */
const scpShape: Shape = {
  formatName: { type: 'string', oneOf: ['INDIVIDUAL_DB_FILES', 'TAR', 'TAR_GZ'] },
  hostname: text,
  password: text,
  passwordTypeName: { type: 'string', oneOf: ['PASSWORD', 'SSH_KEY'], invalid: 'INVALID_AUTH_TYPE_NAME' },
  port: { type: 'integer', min: 1 },
  targetDirectory: text,
  username: text,
};

/** What a request may say of the way in which restored data gets to the caller. */
export const deliveryShape: Shape = {
  methodName: {
    type: 'string',
    required: true,
    oneOf: ['HTTP', 'AUTOMATED_RESTORE', 'SCP'],
    invalid: 'UNSUPPORTED_DELIVERY_METHOD',
  },
  expirationHours: { type: 'integer', min: 1 },
  expires: { type: 'date' },
  maxDownloads: { type: 'integer', min: 1 },
  targetClusterId: text,
  targetGroupId: text,
  ...scpShape,
};

function demand(delivery: Fields, ...names: readonly string[]): void {
  for (const name of names) {
    if (delivery[name] === undefined) refuse('MISSING_ATTRIBUTE', name);
  }
}

function checkScp(delivery: Fields, { world }: Call): void {
  demand(delivery, 'hostname', 'targetDirectory');
  const { targetDirectory, passwordTypeName = 'PASSWORD', username, password } = delivery;
  if (!/^\/[\w./-]*$/.test(String(targetDirectory))) refuse('INVALID_DIRECTORY', String(targetDirectory));
  if (passwordTypeName !== 'PASSWORD' || (username !== undefined && password !== undefined)) return;
  if (world.product === 'cloud-manager') refuse('MISSING_AUTH_ATTRIBUTES', 'username', 'password', 'PASSWORD');
  demand(delivery, 'username', 'password');
}

/** Refuses a delivery whose values do not go together, or that leads to a cluster that does not exist. */
export function checkDelivery(delivery: Fields, call: Call): void {
  const { methodName, targetGroupId, targetClusterId } = delivery;
  if (methodName === 'SCP') checkScp(delivery, call);
  if (methodName !== 'AUTOMATED_RESTORE') return;
  demand(delivery, 'targetGroupId', 'targetClusterId');
  const target = call.world.groups.get(String(targetGroupId)) ?? refuse('GROUP_NOT_FOUND', String(targetGroupId));
  if (!target.clusters.has(String(targetClusterId))) refuse('CLUSTER_NOT_FOUND', String(targetClusterId), target.id);
}

function scpDelivery({ password: _unkept, ...delivery }: Fields, group: Group): Fields {
  const { passwordTypeName = 'PASSWORD', port = 22, formatName = 'TAR_GZ' } = delivery;
  if (passwordTypeName === 'SSH_KEY' && group.restoreKey === undefined) refuse('NO_GROUP_SSH_KEY', group.id);
  return { ...delivery, formatName, passwordTypeName, port, statusName: 'READY' };
}

/**
 * The delivery of a new job, in the state in which things are; `deletion` is when its snapshot goes. Automated
 * restores are shown as HTTP too. Source: the page of the resource.
 */
export function newDelivery(delivery: Fields, deletion: string | undefined, group: Group, { world }: Call): Fields {
  if (delivery['methodName'] === 'SCP') return scpDelivery(delivery, group);
  const { expirationHours = 48, expires, maxDownloads = 1 } = delivery;
  const until = String(expires ?? formatSecond(world.now() + Number(expirationHours) * 3_600_000));
  if (deletion !== undefined && Date.parse(until) > Date.parse(deletion)) {
    refuse('LINK_EXPIRATION_AFTER_SNAPSHOT_DELETION');
  }
  return { expirationHours, expires: until, maxDownloads, methodName: 'HTTP', statusName: 'READY' };
}
