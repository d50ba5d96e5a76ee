import { mockTarget } from '../../../src/engine/mock-target.ts';
import type { Handler, KeyPair, MockRequest } from '../../../src/mock/forms/types.ts';
import { createMock } from '../../../src/mock/server/mock.ts';
import { digestResponse, formatAuthorization, parseChallenges } from '../../../src/wire/digest.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { heldOut } from './index.ts';

/** How one request is made: as whom, and with what done to its digest. */
export interface How {
  readonly as?: KeyPair | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the fields of the digest before they are written down. */
  readonly digest?: (fields: Record<string, string>) => Record<string, string>;
  /** The digest is made for another method, or another target. */
  /** Computed over a nonce that no challenge gave. */
  readonly nonce?: string;
  /** Time passes between the challenge and the request. */
  readonly old?: true;
  /** The same request is made before with GET, with the same nonce and count. */
  readonly replayed?: true;
  readonly signs?: { readonly method?: string; readonly target?: string };
}

/** Asks one mock, by requests as a client makes them. */
export interface Asking {
  readonly identity: ReturnType<typeof mockTarget>['identity'];
  /** Lets time pass before requests that are to be `old`. */
  pass(milliseconds: number, how: 'keep'): void;
  ask(method: string, path: string, body?: unknown, how?: How): Promise<ServerResponse & { json: any }>;
}

const originOf = 'http://127.0.0.1:1';

/** A mock that tells this lie, or none. */
export function askingThe(name: string | undefined): Asking {
  const lie = heldOut.find((one) => one.name === name);
  if (name !== undefined && lie === undefined) throw new Error(`no lie is called ${name}`);
  let time = Date.parse('2026-03-04T05:06:07Z');
  let late = 0;
  const { handle, identity } = createMock({ dialect: 'access-list', ...lie?.mock, now: () => time });
  return {
    identity,
    pass: (milliseconds) => {
      late = milliseconds;
    },
    ask: (method, path, body, how) =>
      ask(handle, identity, method, path, body, how, () => {
        time += how?.old ? late : 0;
      }),
  };
}

async function ask(
  handle: Handler,
  main: KeyPair,
  method: string,
  path: string,
  body: unknown,
  how: How = {},
  wait: () => void = () => undefined,
) {
  const target = `/api/public/v1.0${path}`;
  const plain: MockRequest = {
    method,
    target,
    headers: { host: '127.0.0.1:1', 'content-type': 'application/json', ...how.headers },
    body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress: '127.0.0.1',
    origin: originOf,
  };
  const json = (response: ServerResponse) => {
    try {
      return { ...response, json: JSON.parse(response.body) as any };
    } catch {
      return { ...response, json: undefined };
    }
  };
  if (how.as === null) return json(await handle(plain));
  const keys = how.as ?? main;
  const challenge = await handle({ ...plain, method: 'GET', target: '/api/public/v1.0/', body: '' });
  const { nonce: given = '', realm = '' } =
    parseChallenges([challenge.headers['WWW-Authenticate'] ?? []].flat())[0]?.parameters ?? {};
  const nonce = how.nonce ?? given;
  wait();
  const counted = { nc: '00000001', cnonce: '0a4f113b', qop: 'auth' };
  const response = digestResponse({
    username: keys.publicKey,
    password: keys.privateKey,
    realm,
    method: how.signs?.method ?? method,
    uri: how.signs?.target ?? target,
    nonce,
    ...counted,
  });
  const fields = { username: keys.publicKey, realm, nonce, uri: how.signs?.target ?? target, response, ...counted };
  const authorization = formatAuthorization((how.digest?.(fields) ?? fields) as typeof fields);
  if (how.replayed) {
    const signed = digestResponse({
      username: keys.publicKey,
      password: keys.privateKey,
      realm,
      method: 'GET',
      uri: target,
      nonce,
      ...counted,
    });
    await handle({
      ...plain,
      method: 'GET',
      body: '',
      headers: { ...plain.headers, authorization: formatAuthorization({ ...fields, response: signed }) },
    });
  }
  return json(await handle({ ...plain, headers: { ...plain.headers, authorization } }));
}
