import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { UsageError } from './usage-error.ts';
import { messageOf } from '../../wire/message-of.ts';

/**
 * The variables of `.env` in that folder; empty when there is none. process.env stays as it is: what a variable's
 * origin was must remain known. Throws UsageError when the file is there and cannot be read.
 */
export function loadDotenv(folder: string): Record<string, string> {
  try {
    return parse(readFileSync(path.join(folder, '.env'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new UsageError(`.env cannot be read: ${messageOf(error)}`);
  }
}
