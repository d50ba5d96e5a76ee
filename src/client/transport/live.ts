import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { header, type Header } from '../../wire/http.ts';
import { connector } from './connector.ts';
import { dispatch } from './dispatch.ts';
import { networkFault } from './faults.ts';
import { limitsOf, startClocks, type GivenLimits } from './limits.ts';
import { exchangeRaw } from './raw.ts';
import { textOf } from './text.ts';
import { lazily, tlsOptions, type TlsFiles } from './tls-context.ts';
import { proxyAuthorization, type Proxy } from './tunnel.ts';
import { undici } from './undici.ts';
import { NetworkFault } from '../types.ts';
import type { OutgoingRequest, Transport } from '../types.ts';

/** What bounds a round trip has the defaults of limitsOf. */
export interface LiveOptions extends TlsFiles, GivenLimits {
  /** URL of the HTTP proxy through which everything goes; may carry credentials. */
  readonly proxy?: string;
}

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const unzip: Decoder = promisify(gunzip);
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: unzip,
  'x-gzip': unzip,
  // Some servers send `deflate` without the zlib header that RFC 9110 wants; its first byte has a low half of 8.
  deflate: (bytes, options) => promisify(((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options),
  br: promisify(brotliDecompress),
};

/** Nobody needs more than one; each costs time that no clock bounds. */
const mostCodings = 3;

async function decoded(bytes: Buffer, headers: readonly Header[], limit: number): Promise<Buffer> {
  const codings =
    header(headers, 'content-encoding')
      ?.toLowerCase()
      .split(',')
      .map((one) => one.trim()) ?? [];
  if (codings.length > mostCodings) {
    throw new NetworkFault('protocol', `the answer is encoded ${codings.length} times over`);
  }
  let plain = bytes;
  for (const coding of codings.toReversed()) {
    const decoder = decoders[coding];
    if (decoder && plain.length > 0) plain = await decoder(plain, { maxOutputLength: limit });
    else if (!decoder && coding !== 'identity' && coding !== '') {
      throw new NetworkFault('protocol', `the answer has a Content-Encoding that was not asked for: ${coding}`);
    }
  }
  return plain;
}

/**
 * The transport of a real network: keep-alive connections of its own, no redirects, bounded in time and size.
 * The files of TLS are read with the first connection over TLS, which throws when they cannot be.
 */
export function liveTransport(options: LiveOptions): Transport {
  const limits = limitsOf(options);
  const tls = lazily(() => tlsOptions(options));
  const proxy: Proxy | undefined =
    options.proxy === undefined
      ? undefined
      : // Neither our certificate nor the leave to take any of the other side is the proxy's.
        { url: new URL(options.proxy), tls: lazily(() => tlsOptions({ caFile: options.caFile })) };
  // Clocks of ours bound each request, so undici's own limits, coarse by a second, stay out of the way; only of the
  // moment at which a connection stands nobody else knows.
  const { Agent } = undici();
  const agent = new Agent({
    connect: connector({ tls, proxy, timeout: limits.connectSeconds * 1000 }),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: limits.maxBodyBytes,
  });

  async function send({ method, url, headers, body: content }: OutgoingRequest) {
    const start = url.indexOf('/', url.indexOf('://') + 3);
    const origin = start === -1 ? url : url.slice(0, start);
    const path = start === -1 ? '/' : url.slice(start);
    // Plain HTTP is handed to a proxy to be sent on; over TLS it sees nothing but whom we talk to.
    const handed = proxy !== undefined && url.startsWith('http:') ? proxy : undefined;
    const credentials = handed && proxyAuthorization(handed);
    const dispatched = dispatch(
      agent,
      {
        origin: handed?.url.origin ?? origin,
        path: handed ? `${origin}${path}` : path,
        method: method as Dispatcher.HttpMethod,
        headers: [
          ...headers.flat(),
          ...(handed ? ['Host', new URL(url).host] : []),
          ...(credentials === undefined ? [] : ['Proxy-Authorization', credentials]),
          ...(header(headers, 'accept-encoding') === undefined ? ['Accept-Encoding', 'gzip, deflate, br'] : []),
        ],
        body: content,
      },
      () => clocks.begun(),
    );
    const clocks = startClocks(limits, new URL(url).host, ['firstByteSeconds', 'timeoutSeconds'], dispatched.giveUp);
    try {
      const { status, headers: received, bytes } = await dispatched.answer;
      return { status, headers: received, ...textOf(await decoded(bytes, received, limits.maxBodyBytes)) };
    } catch (error) {
      throw networkFault(error, url, limits);
    } finally {
      clocks.stop();
    }
  }

  return {
    send,
    async sendRaw(request) {
      try {
        return await exchangeRaw(request, { tls, proxy, limits });
      } catch (error) {
        throw networkFault(error, request.url, limits);
      }
    },
    async pause(milliseconds) {
      await delay(milliseconds);
    },
    now: () => Date.now(),
    // What still waits for an answer will not be missed.
    close: () => agent.destroy(),
  };
}
