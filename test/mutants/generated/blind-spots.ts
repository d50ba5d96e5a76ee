import { readFileSync } from 'node:fs';

/** Survivors that are explained: which, by name, and why nothing sees them. */
export interface BlindSpot {
  /** A name of a lie, in which `*` stands for anything and `{a,b}` for either. */
  readonly pattern: string;
  readonly reason: string;
}

export const blindSpotsFile = new URL('../../../docs/blind-spots.md', import.meta.url);

/** The rows of the table: `| `pattern` | reason |`. */
export function blindSpotsIn(text: string): BlindSpot[] {
  return [...text.matchAll(/^\| `([^`]+)` \| (.+?) \|$/gm)].map(([, pattern = '', reason = '']) => ({ pattern, reason }));
}

export const readBlindSpots = (): BlindSpot[] => blindSpotsIn(readFileSync(blindSpotsFile, 'utf8'));

/** Whether a blind spot speaks of that lie. */
export function speaksOf({ pattern }: BlindSpot, name: string): boolean {
  const source = pattern
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll(String.raw`\*`, '.*')
    .replace(/\{([^{}]*)\}/g, (_, either: string) => `(?:${either.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`).test(name);
}
