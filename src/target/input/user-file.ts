import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/**
 * The text of a file that the user named. Throws UsageError, in one line that begins with what the file is called, where
 * there is none, or none that could be meant. `hint` tells whoever named a file that is not there what to do.
 */
export function readUserFile(
  file: string,
  { shown = file, hint = '' }: { readonly shown?: string; readonly hint?: string } = {},
): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(`${shown}: ${whyNot(error as NodeJS.ErrnoException)}${hint === '' ? '' : `: ${hint}`}`);
  }
  const text = decoded(bytes);
  if (text === undefined || text.includes('\u0000')) throw new UsageError(`${shown}: is no text in UTF-8`);
  if (text.trim() === '') throw new UsageError(`${shown}: is empty`);
  return text;
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder';
  return `cannot be read: ${code ?? message}`;
}

/** The value of a JSON text. Throws UsageError with the place at which it is none; `line` is that of its beginning. */
export function parseUserJson(text: string, shown: string, line = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const before = text.slice(0, offsetIn(text, message)).split('\n');
    const place = `${shown}:${line + before.length - 1}:${before.at(-1)!.length + 1}`;
    throw new UsageError(
      `${place}: is no JSON: ${message.replace(/, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '').replace(/ in JSON at position \d+$/, '')}`,
    );
  }
}

/** Where in the text the parser stopped: it names the position, or quotes what is around it, or has met the end. */
function offsetIn(text: string, message: string): number {
  const position = / at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token = '', around = ''] =
    /^Unexpected token '(.+?)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ?? [];
  if (around === '') return text.length;
  // What is quoted on both sides of the token is of the same length, but at the ends of the text.
  const quoted = text.indexOf(around);
  const middle = message.includes(`..."${around}"...`)
    ? Math.floor((around.length - token.length) / 2)
    : around.lastIndexOf(token);
  return Math.max(0, quoted) + Math.max(0, middle);
}
