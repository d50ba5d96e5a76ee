import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, type Dispatcher } from 'undici';
import type { Exchange } from '../src/wire/exchange.ts';
import { startBareServer } from './bare-server.ts';
import type { EngineRun } from './engine-worker.ts';
import { timed } from './measure.ts';

/** The engine in a process of its own, with the specs loaded, until `stop`. */
export interface EngineProcess {
  run(options?: { exchanges: boolean }): Promise<EngineRun>;
  stop(): void;
}

export function startEngine(): EngineProcess {
  const worker = fileURLToPath(new URL('./engine-worker.ts', import.meta.url));
  const child = fork(worker, { execArgv: ['--import', 'tsx', '--conditions=engine'] });
  return {
    async run(options = { exchanges: false }) {
      const ended = new AbortController();
      const fail = (code: number | null): void => ended.abort(new Error(`the engine ended with ${code}`));
      child.once('exit', fail).send(options);
      const [run] = (await once(child, 'message', { signal: ended.signal })) as [EngineRun];
      child.off('exit', fail);
      return run;
    },
    stop: () => {
      child.kill();
    },
  };
}

/** A recorded exchange that brought an answer. */
export type Answered = Exchange & { readonly response: NonNullable<Exchange['response']> };

export const isAnswered = (exchange: Exchange): exchange is Answered => exchange.response !== null;

const pathOf = (url: string): string => url.slice(url.indexOf('/', url.indexOf('://') + 3));

/**
 * The loop that everything is measured against: the recorded requests, one after the other over one kept-alive
 * connection, to a bare server that gives the recorded answers. With the HTTP library that the client uses, and
 * nothing else: no digest, no record, no judge.
 */
export async function startBareLoop(exchanges: readonly Answered[]) {
  const { origin, stop } = await startBareServer(exchanges.map(({ response }) => response));
  const connection = new Client(origin);
  const passOver = async (): Promise<void> => {
    for (const { request } of exchanges) {
      const { body } = await connection.request({
        method: request.method as Dispatcher.HttpMethod,
        path: pathOf(request.url),
        headers: request.headers.flat(),
        body: request.body,
      });
      await body.text();
    }
  };
  return {
    origin,
    /** Milliseconds of one pass over all requests. */
    pass: () => timed(passOver),
    async stop() {
      await connection.close();
      stop();
    },
  };
}
