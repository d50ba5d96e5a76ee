import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { projectFolder } from '../src/cli/project.ts';

/** The environment without settings of a run: what is measured is always the same. */
export const plainEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(TARGET_|RUN_|OMCONFORM_)/.test(name)),
);

/** Runs a program from the project's folder to its end; its standard output and exit code. */
export async function output(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ text: string; code: number | null }> {
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { ...plainEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { text, code };
}

/** Resident memory of a process and all below it, in MB; undefined where there is no /proc. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + (residentMegabytes(child) ?? 0), own);
  } catch {
    return undefined;
  }
}
