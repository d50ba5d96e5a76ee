import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { engineFlags } from '../project.ts';
import type { ComparisonForm } from '../../verdict/reports/comparison.ts';

/** What the worker is asked to do; folders are absolute. */
export type JudgeAgain =
  | { readonly act: 'replay'; readonly out: string; readonly writeTo?: string; readonly allowIncomplete: boolean }
  | { readonly act: 'verify'; readonly out: string }
  | {
      readonly act: 'compare';
      readonly before: string;
      readonly after: string;
      readonly print: ComparisonForm;
      readonly writeTo?: string;
    }
  | { readonly act: 'merge'; readonly outs: readonly string[]; readonly writeTo: string; readonly allowIncomplete: boolean };

/**
 * Judges recorded runs in a process of its own, in this terminal, and gives its exit code: only the condition `engine`
 * makes specs run without Playwright, and a process has it from its start or not at all.
 */
export async function judgeAgain(request: JudgeAgain): Promise<number> {
  const worker = fileURLToPath(new URL('./judge-again-worker.ts', import.meta.url));
  const args = [...engineFlags(), worker, JSON.stringify(request)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
