import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../target/settings/types.ts';

/**
 * The folder in which the processes of one run leave word for each other: there are several, Playwright may start a
 * new one after a failed test, and what one found out must not be lost with it. It is emptied when a run begins and goes when it ends.
 */
export const runFolder = ({ run }: Settings): string => path.join(run.out, 'run');

/** Makes the folder, empty. */
export function openRunFolder(settings: Settings): void {
  closeRunFolder(settings);
  mkdirSync(runFolder(settings), { recursive: true });
}

export function closeRunFolder(settings: Settings): void {
  rmSync(runFolder(settings), { recursive: true, force: true });
}
