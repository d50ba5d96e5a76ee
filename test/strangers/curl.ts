import { spawn } from 'node:child_process';
import type { Stranger } from './server.ts';

/** Header names as the server wrote them, in one text with the status line. */
export interface Seen {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** What curl gets from a path below the root after it has answered the challenge; `words` are options of curl. */
export async function curl({ url, publicKey, privateKey }: Stranger, path: string, ...words: string[]): Promise<Seen> {
  const args = ['--silent', '--include', '--digest', '--user', `${publicKey}:${privateKey}`, ...words, url + path];
  const child = spawn('curl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk as string;
  const parts = text.split('\r\n\r\n');
  const headers = parts.findLast((part) => part.startsWith('HTTP/')) ?? '';
  return { status: Number(headers.split(' ')[1]), headers, body: parts.at(-1) ?? '' };
}
