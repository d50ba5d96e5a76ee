import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../target/settings/types.ts';
import { engineFlags } from '../project.ts';

/** What the engine is asked for in a process of its own, on its standard input: settings hold keys. */
export type EngineTask =
  | { readonly ask: 'plan'; readonly settings: Settings }
  | { readonly ask: 'forecast'; readonly settings: Settings; readonly lacking: readonly string[] };

/** What the engine says to a task. Rejects with what it complained of when it ends with anything but 0. */
export async function askEngine<T>(task: EngineTask): Promise<T> {
  const worker = fileURLToPath(new URL('./engine-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [...engineFlags(), worker], { stdio: 'pipe' });
  child.stdin.end(JSON.stringify(task));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the engine ended with ${code}: ${complained.trim()}`);
  return JSON.parse(said) as T;
}
