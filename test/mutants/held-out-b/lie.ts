import { BlockList, isIP } from 'node:net';
import { messageTemplate, isErrorCodeName } from '../../../src/contract/error-codes/index.ts';
import { fillTemplate, placeholders } from '../../../src/contract/error-codes/template.ts';
import { reasonPhrase } from '../../../src/wire/reasons.ts';
import { parseAuthorization, parseChallenges } from '../../../src/wire/digest.ts';
import type { Handler, Layer, MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { bodyOf, jsonOf, onlyFor, pathOf, rewritingErrors, rewriting, withJson } from '../lies.ts';

export type Json = Record<string, unknown>;
export type Kind = '7 rate limit' | '8 access lists' | '9 refusals' | '10 values' | 'other';

/** A lie that the suite's authors have not seen: a documented sentence, broken in one family, method or caller. */
export interface HeldOut {
  readonly name: string;
  readonly kind: Kind;
  readonly family: string;
  /** The sentence that it breaks, and the file that has it. */
  readonly sentence: string;
  readonly mock: MockOptions;
}

export const pp = 'cloud-manager-error-codes-and-api-principles.txt';
export const om = 'ops-manager-error-codes.txt';

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (document: unknown): document is Json & { results: Json[] } =>
  isObject(document) && Array.isArray(document['results']);

/** A lie of the layer behind the login. */
export const inner = (method: string | undefined, path: RegExp, layer: Layer): MockOptions => ({
  inner: onlyFor(method, path, layer),
});

/** A document, or each entity of a list, changed. */
export const eachEntity = (change: (entity: Json, request: MockRequest) => Json): Layer =>
  rewriting((document, request, { status }) => {
    if (status >= 300) return undefined;
    return isList(document)
      ? { ...document, results: document.results.map((one) => change(one, request)) }
      : change(document, request);
  });

/** The same for lists alone, or for what is no list. */
export const listed = (change: (entity: Json, request: MockRequest) => Json): Layer =>
  rewriting((document, request, { status }) =>
    status < 300 && isList(document) ? { ...document, results: document.results.map((one) => change(one, request)) } : undefined,
  );
export const alone = (change: (entity: Json, request: MockRequest) => Json): Layer =>
  rewriting((document, request, { status }) => (status < 300 && !isList(document) ? change(document, request) : undefined));

/** A field of an entity changed, where it is there. */
export const field =
  (name: string, change: (value: any, entity: Json) => unknown) =>
  (entity: Json): Json =>
    name in entity ? { ...entity, [name]: change(entity[name], entity) } : entity;

/** A field under another name. */
export const renamed =
  (name: string, other: string) =>
  ({ [name]: value, ...rest }: Json): Json =>
    value === undefined ? rest : { ...rest, [other]: value };

/** A document of a refusal. */
export function refusal(
  code: string,
  parameters: readonly string[],
  status: number,
  request?: MockRequest,
  product: 'ops-manager' | 'cloud-manager' = 'ops-manager',
): ServerResponse {
  const template = isErrorCodeName(code) ? messageTemplate(code, product) : 'Refused.';
  const filled = placeholders(template).length === parameters.length ? fillTemplate(template, parameters) : template;
  const document = { detail: filled, error: status, errorCode: code, parameters, reason: reasonPhrase(status) };
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: request?.method === 'HEAD' ? '' : JSON.stringify(document),
  };
}

/** The refusals of a code speak of something else, in detail and parameters alike. */
export const naming = (
  code: string,
  change: (parameters: readonly string[], request: MockRequest) => readonly string[],
  { product = 'ops-manager' as 'ops-manager' | 'cloud-manager', path = /./ } = {},
): MockOptions => ({
  product,
  wire: rewritingErrors((error, request) => {
    if (error['errorCode'] !== code || !path.test(pathOf(request)) || !isErrorCodeName(code)) return undefined;
    const parameters = change(error['parameters'] as string[], request);
    return { ...error, parameters, detail: fillTemplate(messageTemplate(code, product), parameters) };
  }),
});

/** Refusals of a code come with another status, which their document agrees with. */
export const withStatus = (
  code: string,
  status: number,
  product: 'ops-manager' | 'cloud-manager' = 'ops-manager',
): MockOptions => ({
  product,
  wire: (next) => async (request) => {
    const response = await next(request);
    const error = jsonOf(response);
    if (!isObject(error) || error['errorCode'] !== code) return response;
    return { ...withJson(response, { ...error, error: status, reason: reasonPhrase(status) }), status };
  },
});

const codeOf = (response: ServerResponse): unknown => (jsonOf(response) as Json | undefined)?.['errorCode'];

