import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { WhatIf } from '../../verdict/causes.ts';
import { evidenceText, type Evidence } from '../../verdict/recorded-run.ts';
import { runVariables } from '../../run/run-name.ts';
import { engineFlags } from '../project.ts';

/**
 * What would be kept if one fault were not, by a process of its own that judges the evidence again: only the condition
 * `engine` makes specs run without Playwright. Undefined where it does not come to an end: the causes are then told by
 * the faults alone.
 */
export async function askWhatIf(evidence: Evidence): Promise<WhatIf | undefined> {
  const worker = fileURLToPath(new URL('./what-if-worker.ts', import.meta.url));
  const args = [...engineFlags(), worker];
  // It makes nothing: as a part of the run it would keep a ledger of what it only asks again.
  const env = { ...process.env, ...runVariables('') };
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
  // A process that ends before it has read all is told by its code.
  child.stdin.on('error', () => {});
  child.stdin.end(evidenceText(evidence));
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve);
  });
  const [said, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) return undefined;
  return new Map((JSON.parse(said) as [string, string[]][]).map(([fault, ids]) => [fault, new Set(ids)]));
}
