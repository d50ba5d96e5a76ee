import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import type { TestContext } from 'node:test';
import type { MadeCertificate } from '../support/made-certificates.ts';

/** The only thing that a server needs of a test: to be told that it is over. */
export type Ending = Pick<TestContext, 'after'>;

/** A server that listens. */
export interface Place {
  /** Host and port. */
  readonly authority: string;
  /** How many connections were made to it, and how many of them are still open. */
  readonly connections: { made: number; open: number };
  /** Ends all connections and stops listening; nobody is there from now on. */
  stop(): Promise<void>;
}

/** Lets a server listen on a free port of loopback until the test is over. */
export async function listening(ending: Ending, server: Server): Promise<Place> {
  const sockets = new Set<Socket>();
  const connections = { made: 0, open: 0 };
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    connections.made += 1;
    connections.open += 1;
    socket
      .on('error', () => {})
      .on('close', () => {
        sockets.delete(socket);
        connections.open -= 1;
      });
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening)
      await new Promise((done) => {
        server.close(done);
      });
  };
  ending.after(stop);
  return { authority: `127.0.0.1:${port}`, connections, stop };
}

/** A server that does something with each connection as soon as something is asked on it. */
export const onceAsked = (act: (socket: Socket) => void): Server =>
  createTcp((socket) => {
    socket.once('data', () => {
      act(socket);
    });
  });

export const web = (listener: RequestListener): Server => createHttp(listener);

/** A TLS server that shows its certificate and says nothing else. */
export const tls = (certificate: MadeCertificate): Server => createTls(certificate);
