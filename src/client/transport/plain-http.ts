import type { Exchange } from '../../wire/exchange.ts';
import { redactExchange } from '../record.ts';
import type { Secrets } from '../redaction/redact.ts';
import { NetworkFault } from '../types.ts';
import type { IncomingResponse, OutgoingRequest, Recorder, Transport } from '../types.ts';

/**
 * Where plain HTTP might be served in place of an https URL: its own port, and where that is the usual one, the usual
 * one of plain HTTP too.
 */
export function plainHttpUrls(httpsUrl: string): string[] {
  const { hostname, port, pathname } = new URL(httpsUrl);
  if (port !== '') return [`http://${hostname}:${port}${pathname}`];
  return [`http://${hostname}:443${pathname}`, `http://${hostname}${pathname}`];
}

/**
 * One GET over plain HTTP, without credentials, recorded as an exchange of the kind `plain-http`. Nobody listening,
 * hanging up, or answering something that is no HTTP is an outcome here: the exchange then has a fault instead of a
 * response.
 */
export async function askPlainHttp(transport: Transport, url: string, recorder: Recorder, secrets: Secrets): Promise<Exchange> {
  const request: OutgoingRequest = { method: 'GET', url, headers: [['Accept', 'application/json']], body: null };
  const id = recorder.nextId();
  const startedAt = Date.now();
  const started = performance.now();
  const note = (response: IncomingResponse | null, fault: string | null): Exchange => {
    const durationMs = performance.now() - started;
    const exchange = redactExchange(
      { id, caller: 'nobody', kind: 'plain-http', request, response, fault, secretsInResponse: [], startedAt, durationMs },
      secrets,
    );
    recorder.record(exchange);
    return exchange;
  };
  try {
    return note(await transport.send(request, { raw: true }), null);
  } catch (error) {
    if (error instanceof NetworkFault) return note(null, error.message);
    throw error;
  }
}
