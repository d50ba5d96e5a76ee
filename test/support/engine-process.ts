import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

/**
 * Runs a program in a process whose `#suite` is the engine's, and gives the JSON that it prints.
 * Rejects when it ends with anything but 0.
 */
export async function engineProcess<T>(program: URL, ...words: readonly string[]): Promise<T> {
  const file = fileURLToPath(program);
  const args = ['--import', import.meta.resolve('tsx'), '--conditions=engine', file, ...words];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as T;
}
