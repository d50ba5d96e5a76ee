import type { buildConnector as Connectors } from 'undici';
import { lazily, type TlsOptions } from './tls-context.ts';
import { openTunnel, type Proxy } from './tunnel.ts';
import { undici } from './undici.ts';

export interface ConnectorOptions {
  readonly tls: () => TlsOptions;
  readonly proxy: Proxy | undefined;
  /** Milliseconds until a connection must stand. */
  readonly timeout: number;
}

/**
 * How undici's connections are made: over TLS with what the run was given for it, and there through the proxy, in a
 * tunnel. The proxy itself is reached as any other host.
 */
export function connector({ tls, proxy, timeout }: ConnectorOptions): Connectors.connector {
  const { buildConnector } = undici();
  const plain = buildConnector({ timeout });
  const secure = lazily(() => buildConnector({ timeout, ...tls() }));
  const toProxy = lazily(() => buildConnector({ timeout, ...proxy?.tls() }));
  return (options, callback) => {
    const isProxy = proxy !== undefined && proxy.url.host === options.host && proxy.url.protocol === options.protocol;
    if (isProxy) return (proxy.url.protocol === 'https:' ? toProxy() : plain)(options, callback);
    if (options.protocol !== 'https:') return plain(options, callback);
    if (proxy === undefined) return secure()(options, callback);
    const target = new URL(`https://${options.host ?? options.hostname}`);
    openTunnel(proxy, target, timeout).then(
      (httpSocket) => secure()({ ...options, httpSocket }, callback),
      (error: Error) => callback(error, null),
    );
    return undefined;
  };
}
