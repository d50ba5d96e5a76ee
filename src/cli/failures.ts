import { relative } from 'node:path';
import { UsageError } from '../target/input/usage-error.ts';
import { visible } from '../wire/visible.ts';
import { projectFolder } from './project.ts';
import { messageOf } from '../wire/message-of.ts';

/** Something that a command was to write could not be written: the disk is full, the place is not ours. Exit code 3. */
export class NotWritten extends Error {
  /** `place` as the user named it, e.g. `--out reports`. */
  constructor(place: string, error: unknown) {
    super(`${place} cannot be written to: ${reasonOf(error)}`);
    this.name = 'NotWritten';
  }
}

const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? messageOf(error);
};

/** What the program consists of; reports are not of it. */
const ownFile = /^(?:src|schemas|specs|fixtures)[/\\]/;

/** Calls of the system that write, or make room for what is written. */
const writing = /^(?:open|write|mkdir|mkdtemp|rename|unlink|rm|rmdir|f?truncate|f?sync|copyfile|f?stat|lstat|scandir)$/;

/**
 * What is said of an error, in one line, and the exit code that goes with it; undefined for a defect of this program,
 * of which the stack should be seen.
 */
export function failureOf(error: unknown): { readonly says: string; readonly code: 2 | 3 } | undefined {
  if (error instanceof UsageError) return { says: inOneLine(error.message), code: 2 };
  if (error instanceof NotWritten) return { says: inOneLine(error.message), code: 3 };
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || !writing.test(syscall)) return undefined;
  if (code === 'ENOENT' && path !== undefined && ownFile.test(relative(projectFolder, path))) {
    return { says: inOneLine(`${path} is missing, which is a file of this program: install it anew`), code: 3 };
  }
  return { says: inOneLine(new NotWritten(path ?? 'a file', error).message), code: 3 };
}

/** Text on one line, as it may be shown. */
export const inOneLine = (text: string): string => visible(text.replace(/\s*\n\s*/g, ' '));
