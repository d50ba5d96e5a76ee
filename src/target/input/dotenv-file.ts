import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { UsageError } from './usage-error.ts';
import { messageOf } from '../../wire/message-of.ts';

/**
 * The variables of `.env` in that folder, or of another such file; empty when there is none. process.env stays as it is:
 * what a variable's origin was must remain known. Throws UsageError when the file is there and cannot be read.
 */
export function loadDotenv(folder: string, name: '.env' | '.env.local' = '.env'): Record<string, string> {
  try {
    return parse(readFileSync(path.join(folder, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new UsageError(`${name} cannot be read: ${messageOf(error)}`);
  }
}

/** The variables that a process is given: those of its environment, and of both files in its working directory. Throws UsageError. */
export const givenVariables = () => ({
  env: process.env,
  dotenv: loadDotenv(process.cwd()),
  dotenvLocal: loadDotenv(process.cwd(), '.env.local'),
});
