import type { Guard, OutgoingRequest, Transport } from '../types.ts';

/**
 * The transport behind a guard: nothing that is sent through it, by whatever client or by none, goes around that. Who
 * asks is told by the Authorization header alone, since nothing else here proves it.
 */
export function guardedTransport(transport: Transport, guard: Guard): Transport {
  const ask = ({ method, url, headers, body }: OutgoingRequest): void => {
    const authenticated = headers.some(([name]) => name.toLowerCase() === 'authorization');
    guard({ method, url, body, authenticated });
  };
  return {
    ...transport,
    async send(request) {
      ask(request);
      return transport.send(request);
    },
    async sendRaw(request) {
      ask(request);
      return transport.sendRaw(request);
    },
  };
}
