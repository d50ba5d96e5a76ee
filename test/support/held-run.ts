import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { temporaryFolder, type Ended } from './omconform-process.ts';

const command = fileURLToPath(new URL('../../src/omconform.js', import.meta.url));

/** Holds the answer to one request back, once what it asks for is done. */
export interface Hold {
  readonly wire: Layer;
  /** Resolves when the request has been handled, and its answer waits. */
  readonly reached: Promise<void>;
  release(): void;
}

/** Node 20 has no Promise.withResolvers. */
function awaited(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A hold on the first request with credentials for which that is true. */
export function holdAnswerTo(isMeant: (request: MockRequest) => boolean): Hold {
  const reached = awaited();
  const released = awaited();
  let met = false;
  return {
    reached: reached.promise,
    release: () => released.resolve(),
    wire: (next: Handler) => async (request) => {
      const isIt = !met && request.headers['authorization'] !== undefined && isMeant(request);
      const answer = await next(request);
      // A stale nonce is answered with a challenge, and nothing is done.
      if (!isIt || answer.status === 401) return answer;
      met = true;
      reached.resolve();
      await released.promise;
      return answer;
    },
  };
}

/** A run in a process group of its own, as a terminal starts one; gone when the test is over. */
export interface GroupedRun {
  readonly ended: Promise<Ended>;
  /** Sends the signal to all its processes at once, as Ctrl-C does. */
  signalAll(signal: NodeJS.Signals): void;
  /** Sends the signal to the one that was started, as `kill` does. */
  signalFirst(signal: NodeJS.Signals): void;
}

/** Starts `omconform` with those words and variables, in a process group of its own. */
export function startGroup(context: TestContext, words: readonly string[], env: Readonly<Record<string, string>>): GroupedRun {
  const foreign = /^(TARGET_|RUN_|OMCONFORM_|MCLI_|NODE_TEST|FORCE_COLOR)/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const child = spawn(process.execPath, [command, ...words], {
    cwd: temporaryFolder(context),
    env: { ...inherited, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const signalAll = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-child.pid!, signal);
    } catch {
      /* all of them have ended */
    }
  };
  context.after(() => signalAll('SIGKILL'));
  return { ended: endOf(child), signalAll, signalFirst: (signal) => void child.kill(signal) };
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}
