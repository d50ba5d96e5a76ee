import { maxHeaderSize } from 'node:http';
import { header, type Header } from '../../wire/http.ts';
import { startClocks, type Limits } from './limits.ts';
import { textOf } from './text.ts';
import type { TlsOptions } from './tls-context.ts';
import { openSocket, openTunnel, type Proxy } from './tunnel.ts';
import { NetworkFault } from '../types.ts';
import type { IncomingResponse, OutgoingRequest } from '../types.ts';

export interface RawLine {
  readonly tls: () => TlsOptions;
  /** Asked for a tunnel, whatever the scheme: an answer that a proxy hands on is not read as the target sent it. */
  readonly proxy?: Proxy;
  readonly limits: Limits;
}

/** Milliseconds that a server gets to send what it should not, once its answer is complete, before we hang up. */
const lingering = 500;

function requestBytes({ method, headers, body }: OutgoingRequest, url: URL): string {
  const lines = [`${method} ${url.pathname}${url.search} HTTP/1.1`, `Host: ${url.host}`, 'Connection: close'];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  if (body !== null) lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  else if (method !== 'GET' && method !== 'HEAD' && method !== 'DELETE') lines.push('Content-Length: 0');
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

interface Head {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly rest: Buffer;
}

/** The header block at the beginning of what came, past interim answers; undefined while it is incomplete. */
function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const start = bytes.subarray(0, 5).toString('latin1');
  if (!'HTTP/'.startsWith(start)) throw new NetworkFault('protocol', 'what came back is no HTTP');
  if (end === -1) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1]);
  if (!(status >= 100)) throw new NetworkFault('protocol', `what came back is no HTTP: ${statusLine.slice(0, 100)}`);
  const rest = bytes.subarray(end + 4);
  if (status < 200 && status !== 101) return readHead(rest);
  return {
    status,
    rest,
    headers: lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(colon, 0)), line.slice(colon + 1).trim()];
    }),
  };
}

/** The content of a chunked body and what follows its last chunk; undefined while that is missing. */
function dechunked(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (!(size >= 0)) throw new NetworkFault('protocol', 'the chunks of the answer cannot be read');
    at = lineEnd + 2;
    if (size === 0) {
      // Without trailers the empty line that ends them follows at once, so its search begins at the chunk's own end.
      const end = bytes.indexOf('\r\n\r\n', at - 2);
      return end === -1 ? undefined : Buffer.concat([...chunks, bytes.subarray(end + 4)]);
    }
    if (bytes.length < at + size + 2) return undefined;
    chunks.push(bytes.subarray(at, at + size));
    at += size + 2;
  }
}

/** The body as far as it came, and whether all of it did; `ended` means that the server has closed the connection. */
function readBody(
  method: string,
  { status, headers, rest }: Head,
  ended: boolean,
): { readonly body: Buffer; readonly complete: boolean } {
  if (method === 'HEAD' || status === 204 || status === 304) return { body: rest, complete: true };
  if (/\bchunked\b/i.test(header(headers, 'transfer-encoding') ?? '')) {
    const body = dechunked(rest);
    return { body: body ?? rest, complete: body !== undefined };
  }
  const length = header(headers, 'content-length');
  return { body: rest, complete: length === undefined ? ended : rest.length >= Number(length) };
}

const tooLarge = (what: string): NetworkFault => new NetworkFault('too-large', `${what} is larger than the limit`);

/**
 * One request on a connection of its own, and every byte that came back after the header block as the body (for HEAD
 * too, where there should be none; chunks are joined otherwise). The connection is read until the server closes it,
 * as it is asked to; one that stays open is left half a second after the answer is complete.
 * Rejects with a NetworkFault, or with the error of the socket, when no complete answer came.
 */
export async function exchangeRaw(request: OutgoingRequest, { tls, proxy, limits }: RawLine): Promise<IncomingResponse> {
  const url = new URL(request.url);
  const through = proxy && (await openTunnel(proxy, url, limits.connectSeconds * 1000));
  return new Promise((resolve, reject) => {
    const socket = openSocket(url, tls, through);
    let bytes = Buffer.alloc(0);
    let linger: NodeJS.Timeout | undefined;
    const clocks = startClocks(limits, url.host, ['connectSeconds', 'firstByteSeconds', 'timeoutSeconds'], (fault) => {
      if (linger) look(true);
      else fail(fault);
    });
    const stop = () => {
      clocks.stop();
      clearTimeout(linger);
      socket.destroy();
    };
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const look = (ended: boolean) => {
      try {
        const head = readHead(bytes);
        if (head) clocks.begun();
        else if (bytes.length > maxHeaderSize) throw tooLarge(`the header block that ${url.host} sent`);
        const read = head && readBody(request.method, head, ended);
        if (ended && !(head && read?.complete)) {
          fail(new NetworkFault('reset', `${url.host} closed the connection before the answer was complete`));
        } else if (ended && head && read) {
          stop();
          resolve({ status: head.status, headers: head.headers, ...textOf(read.body) });
        } else if (read?.complete) {
          linger ??= setTimeout(() => {
            look(true);
          }, lingering);
        }
      } catch (error) {
        fail(error);
      }
    };
    socket.on(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clocks.connected();
    });
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length <= limits.maxBodyBytes) look(false);
      else fail(tooLarge(`the answer of ${url.host}`));
    });
    socket.on('end', () => {
      look(true);
    });
    socket.on('error', fail);
    socket.on('close', () => {
      look(true);
    });
    socket.write(requestBytes(request, url));
  });
}
