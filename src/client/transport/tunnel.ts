import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { NetworkFault } from '../types.ts';
import type { TlsOptions } from './tls-context.ts';

/** A proxy, and how a connection to it is made where its URL begins with https. */
export interface Proxy {
  readonly url: URL;
  readonly tls: () => TlsOptions;
}

/** Header block in which a proxy may take as much room as it likes. */
const mostBytes = 64 * 1024;

/** Host and port, as they are shown: a proxy's URL may carry a password. */
const shownProxy = ({ url }: Proxy): string => `the proxy ${url.host}`;

/** Value of Proxy-Authorization for the credentials in the proxy's URL; undefined where it has none. */
export function proxyAuthorization({ url }: Proxy): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** A socket to that host; a name of brackets is an IPv6 address. An address may not be sent as a server name. */
export function openSocket(url: URL, tls: () => TlsOptions, through?: Socket): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:') return through?.resume() ?? connectPlain({ host, port: Number(url.port || 80) });
  return connectTls({
    host,
    port: Number(url.port || 443),
    servername: isIP(host) ? '' : host,
    ...tls(),
    ...(through && { socket: through }),
  });
}

/**
 * A connection to the host of `target` through a proxy, on which nothing has been sent yet: CONNECT. Rejects with a
 * NetworkFault that names the proxy when it is not there, or does not connect.
 */
export function openTunnel(proxy: Proxy, target: URL, timeoutMs: number): Promise<Socket> {
  const authority = `${target.hostname}:${target.port || (target.protocol === 'https:' ? '443' : '80')}`;
  const authorization = proxyAuthorization(proxy);
  return new Promise((resolve, reject) => {
    const socket = openSocket(proxy.url, proxy.tls);
    let bytes = Buffer.alloc(0);
    const fail = (kind: NetworkFault['kind'], why: string): void => {
      clearTimeout(limit);
      socket.destroy();
      reject(new NetworkFault(kind, `${shownProxy(proxy)} ${why}`));
    };
    const limit = setTimeout(() => fail('timeout', `did not connect to ${target.host} in time`), timeoutMs);
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = bytes.indexOf('\r\n\r\n');
      if (end === -1) {
        if (bytes.length > mostBytes) fail('protocol', 'answers something that is no HTTP');
        return;
      }
      const status = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(bytes.toString('latin1'))?.[1];
      if (status === undefined) fail('protocol', 'answers something that is no HTTP');
      else if (status === '407') fail('unreachable', 'wants other credentials (407)');
      else if (!status.startsWith('2')) fail('unreachable', `does not connect to ${target.host} (${status})`);
      else {
        clearTimeout(limit);
        socket.off('data', onData).off('error', onError).off('close', onClose).pause();
        if (bytes.length > end + 4) socket.unshift(bytes.subarray(end + 4));
        resolve(socket);
      }
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      fail('unreachable', `cannot be reached (${error.code ?? error.message})`);
    const onClose = (): void => fail('reset', `closed the connection before it stood`);
    socket.on('data', onData).on('error', onError).on('close', onClose);
    socket.write(
      [
        `CONNECT ${authority} HTTP/1.1`,
        `Host: ${authority}`,
        ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
        '',
        '',
      ].join('\r\n'),
    );
  });
}
