import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';

const command = fileURLToPath(new URL('../../src/omconform.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts `omconform` with those variables and no settings of the caller's; stopped when the test is over. */
export function startOmconform(
  context: TestContext,
  words: readonly string[],
  env: Record<string, string> = {},
  cwd = temporaryFolder(context),
): ChildProcessWithoutNullStreams {
  // The runner of the self-tests talks to its children through a variable that is not for these.
  const foreign = /^(TARGET_|RUN_|OMCONFORM_|MCLI_|NODE_TEST|FORCE_COLOR)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const child = spawn(process.execPath, [command, ...words], {
    // A folder without `.env`, and proof that the command does not depend on where it is called.
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    // One that does not end by itself must fail its test, not stop all others.
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  context.after(() => child.kill('SIGKILL'));
  return child;
}

/** Runs `omconform` to its end. */
export async function omconform(
  context: TestContext,
  words: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): Promise<Ended> {
  return ended(startOmconform(context, words, env, cwd));
}

/** What a process wrote from now on, and its exit code. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, stdout, stderr };
}

/** The first line that a process writes to its standard output. Rejects when it ends without one. */
export async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  const chunks = child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false });
  for await (const chunk of chunks as AsyncIterable<string>) {
    text += chunk;
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
  }
  throw new Error(`no line on standard output, only "${text}"`);
}
