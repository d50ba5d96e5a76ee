import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KnownDeviation } from '../contract/known-deviation.ts';
import { nearestName } from './input/nearest-name.ts';
import type { Capability, ProvokingRequest } from './settings/types.ts';
import { capabilitiesOf, knownOf, pathsOf, provokeOf, statesOf } from './settings/sections.ts';
import { UsageError } from './input/usage-error.ts';
import { readUserFile } from './input/user-file.ts';
import { readYaml, type Value } from './input/yaml-reader.ts';

/** What `targets/<name>.yaml` says: the texts of settings by their variable, and what has no variable. */
export interface TargetFile {
  readonly variables: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly provoke: Readonly<Record<string, ProvokingRequest>>;
  readonly capabilities: Readonly<Record<string, Capability>>;
  readonly paths: Readonly<Record<string, string>>;
  readonly known: readonly KnownDeviation[];
}

/** Fields of the file and the variables they stand for. Keys are not among them: a file is shared and kept. */
export const fileFields = {
  url: 'TARGET_URL',
  product: 'TARGET_PRODUCT',
  dialect: 'TARGET_DIALECT',
  org: 'TARGET_ORG_ID',
  project: 'TARGET_PROJECT_ID',
  risk: 'TARGET_RISK',
  caFile: 'TARGET_CA_FILE',
  clientCertFile: 'TARGET_CLIENT_CERT_FILE',
  clientKeyFile: 'TARGET_CLIENT_KEY_FILE',
  timeoutSeconds: 'TARGET_TIMEOUT_SECONDS',
  connectSeconds: 'TARGET_CONNECT_SECONDS',
  firstByteSeconds: 'TARGET_FIRST_BYTE_SECONDS',
  maxBodyBytes: 'TARGET_MAX_BODY_BYTES',
  requestsPerSecond: 'RUN_REQUESTS_PER_SECOND',
  inFlight: 'RUN_IN_FLIGHT',
  maxRequests: 'RUN_MAX_REQUESTS',
  maxSeconds: 'RUN_MAX_TIME',
  rateLimitedPath: 'TARGET_RATE_LIMITED_PATH',
  rateLimit: 'TARGET_RATE_LIMIT',
  blockedUsername: 'TARGET_BLOCKED_USERNAME',
  rateWindowSeconds: 'TARGET_RATE_WINDOW_SECONDS',
  nonceLifetimeSeconds: 'TARGET_NONCE_LIFETIME_SECONDS',
  maxItemsPerPage: 'TARGET_MAX_ITEMS_PER_PAGE',
} as const;

const sections = { states: statesOf, provoke: provokeOf, capabilities: capabilitiesOf, paths: pathsOf, known: knownOf } as const;

/** Every field that the file may have. */
export const targetFields: readonly string[] = [...Object.keys(fileFields), ...Object.keys(sections)];

/** The file of a key is named, its contents are not: those are no secrets. */
const isSecret = (field: string): boolean => /key|password|passphrase|secret|token/i.test(field) && !(field in fileFields);

/** True for the name of a target file, as against a URL, or a host whose scheme was forgotten: it has no dot. */
export const isTargetName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text);

/** Path of the file of that name, from the working directory. */
export const targetFilePath = (name: string, cwd: string): string => path.join(cwd, 'targets', `${name}.yaml`);

/**
 * Reads `targets/<name>.yaml`. Throws UsageError with file, line and column for what is no YAML, no field, no text or
 * a secret, and for a file that is not there.
 */
export function readTargetFile(name: string, cwd: string): TargetFile {
  const file = targetFilePath(name, cwd);
  const shown = path.relative(cwd, file);
  if (!existsSync(file)) {
    throw new UsageError(`--target ${name} is no URL, and there is no ${shown}: write it with \`omconform target init ${name}\``);
  }
  return targetFileOf(readYaml(readUserFile(file, { shown }), shown));
}

function targetFileOf(document: Value): TargetFile {
  const variables: Record<string, string> = {};
  const read: { -readonly [S in keyof typeof sections]: ReturnType<(typeof sections)[S]> } = {
    states: {},
    provoke: {},
    capabilities: {},
    paths: {},
    known: [],
  };
  for (const { name, at, value } of document.fields('fields such as url and states')) {
    if (isSecret(name)) {
      throw at.fault(`${name} looks like a secret: secrets stay in the environment or in .env, never in this file`);
    }
    if (!targetFields.includes(name)) throw at.fault(`${name} is no field; did you mean ${nearestName(name, targetFields)}?`);
    if (name in sections) Object.assign(read, { [name]: sections[name as keyof typeof sections](value) });
    else variables[fileFields[name as keyof typeof fileFields]] = value.text(name);
  }
  return { variables, ...read };
}
