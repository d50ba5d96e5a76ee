import type { Fields } from './answers.ts';
import { refuse } from './refusal.ts';

/** What a request may say: the JavaScript type of each field. */
export type Writable = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

const toggles = { alertsEnabled: 'boolean', logsEnabled: 'boolean', profilerEnabled: 'boolean', sslEnabled: 'boolean' } as const;
const login = { authMechanismName: 'string', username: 'string', password: 'string' } as const;
export const hostChange: Writable = { ...toggles, ...login };
export const newHost: Writable = { hostname: 'string', port: 'number', ...hostChange };
export const groupChange: Writable = { name: 'string' };
export const newGroup: Writable = { name: 'string', orgId: 'string' };

/** Fields that only the server sets, on any resource here. */
const serverSet = new Set([
  'id',
  'links',
  'created',
  'groupId',
  'hostname',
  'port',
  'orgId',
  'hidden',
  'hostEnabled',
  'hasStartupWarnings',
  'journalingEnabled',
  'lowUlimit',
  'typeName',
  'version',
  'uptimeMsec',
  'lastPing',
  'ipAddress',
  'systemInfo',
  'lastDataSizeBytes',
  'lastIndexSizeBytes',
  'activeAgentCount',
  'replicaSetCount',
  'shardCount',
  'hostCounts',
  'publicApiEnabled',
]);

/** The object that a request brings, all of it found good before anything is done with it. */
export function documentIn(text: string, writable: Writable, required: readonly string[] = []): Fields {
  const document = parsed(text);
  for (const name of Object.keys(document)) {
    if (!Object.hasOwn(writable, name)) refuse(serverSet.has(name) ? 'ATTRIBUTE_READ_ONLY' : 'INVALID_ATTRIBUTE', name);
  }
  for (const name of required) {
    if (!Object.hasOwn(document, name)) refuse('MISSING_ATTRIBUTE', name);
  }
  for (const [name, value] of Object.entries(document)) {
    if (typeof value !== writable[name]) refuse('INVALID_JSON_ATTRIBUTE', name);
  }
  return document;
}

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('INVALID_JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('INVALID_JSON');
  return value as Fields;
}

export function refuseBadName({ name }: Fields): void {
  if (name === undefined) return;
  if (/10gen-|-10gen/.test(String(name))) refuse('INVALID_GROUP_NAME_10GEN');
  if (!/^\S(.{0,62}\S)?$/s.test(String(name))) refuse('INVALID_GROUP_NAME', String(name));
}

export interface Host {
  readonly shown: Fields;
  /** Kept, and never shown. */
  readonly password?: unknown;
}

/** The host with the given fields in place of its own; refuses values that cannot be, alone or together. */
export function hostWith(host: Host, { password, ...given }: Fields): Host {
  const { username, ...shown }: Fields = { ...host.shown, ...given };
  const { hostname, port, authMechanismName: mechanism, sslEnabled } = shown;
  if (!/^[\w.-]+$/.test(String(hostname))) refuse('INVALID_HOSTNAME', String(hostname));
  if (!Number.isInteger(port) || Number(port) < 1 || Number(port) > 65_535) refuse('INVALID_HOST_PORT', String(port));
  if (!['NONE', 'MONGODB_CR', 'PLAIN', 'GSSAPI', 'MONGODB_X509'].includes(String(mechanism))) {
    refuse('INVALID_AUTH_MECHANISM', String(mechanism));
  }
  if (mechanism === 'MONGODB_X509' && sslEnabled !== true) refuse('AUTH_MECHANISM_REQUIRES_SSL', mechanism);
  if (mechanism !== 'MONGODB_CR' && mechanism !== 'PLAIN') {
    if (host.shown['hostname'] !== undefined && password !== undefined) refuse('CANNOT_SET_PASSWORD_FOR_AUTH_MECHANISM');
    if ('username' in given || password !== undefined) refuse('CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM');
    return { shown };
  }
  const renamed = host.shown['username'] !== undefined && username !== host.shown['username'];
  if (renamed && password === undefined) refuse('MISSING_PASSWORD');
  if (/\s/.test(String(username))) refuse('INVALID_MONGODB_USERNAME', String(username));
  const kept = password ?? host.password;
  if (username === undefined || kept === undefined) refuse('MISSING_CREDENTIALS_FOR_AUTH_MECHANISM', mechanism);
  return { shown: { ...shown, username }, password: kept };
}
