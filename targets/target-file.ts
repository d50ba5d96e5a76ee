import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { nearestName } from './nearest-name.ts';
import { UsageError } from './usage-error.ts';

/** What `targets/<name>.yaml` says: the texts of settings by their variable, and ids of states that scenarios need. */
export interface TargetFile {
  readonly variables: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
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
  timeoutSeconds: 'TARGET_TIMEOUT_SECONDS',
  rateLimitedPath: 'TARGET_RATE_LIMITED_PATH',
  rateLimit: 'TARGET_RATE_LIMIT',
  blockedUsername: 'TARGET_BLOCKED_USERNAME',
  rateWindowSeconds: 'TARGET_RATE_WINDOW_SECONDS',
  nonceLifetimeSeconds: 'TARGET_NONCE_LIFETIME_SECONDS',
} as const;

const known = [...Object.keys(fileFields), 'states'];

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
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const at = (offset: number | undefined, message: string): UsageError => {
    const { line, col } = lines.linePos(offset ?? 0);
    return new UsageError(`${shown}:${line}:${col}: ${message}`);
  };
  const [fault] = document.errors;
  if (fault !== undefined) throw at(fault.pos[0], fault.message.split('\n')[0]!.replace(/ at line.*$/, ''));
  if (document.contents === null) return { variables: {}, states: {} };
  if (!isMap(document.contents)) throw at(0, `expected fields such as url and states, not ${String(document.contents)}`);

  const variables: Record<string, string> = {};
  let states: Record<string, string> = {};
  for (const pair of document.contents.items) {
    const [field, position] = keyOf(pair);
    if (/key|password|secret|token/i.test(field)) {
      throw at(position, `${field} looks like a secret: secrets stay in the environment or in .env, never in this file`);
    }
    if (!known.includes(field)) throw at(position, `${field} is no field; did you mean ${nearestName(field, known)}?`);
    if (field === 'states') states = statesOf(pair.value, at);
    else variables[fileFields[field as keyof typeof fileFields]] = textOf(pair.value, field, at);
  }
  return { variables, states };
}

type At = (offset: number | undefined, message: string) => UsageError;

function keyOf({ key }: Pair): [name: string, offset: number | undefined] {
  const node = key as Node;
  return [isScalar(node) ? String(node.value) : String(node), node.range?.[0]];
}

function textOf(value: unknown, field: string, at: At): string {
  const node = value as Node | null;
  const text = isScalar(node) ? node.value : undefined;
  if (typeof text === 'string' || typeof text === 'number') return String(text);
  throw at(node?.range?.[0], `${field} needs a text or a number`);
}

function statesOf(value: unknown, at: At): Record<string, string> {
  const node = value as Node | null;
  if (isScalar(node) && node.value === null) return {};
  if (!isMap(node)) throw at(node?.range?.[0], 'states needs lines of the form `a state in words: its id`');
  return Object.fromEntries(node.items.map((pair) => {
    const [state, position] = keyOf(pair);
    const id = textOf(pair.value, state, at);
    if (!/^(?:[0-9a-f]{24}|[0-9a-f]{32})$/.test(id)) throw at(position, `"${id}" is no id: expected 24 or 32 hex digits`);
    return [state, id];
  }));
}
