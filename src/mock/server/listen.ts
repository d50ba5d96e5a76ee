import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse as NodeResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../../contract/limits.ts';
import { reasonPhrase } from '../../wire/reasons.ts';
import type { ServerResponse } from '../../wire/http.ts';
import { makeCertificate } from './certificate.ts';
import type { Mock } from '../forms/types.ts';

const maxBodyBytes = 1_048_576;

export interface Listening {
  /** Origin and base path. */
  readonly url: string;
  readonly origin: string;
  /** With TLS: the certificate to trust, as a file and as its PEM text. */
  readonly caFile?: string;
  readonly caPem?: string;
  /** Ends connections, frees the port and removes the file. */
  close(): Promise<void>;
}

/** An answer to what never became a request of the API. */
function plainRefusal(status: number, detail: string): ServerResponse {
  const body = JSON.stringify({ detail, error: status, reason: reasonPhrase(status) });
  return { status, headers: { 'Content-Type': 'application/json', Connection: 'close' }, body };
}

function send(response: NodeResponse, method: string | undefined, { status, headers, body }: ServerResponse): void {
  const length = Buffer.byteLength(body);
  // A flat list, as node itself keeps them: every request comes through here.
  const lines: (string | number | readonly string[])[] = [];
  for (const name in headers) lines.push(name, headers[name] as string | readonly string[]);
  if (headers['Content-Length'] === undefined) lines.push('Content-Length', length);
  response.writeHead(status, lines as string[]);
  if (method !== 'HEAD' || body === '') {
    // As many bytes as characters: all is ASCII, which is quicker to copy than to encode.
    response.end(body, length === body.length ? 'latin1' : 'utf8');
    return;
  }
  // node never writes a body after HEAD. A mutant may, and what it says must go over the wire as it says it.
  response.flushHeaders();
  response.socket?.write(body);
  response.end();
}

/** The whole body as text; undefined when it is larger than it may be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerParseError(_error: Error, socket: Socket | NodeJS.WritableStream): void {
  if (!socket.writable) return;
  const { status, headers, body } = plainRefusal(400, 'The request is not HTTP.');
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${String(value)}`);
  socket.end(`HTTP/1.1 ${status} ${String(reasonPhrase(status))}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

async function sendLater(response: NodeResponse, method: string | undefined, later: Promise<ServerResponse>): Promise<void> {
  try {
    send(response, method, await later);
  } catch {
    fail(response, method);
  }
}

function fail(response: NodeResponse, method: string | undefined): void {
  if (response.headersSent) response.destroy();
  else send(response, method, plainRefusal(500, 'Unexpected error.'));
}

function answer(mock: Mock, scheme: string, request: IncomingMessage, response: NodeResponse, body: string): void {
  const { method = 'GET', url = '/', headers, socket } = request;
  try {
    const answered = mock.handle({
      method,
      target: url,
      headers: headers as Record<string, string>,
      body,
      remoteAddress: socket.remoteAddress ?? '',
      origin: `${scheme}://${headers.host ?? `127.0.0.1:${socket.localPort}`}`,
    });
    // Only a mutant is ever slow to answer.
    if (answered instanceof Promise) void sendLater(response, method, answered);
    else send(response, method, answered);
  } catch {
    fail(response, method);
  }
}

async function answerBody(mock: Mock, scheme: string, request: IncomingMessage, response: NodeResponse): Promise<void> {
  try {
    const body = await bodyOf(request);
    if (body !== undefined) answer(mock, scheme, request, response, body);
    else send(response, request.method, plainRefusal(413, `A request body has at most ${maxBodyBytes} bytes.`));
  } catch {
    fail(response, request.method);
  }
}

function serveOn(server: Server, mock: Mock, scheme: string): void {
  server.on('request', (request: IncomingMessage, response: NodeResponse) => {
    const { headers } = request;
    const bodiless = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
    if (bodiless) answer(mock, scheme, request, response, '');
    else void answerBody(mock, scheme, request, response);
  });
  server.on('clientError', answerParseError);
  server.keepAliveTimeout = 60_000;
}

/**
 * Serves a mock on 127.0.0.1 until `close`. Port 0 takes a free one. With `tls` the certificate is made here, for
 * 127.0.0.1 and localhost. Rejects when the port is taken.
 */
export async function listen(mock: Mock, { port, tls = false }: { port: number; tls?: boolean }): Promise<Listening> {
  const certificate = tls ? await makeCertificate() : undefined;
  const server = certificate ? createHttpsServer(certificate) : createHttpServer();
  const scheme = certificate ? 'https' : 'http';
  serveOn(server, mock, scheme);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const folder = certificate && (await mkdtemp(join(tmpdir(), 'omconform-mock-')));
  const caFile = folder && join(folder, 'ca.pem');
  if (certificate && caFile) await writeFile(caFile, certificate.cert);
  const origin = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin + limits.basePath,
    origin,
    caFile,
    caPem: certificate?.cert,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
