import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { NoJson, valuesIn } from './json-values.ts';
import { readExchange, type Read, type Reading } from './read-exchange.ts';

/** A recording that cannot be read; the message says in one line which, where, and why. */
export class NoRecording extends Error {}

/** What recordings are called in folders; a file that is named by itself may be called anything. */
const usualEndings = ['.har', '.json', '.ndjson', '.jsonl'];

/** Files of recordings: each as it is named, and in folders all that are called like one, at any depth, in order. */
export function recordingsIn(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    if (!stat(place).isDirectory()) return [place];
    const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(place, name))
      .filter((name) => usualEndings.includes(path.extname(name).toLowerCase()) && stat(name).isFile())
      .toSorted();
    if (files.length === 0) throw new NoRecording(`${place} holds no file that ends with ${usualEndings.join(', ')}`);
    return files;
  });
}

function stat(place: string) {
  try {
    return statSync(place);
  } catch (error) {
    throw new NoRecording(`${place} cannot be read: ${reason(error)}`);
  }
}

const reason = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : (code ?? String(error));
};

/** What one file holds, in order, one at a time. Throws NoRecording with the line at which it is malformed. */
export async function* readFile(file: string, reading: Reading): AsyncGenerator<Exclude<Read, { readonly malformed: string }>> {
  let count = 0;
  try {
    for await (const { text, line } of valuesIn(createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }))) {
      count += 1;
      const read = readExchange(parsed(text, line), reading);
      if ('malformed' in read) throw new NoJson(line, `exchange ${count} ${read.malformed}`);
      yield read;
    }
  } catch (error) {
    if (error instanceof NoJson) throw new NoRecording(`${file}:${error.line} ${error.message}`);
    if ((error as NodeJS.ErrnoException).code !== undefined) throw new NoRecording(`${file} cannot be read: ${reason(error)}`);
    throw error;
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoJson(line, `is no JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}`);
  }
}