/** What would be refused with a code is taken: asked again with a body that is good, and answered as if with the one that was sent. */
export const takes =
  (code: string, mend: (body: any, request: MockRequest) => unknown, only: (body: any) => boolean = () => true): Layer =>
  (next) =>
  async (request) => {
    const response = await next(request);
    if (codeOf(response) !== code || !only(safeBody(request))) return response;
    const answer = await next({ ...request, body: JSON.stringify(mend(safeBody(request), request)) });
    const document = jsonOf(answer);
    const sent = bodyOf(request);
    return answer.status < 300 && isObject(document) && !isList(document) && sent
      ? withJson(answer, { ...document, ...shown(document, sent) })
      : answer;
  };

const shown = (document: Json, sent: Json): Json => Object.fromEntries(Object.entries(sent).filter(([name]) => name in document));
export function safeBody(request: MockRequest): unknown {
  try {
    return JSON.parse(request.body);
  } catch {
    return undefined;
  }
}

/** What would be refused with a code is answered with 200 and what is there, as changed; nothing is done. */
export const seemsDone =
  (code: string): Layer =>
  (next) =>
  async (request) => {
    const response = await next(request);
    if (codeOf(response) !== code) return response;
    const there = await next({ ...request, method: 'GET', body: '' });
    const document = jsonOf(there);
    if (request.method === 'DELETE' || !isObject(document) || there.status >= 300)
      return { ...withJson(response, {}), status: 200 };
    return withJson(there, { ...document, ...bodyOf(request) });
  };

/** Who asks, in front of the login. */
export const usernameOf = ({ headers }: MockRequest): string =>
  parseAuthorization(headers['authorization'] ?? '')?.['username'] ?? '';

/** What time it is for the mock, in milliseconds, as the nonce of a challenge tells. Only in front of the login. */
export async function timeOf(next: Handler, request: MockRequest): Promise<number> {
  const { authorization: _none, ...headers } = request.headers;
  const challenge = await next({ ...request, method: 'GET', target: '/api/public/v1.0', headers, body: '' });
  const offered = [challenge.headers['WWW-Authenticate'] ?? []].flat();
  return Number.parseInt((parseChallenges(offered)[0]?.parameters['nonce'] ?? '').slice(0, 12), 16);
}

/** Keys that were made while the lie ran, by their public halves. */
export interface Made {
  readonly roles: readonly string[];
  /** Entries in the order in which they came; addresses or blocks. */
  entries: string[];
  /** Those of them that came with the first request. */
  first?: string[];
  removed: string[];
}
export function tracker() {
  const byId = new Map<string, string>();
  const made = new Map<string, Made>();
  const gone = new Set<string>();
  return {
    made,
    gone,
    learn(request: MockRequest, response: ServerResponse): void {
      if (response.status >= 300) return;
      const path = pathOf(request);
      const sent = safeBody(request);
      if (request.method === 'POST' && path.endsWith('/apiKeys')) {
        const { id, publicKey } = (jsonOf(response) ?? {}) as { id: string; publicKey: string };
        byId.set(id, publicKey);
        made.set(publicKey, { roles: ((sent as Json)?.['roles'] as string[]) ?? [], entries: [], removed: [] });
      }
      const whole = /^\/orgs\/\w+\/apiKeys\/(\w+)$/.exec(path)?.[1];
      if (request.method === 'DELETE' && whole && byId.has(whole)) gone.add(byId.get(whole)!);
      const [, id, , entry] = /\/apiKeys\/(\w+)\/(accessList|whitelist)(?:\/([^/]+))?$/.exec(path) ?? [];
      const key = made.get(byId.get(id ?? '') ?? '');
      if (!key) return;
      if (request.method === 'POST' && Array.isArray(sent)) {
        key.entries.push(...sent.map((one: Json) => String(one['ipAddress'] ?? one['cidrBlock'])));
        key.first ??= [...key.entries];
      }
      if (request.method === 'DELETE' && entry) {
        const name = decodeURIComponent(entry);
        const same = (one: string): boolean => one.replace(/\/32$/, '') === name.replace(/\/32$/, '');
        key.removed.push(...key.entries.filter(same));
        key.entries = key.entries.filter((one) => !same(one));
      }
    },
  };
}

/** Whether an entry holds an address. */
export function holds(entry: string, address: string): boolean {
  const [base = '', length] = entry.split('/');
  const blocks = new BlockList();
  if (isIP(base) !== 4 || isIP(address) !== 4) return base === address;
  blocks.addSubnet(base, length === undefined ? 32 : Number(length), 'ipv4');
  return blocks.check(address, 'ipv4');
}
