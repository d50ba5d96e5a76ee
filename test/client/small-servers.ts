import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { liveTransport, type LiveOptions } from '../../src/client/transport/live.ts';
import type { OutgoingRequest, Transport } from '../../src/client/types.ts';

/** Has the server listen on loopback while `act` sends to it; what was opened is closed. */
export async function using<T>(
  server: Server,
  act: (authority: string, transport: Transport) => Promise<T>,
  options: Partial<LiveOptions> = {},
): Promise<T> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const transport = liveTransport({ timeoutSeconds: 10, ...options });
  try {
    return await act(`127.0.0.1:${(server.address() as AddressInfo).port}`, transport);
  } finally {
    await transport.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => {
      server.close(done);
    });
  }
}

export const request = (url: string, over: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: null,
  ...over,
});
export const web = (listener: RequestListener): Server => createHttp(listener);
/** A server that says the same bytes to everybody, and closes or not. */
export const saying = (text: string, close = true): Server =>
  createTcp((socket) => {
    socket.once('data', () => {
      if (close) socket.end(text);
      else socket.write(text);
    });
  });
