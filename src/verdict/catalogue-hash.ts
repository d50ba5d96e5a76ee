import { createHash } from 'node:crypto';
import type { Requirement } from '../contract/requirement.ts';

/**
 * SHA-256 (hex) over the catalogue as canonical JSON: keys sorted at every depth, so the order in which areas are
 * declared does not count, and any change to an id, level, sentence or reason does.
 */
export function catalogueHash(requirements: Readonly<Record<string, Requirement>>): string {
  return createHash('sha256').update(canonicalJson(requirements)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
