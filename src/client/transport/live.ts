import { setTimeout as delay } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { header, type Header } from '../../wire/http.ts';
import { connector } from './connector.ts';
import { decoded } from './content-coding.ts';
import { networkFault } from './faults.ts';
import { limitsOf, startClocks, type GivenLimits } from './limits.ts';
import { exchangeRaw } from './raw.ts';
import { textOf } from './text.ts';
import { lazily, tlsOptions, type TlsFiles } from './tls-context.ts';
import { proxyAuthorization, type Proxy } from './tunnel.ts';
import { undici } from './undici.ts';
import type { IncomingResponse, OutgoingRequest, Transport } from '../types.ts';

/** What bounds a round trip has the defaults of limitsOf. */
export interface LiveOptions extends TlsFiles, GivenLimits {
  /** URL of the HTTP proxy through which everything goes; may carry credentials. */
  readonly proxy?: string;
}

/** An answer as it came, not decoded. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly bytes: Buffer;
}

/** A request that is on its way. */
export interface Dispatched {
  /** Rejects with what undici says, or with what it was given up for. */
  readonly answer: Promise<RawAnswer>;
  giveUp(reason: Error): void;
}

/** undici gives raw headers as one flat list. */
function pairs(flat: readonly Buffer[]): Header[] {
  const headers: Header[] = [];
  for (let n = 0; n + 1 < flat.length; n += 2) headers.push([String(flat[n]), flat[n + 1]!.toString('latin1')]);
  return headers;
}

/**
 * Sends a request and gathers its answer, without the streams and signals that undici's other methods make for each.
 *
 * @param begun called when the answer's headers are there.
 */
export function dispatch(agent: Dispatcher, request: Dispatcher.DispatchOptions, begun: () => void): Dispatched {
  let giveUp: Dispatched['giveUp'] = () => {};
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let head: Omit<RawAnswer, 'bytes'> = { status: 0, headers: [] };
    // While a connection is made there is nothing to end, and that has a clock of its own.
    let givenUp: Error | undefined;
    giveUp = (reason) => {
      givenUp = reason;
    };
    agent.dispatch(request, {
      onRequestStart(controller) {
        giveUp = (reason) => controller.abort(reason);
        if (givenUp !== undefined) giveUp(givenUp);
      },
      onResponseStart(controller, status) {
        // What comes before the answer, such as 103.
        if (status < 200) return;
        head = { status, headers: pairs(controller.rawHeaders as Buffer[]) };
        begun();
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve({ ...head, bytes: Buffer.concat(chunks) }),
      onResponseError: (_controller, error) => reject(error),
    });
  });
  return { answer, giveUp: (reason) => giveUp(reason) };
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

  async function exchange({ method, url, headers, body: content }: OutgoingRequest): Promise<IncomingResponse> {
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
    } finally {
      clocks.stop();
    }
  }

  return {
    async send(request, { raw } = {}) {
      try {
        return await (raw ? exchangeRaw(request, { tls, proxy, limits }) : exchange(request));
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
