import { connect } from 'node:net';
import { digestResponse, formatAuthorization, parseChallenges } from '../src/wire/digest.ts';
import type { KeyPair } from '../src/mock/forms/types.ts';
import { timed } from './measure.ts';

export interface Load {
  /** Scheme and authority, the path and query that is asked for by the request of that number, and who asks. */
  readonly origin: string;
  readonly target: (request: number) => string;
  readonly keys: KeyPair;
  readonly connections: number;
  /** Requests on each connection. */
  readonly each: number;
}

const head = (origin: string, target: string, authorization: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nAccept: application/json\r\nAuthorization: ${authorization}\r\n\r\n`;

/**
 * Requests of one connection, ready to be written: an own nonce, and every count of it answered beforehand, so that
 * the arithmetic of the asking side is no part of what is measured.
 */
export async function preparedRequests(load: Load): Promise<Buffer[]> {
  const {
    keys: { publicKey: username, privateKey: password },
    origin,
    target,
  } = load;
  const refused = await fetch(origin + target(0));
  const offer = parseChallenges([refused.headers.get('www-authenticate') ?? ''])[0]?.parameters ?? {};
  await refused.text();
  const { realm = '', nonce = '' } = offer;
  return Array.from({ length: load.each }, (_, index) => {
    const uri = target(index);
    const counted = { nc: (index + 1).toString(16).padStart(8, '0'), cnonce: '0a4f113b', qop: 'auth' };
    const response = digestResponse({ username, password, realm, method: 'GET', uri, nonce, ...counted });
    return Buffer.from(head(origin, uri, formatAuthorization({ username, realm, nonce, uri, response, ...counted })));
  });
}

/** Length in bytes of the answer at the front, 0 while its head is not whole. Throws unless it is a 200. */
function lengthOfAnswer(received: Buffer): number {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return 0;
  const lines = received.toString('latin1', 0, end);
  if (!lines.startsWith('HTTP/1.1 200 ')) throw new Error(`the server answered ${lines.split('\r\n')[0]}`);
  return end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(lines)?.[1] ?? 0);
}

/** Writes the requests over one connection, each when the answer to the one before is whole. */
function sendAll({ hostname, port }: URL, requests: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname).setNoDelay();
    let sent = 0;
    let received: Buffer[] = [];
    let size = 0;
    let length = 0;
    const next = (): void => {
      const request = requests[sent];
      sent += 1;
      if (request) socket.write(request);
      else socket.destroy();
    };
    socket
      .on('connect', next)
      .on('error', reject)
      .on('close', () => resolve())
      .on('data', (chunk: Buffer) => {
        received.push(chunk);
        size += chunk.length;
        try {
          if (length === 0) length = lengthOfAnswer(received.length === 1 ? chunk : Buffer.concat(received));
        } catch (error) {
          socket.destroy(error as Error);
        }
        if (length === 0 || size < length) return;
        [received, size, length] = [[], 0, 0];
        next();
      });
  });
}

/**
 * Requests a second that the server at `origin` answers, over kept-alive connections. A bare reader of sockets asks:
 * an HTTP client would be slower than the servers and hide the difference between them.
 */
export async function requestsPerSecond(origin: string, requests: readonly (readonly Buffer[])[]): Promise<number> {
  const milliseconds = await timed(() => Promise.all(requests.map((some) => sendAll(new URL(origin), some))));
  return (requests.reduce((sum, some) => sum + some.length, 0) / milliseconds) * 1000;
}
