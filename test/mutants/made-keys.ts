import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { digestOf } from './credentials.ts';
import { jsonOf, pathOf } from './lies.ts';

/** A key that was made through the API while the mutant ran. */
export interface MadeKey {
  readonly roles: readonly string[];
  /** Public key of the caller who made it. */
  readonly maker: string;
  /** What was last put on its access list, as it was asked for. */
  readonly addresses: readonly Readonly<Record<string, unknown>>[];
  /** Addresses and blocks on its list, in the order in which they came. */
  readonly entries: readonly string[];
  /** Those of them that came first. */
  readonly first: readonly string[];
  /** Addresses and blocks that were taken off again. */
  readonly removed: readonly string[];
}

/** Does what a lie wants with the requests of made keys; all others are served as they should be. */
export const withMadeKeys =
  (lie: (request: MockRequest, key: MadeKey, next: Handler) => ServerResponse | Promise<ServerResponse>): Layer =>
  (next) => {
    const byPublicKey = new Map<string, MadeKey>();
    const publicKeys = new Map<string, string>();

    const learn = (request: MockRequest, response: ServerResponse): void => {
      if (request.method !== 'POST' || response.status >= 300) return;
      const path = pathOf(request);
      const sent: unknown = JSON.parse(request.body || 'null');
      if (path.endsWith('/apiKeys')) {
        const { id, publicKey } = jsonOf(response) as { id: string; publicKey: string };
        publicKeys.set(id, publicKey);
        byPublicKey.set(publicKey, {
          roles: (sent as MadeKey).roles,
          maker: request.caller ?? '',
          addresses: [],
          entries: [],
          first: [],
          removed: [],
        });
      }
      const publicKey = publicKeys.get(/\/apiKeys\/([^/]+)\/(?:accessList|whitelist)$/.exec(path)?.[1] ?? '');
      const key = byPublicKey.get(publicKey ?? '');
      if (!key || !publicKey) return;
      const addresses = sent as MadeKey['addresses'];
      const entries = [...key.entries, ...addresses.map(({ ipAddress, cidrBlock }) => String(ipAddress ?? cidrBlock))];
      byPublicKey.set(publicKey, { ...key, addresses, entries, first: key.first.length > 0 ? key.first : entries });
    };

    const forget = (request: MockRequest, response: ServerResponse): void => {
      const [, id = '', name = ''] = /\/apiKeys\/([^/]+)\/(?:accessList|whitelist)\/([^/]+)$/.exec(pathOf(request)) ?? [];
      const publicKey = publicKeys.get(id);
      const key = byPublicKey.get(publicKey ?? '');
      if (request.method !== 'DELETE' || response.status >= 300 || !key || !publicKey) return;
      const isGone = (entry: string): boolean => entry.replace(/\/32$/, '') === decodeURIComponent(name).replace(/\/32$/, '');
      const [removed, entries] = [key.entries.filter(isGone), key.entries.filter((entry) => !isGone(entry))];
      byPublicKey.set(publicKey, { ...key, entries, removed: [...key.removed, ...removed] });
    };

    return async (request) => {
      const key = byPublicKey.get(request.caller ?? digestOf(request)['username'] ?? '');
      const response = await (key ? lie(request, key, next) : next(request));
      learn(request, response);
      forget(request, response);
      return response;
    };
  };

/** Does as the maker of a key what the key itself may not. */
export const withRightsOfMaker = (does: (request: MockRequest, key: MadeKey) => boolean): Layer =>
  withMadeKeys((request, key, next) => next(does(request, key) ? { ...request, caller: key.maker } : request));

/** Whether a key belongs to who is a member of no project. */
export const isOutsider = ({ roles }: MadeKey): boolean => roles.includes('ORG_MEMBER');
