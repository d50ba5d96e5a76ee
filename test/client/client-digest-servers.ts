import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestResponse, parseAuthorization, type DigestAlgorithm } from '../../src/wire/digest.ts';

/** How a server looks at the nonce count: exactly one more, more, or not seen before and below Jetty's limit. */
export const countPolicies = {
  strict: (count: number, seen: ReadonlySet<number>) => count === seen.size + 1,
  monotonic: (count: number, seen: ReadonlySet<number>) => count > Math.max(0, ...seen),
  windowed: (count: number, seen: ReadonlySet<number>) => count < 1024 && !seen.has(count),
} as const;

export interface DigestServerOptions {
  readonly accepts?: (count: number, seen: ReadonlySet<number>) => boolean;
  readonly algorithm?: DigestAlgorithm;
  /** The WWW-Authenticate headers of a challenge. */
  readonly challenge?: (nonce: string, stale: boolean) => readonly string[];
  /** Calls that one nonce is good for; afterwards it is stale. */
  readonly callsPerNonce?: number;
  readonly answer?: Answering;
}

/** Answers a request whose credentials are good; `nonce` is a new one that may be announced. */
export type Answering = (
  request: { method: string; target: string; body: string },
  nonce: string,
) => { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly digest: Readonly<Record<string, string>> | undefined;
  readonly status: number;
}

export const keys = { publicKey: 'ABCDEFGH', privateKey: '0f1e2d3c-aaaa-bbbb-cccc-123456789abc' };

/** A tiny server that really checks the digest of the pair `keys`. Listens on a free port of the loopback. */
export async function startDigestServer(options: DigestServerOptions = {}) {
  const { accepts = countPolicies.strict, algorithm = 'MD5', callsPerNonce = Infinity } = options;
  const challenge =
    options.challenge ??
    ((nonce, stale) => [
      `Digest realm="MMS Public API", domain="", nonce="${nonce}", algorithm=${algorithm}, qop="auth", stale=${stale}`,
    ]);
  const answer: Answering = options.answer ?? (() => ({ status: 200, body: '{"ok":true}' }));
  const nonces = new Map<string, Set<number>>();
  const seen: SeenRequest[] = [];
  const issue = (): string => {
    const nonce = `nonce-${nonces.size + 1}`;
    nonces.set(nonce, new Set());
    return nonce;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request;
      const digest = parseAuthorization(headers.authorization ?? '');
      const body = Buffer.concat(chunks).toString();
      const settle = (status: number, more: Readonly<Record<string, string | readonly string[]>>, text = '') => {
        seen.push({ method, target, headers, body, digest, status });
        for (const [name, value] of Object.entries(more)) response.setHeader(name, value);
        response.statusCode = status;
        response.end(text);
      };
      const refuse = (stale = false) => {
        settle(401, { 'WWW-Authenticate': challenge(issue(), stale) }, 'no');
      };

      const counts = digest && nonces.get(digest['nonce'] ?? '');
      if (!digest || !counts) return refuse();
      const expected = digestResponse({
        algorithm,
        username: keys.publicKey,
        realm: 'MMS Public API',
        password: keys.privateKey,
        method,
        uri: target,
        nonce: digest['nonce'] ?? '',
        nc: digest['nc'],
        cnonce: digest['cnonce'],
        qop: digest['qop'],
      });
      if (digest['response'] !== expected || digest['uri'] !== target) return refuse();
      if (digest['qop'] !== undefined) {
        const count = Number.parseInt(digest['nc'] ?? '', 16);
        if (!/^[0-9a-f]{8}$/.test(digest['nc'] ?? '') || !accepts(count, counts)) return refuse();
        counts.add(count);
      }
      if (counts.size > callsPerNonce) return refuse(true);
      const good = answer({ method, target, body }, issue());
      settle(good.status, { 'Content-Type': 'application/json', ...good.headers }, good.body);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/public/v1.0`,
    seen,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
