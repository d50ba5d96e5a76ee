import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { jsonOf, pathOf } from './lies.ts';

/** A key that was made through the API while the mutant ran. */
export interface MadeKey {
  readonly roles: readonly string[];
  /** Public key of the caller who made it. */
  readonly maker: string;
  /** What was put on its access list, as it was asked for. */
  readonly addresses: readonly Readonly<Record<string, unknown>>[];
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
        byPublicKey.set(publicKey, { roles: (sent as MadeKey).roles, maker: request.caller ?? '', addresses: [] });
      }
      const publicKey = publicKeys.get(/\/apiKeys\/([^/]+)\/(?:accessList|whitelist)$/.exec(path)?.[1] ?? '');
      const key = byPublicKey.get(publicKey ?? '');
      if (key && publicKey) byPublicKey.set(publicKey, { ...key, addresses: sent as MadeKey['addresses'] });
    };

    return async (request) => {
      const key = byPublicKey.get(request.caller ?? '');
      const response = await (key ? lie(request, key, next) : next(request));
      learn(request, response);
      return response;
    };
  };
