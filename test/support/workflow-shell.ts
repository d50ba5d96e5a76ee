import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './omconform-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A step of a job, as it stands in a workflow or an action. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What a step said, and how it ended. */
export interface Said {
  readonly name: string;
  readonly code: number | null;
  readonly said: string;
}

/** Values in the place of expressions such as `secrets.TARGET_URL`; what nobody set is empty, as there. */
export function filledIn(
  env: Readonly<Record<string, string>> = {},
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [
      name,
      String(text).replaceAll(/\$\{\{ *([\w.-]+) *\}\}/g, (_all, key: string) => values[key] ?? ''),
    ]),
  );
}

/** What a fresh clone would have, and the installed packages. */
export async function cleanFolder(context: TestContext): Promise<string> {
  const folder = path.join(temporaryFolder(context), 'omconform');
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Variables of this process without what is not for a job. */
export const jobEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:TARGET_|RUN_|OMCONFORM_|GITHUB_|NODE_TEST|npm_)/.test(name)),
  );

/** Runs lines as a job's shell does. */
async function shell(name: string, lines: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Said> {
  const child = spawn('bash', ['-e', '-c', lines], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { name, code, said };
}

/** Runs the shell steps of a job but for the installation; once one failed, only those that run all the same. */
export async function runSteps(
  steps: readonly Step[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  values: Readonly<Record<string, string>>,
): Promise<Said[]> {
  const all: Said[] = [];
  for (const step of steps) {
    if (step.run === undefined || step.name === 'Install') continue;
    if (all.some(({ code }) => code !== 0) && !/always\(\)|!cancelled\(\)/.test(step.if ?? '')) continue;
    all.push(await shell(step.name ?? '', step.run, cwd, { ...env, ...filledIn(step.env, values) }));
  }
  return all;
}
