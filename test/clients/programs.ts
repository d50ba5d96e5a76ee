import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DigestClient } from 'digest-fetch';

/** One request, as a program takes it on a line, and what it says of the answer. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
}
export interface Answered {
  readonly status: number;
  readonly body: string;
}

export interface Caller {
  readonly call: (asked: Asked) => Promise<Answered>;
  readonly end: () => Promise<void>;
}

export interface Keys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A client that requests are made with, where what it needs is there. */
export interface Program {
  readonly name: string;
  /** Why it cannot run here; undefined where it can. */
  readonly lacks: () => string | undefined;
  readonly start: (keys: Keys) => Caller;
}

const here = import.meta.dirname;
const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A program that takes a request a line and answers each with a line. */
function lineByLine(command: string, args: readonly string[], { publicKey, privateKey }: Keys): Caller {
  const child = spawn(command, args, {
    env: { ...process.env, CLIENT_PUBLIC_KEY: publicKey, CLIENT_PRIVATE_KEY: privateKey },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  return {
    async call(asked) {
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ended before it answered ${asked.method} ${asked.url}`);
      return JSON.parse(value as string) as Answered;
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}

function curl({ publicKey, privateKey }: Keys): Caller {
  return {
    call: async ({ method, url, body }) => {
      const data = body === null ? [] : ['--header', 'Content-Type: application/json', '--data-binary', body];
      const args = ['--silent', '--globoff', '--digest', '--user', `${publicKey}:${privateKey}`, '--request', method, ...data];
      const child = spawn('curl', [...args, '--write-out', '\n%{http_code}', url], { stdio: ['ignore', 'pipe', 'inherit'] });
      const chunks: Buffer[] = [];
      for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
      const said = Buffer.concat(chunks).toString();
      const end = said.lastIndexOf('\n');
      return { status: Number(said.slice(end + 1)), body: said.slice(0, end) };
    },
    end: async () => undefined,
  };
}

function digestFetch({ publicKey, privateKey }: Keys): Caller {
  const client = new DigestClient(publicKey, privateKey);
  return {
    call: async ({ method, url, body }) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await client.fetch(url, { method, headers, ...(body !== null && { body }) });
      return { status: response.status, body: await response.text() };
    },
    end: async () => undefined,
  };
}

const python = (library: string): Program => ({
  name: `Python ${library}`,
  lacks: () => (runs('python3', '-c', `import ${library}`) ? undefined : `python3 with ${library}`),
  start: (keys) => lineByLine('python3', [path.join(here, 'client.py'), library], keys),
});

/** The clients, each with the digest of its own library; that in Go is as the official client does it. */
export const programs: readonly Program[] = [
  { name: 'curl', lacks: () => (runs('curl', '--version') ? undefined : 'curl'), start: curl },
  { name: 'digest-fetch', lacks: () => undefined, start: digestFetch },
  python('requests'),
  python('httpx'),
  {
    name: 'Go',
    lacks: () => (runs('go', 'version') ? undefined : 'go'),
    start: (keys) => lineByLine('go', ['run', path.join(here, 'client.go')], keys),
  },
];
