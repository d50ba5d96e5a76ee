import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Puts a file in the place of an earlier one, whole or not at all. Throws NotWritten. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    throw new NotWritten(file, error);
  } finally {
    rmSync(temporary, { force: true });
  }
}
