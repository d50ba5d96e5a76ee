import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Header } from '../src/wire/http.ts';

/** An answer known beforehand. */
export interface GivenAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** Framing is the server's own business; a connection that closes would not be kept alive. */
const framing = /^(?:content-length|transfer-encoding|connection|keep-alive|date)$/i;

/** What node:http alone costs: gives the answers it was given in their order, again and again, whatever is asked. */
function serve(answers: readonly GivenAnswer[]): void {
  const ready = answers.map(({ status, headers, body }) => ({
    status,
    body,
    lines: [...headers.filter(([name]) => !framing.test(name)), ['Content-Length', String(Buffer.byteLength(body))]].flat(),
  }));
  let next = 0;
  const server = createServer((request, response) => {
    const { status, lines, body } = ready[next % ready.length]!;
    next += 1;
    request.resume();
    response.writeHead(status, lines).end(request.method === 'HEAD' ? '' : body);
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
  });
}

/** A bare server in a process of its own, until `stop`. `origin` has no trailing slash. */
export async function startBareServer(answers: readonly GivenAnswer[]): Promise<{ origin: string; stop: () => void }> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] });
  child.send(answers as GivenAnswer[]);
  const [port] = (await once(child, 'message')) as [number];
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.once('message', serve);
