import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { departure } from '../../target/input/document-schema.ts';
import type { HistoryLine } from '../../verdict/comparing/history.ts';
import { visibleJson } from '../../wire/visible.ts';
import { NotWritten } from '../failures.ts';

/** Where a folder of results keeps a line of each of its runs. */
const historyFile = (out: string): string => path.join(out, 'history', 'runs.ndjson');

export interface History {
  readonly lines: readonly HistoryLine[];
  /** What was passed over, in words; undefined where nothing was. */
  readonly passedOver?: string;
}

/**
 * Adds a line. It begins on a line of its own, and is handed over as a whole to the end of the file: a writer at the same
 * time neither parts nor overwrites it, and what a crash left half said before it spoils nothing. Throws NotWritten.
 */
export function addToHistory(out: string, line: HistoryLine): void {
  const file = historyFile(out);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const handle = openSync(file, 'a');
    try {
      const bytes = Buffer.from(`\n${visibleJson(JSON.stringify(line))}\n`);
      const written = writeSync(handle, bytes);
      if (written < bytes.length) throw Object.assign(new Error('a part was written'), { code: 'ENOSPC' });
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new NotWritten(file, error);
  }
}

/** The runs of a folder of results, in the order in which they ended. What is no line is passed over, and told. */
export function historyIn(out: string): History {
  const file = historyFile(out);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { lines: [] };
  }
  const read = text.split('\n').flatMap((line, index) => (line === '' ? [] : [{ number: index + 1, line: lineOf(line) }]));
  const torn = read.flatMap(({ number, line }) => (line === undefined ? [number] : []));
  return {
    lines: read.flatMap(({ line }) => line ?? []),
    ...(torn.length > 0 && { passedOver: `${file}: passed over what is no run: line ${torn.join(', ')}` }),
  };
}

function lineOf(text: string): HistoryLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return departure(line, 'history.json') === undefined ? (line as HistoryLine) : undefined;
  } catch {
    return undefined;
  }
}
