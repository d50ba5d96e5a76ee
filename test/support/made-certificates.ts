import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { generate } from 'selfsigned';
import { temporaryFolder } from './omconform-process.ts';

export interface MadeCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that signs itself, for that host name or address; expired or not. */
export async function certificateFor(host: {
  readonly ip?: string;
  readonly name?: string;
  readonly expired?: boolean;
}): Promise<MadeCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: `omconform ${host.name ?? host.ip}` }], {
    algorithm: 'sha256',
    keyType: 'ec',
    ...(host.expired && { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2020-02-01') }),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [host.ip === undefined ? { type: 2, value: host.name } : { type: 7, ip: host.ip }] },
    ],
  });
  return { cert, key };
}

/** The same key, which only the passphrase opens. */
export const encrypted = (key: string, passphrase: string): string =>
  createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();

/** Writes texts into a folder that is gone when the test is over, and gives their paths. */
export function filesOf<Name extends string>(context: TestContext, texts: Readonly<Record<Name, string>>): Record<Name, string> {
  const folder = temporaryFolder(context);
  return Object.fromEntries(
    Object.entries<string>(texts).map(([name, text]) => {
      const file = path.join(folder, `${name}.pem`);
      writeFileSync(file, text);
      return [name, file];
    }),
  ) as Record<Name, string>;
}

/** Has a server listen on a free port of that address; it and what it talks to are gone when the test is over. */
export async function listening(context: TestContext, server: Server, address = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(0, address, done);
  });
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A server over TLS that says which server name it was given, and who the client's certificate says it is. */
export const tellingServer = (options: ServerOptions): Server =>
  createServer(options, (request, response) => {
    const socket = request.socket as unknown as {
      servername?: string | false;
      getPeerCertificate(): { subject?: { CN?: string } };
    };
    response.end(
      JSON.stringify({
        sni: socket.servername ?? false,
        host: request.headers.host,
        client: socket.getPeerCertificate().subject?.CN,
      }),
    );
  });
