import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NotWritten } from './failures.ts';

/** Writes a file that is not there yet, whole or not at all. Throws NotWritten. */
export function writeNewFile(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    // What was begun would be in the way of the next try.
    rmSync(file, { force: true });
    throw new NotWritten(file, error);
  }
}
