import type { CleanupReport } from '../../contract/cleanup-report.ts';
import { unwrapped, wrap } from './wrap.ts';

/** Entries of `left` that a terminal and a summary name; all of them stand in verdict.json. */
const shown = 12;

/** In words: what was made, what is left of it, and what to do about that. Empty when the run made nothing. */
export function cleanupSentences(
  report: CleanupReport | undefined,
): { readonly says: string; readonly items: readonly string[]; readonly again?: string } | undefined {
  if (report === undefined || (report.made === 0 && report.left.length === 0 && report.stays.length === 0)) return undefined;
  const { made, removed, left, stays, command } = report;
  const says =
    `${left.length === 0 ? 'Cleaned up' : 'Not all cleaned up'}: ${made} made, ${removed} removed` +
    (left.length === 0 ? '.' : `, ${left.length} left behind. No outcome above depends on it.`);
  return {
    says,
    items: [
      ...left.slice(0, shown).map(({ thing, path, why }) => `${thing} ${path}: ${why}`),
      ...(left.length > shown ? [`and ${left.length - shown} more`] : []),
      ...stays.map(({ thing, count, why }) => `${count} × ${thing}: ${why}`),
    ],
    ...(command !== null && { again: `Again: ${command}` }),
  };
}

/** The same as lines of a terminal. */
export function cleanupLines(report: CleanupReport | undefined, width: number): string[] {
  const sentences = cleanupSentences(report);
  if (sentences === undefined) return [];
  return [
    ...wrap(sentences.says, width),
    ...sentences.items.flatMap((item) => wrap(item, width, '  ')),
    ...(sentences.again === undefined ? [] : [unwrapped(sentences.again, '  ')]),
  ];
}
