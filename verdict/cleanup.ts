import { unwrapped, wrap } from './wrap.ts';

/** What the run made on the target and did not take away again. It is no outcome of any check. */
export interface CleanupReport {
  /** Things made, those aside that go with another one. */
  readonly made: number;
  readonly removed: number;
  /** What should have gone and did not, or was not set back. */
  readonly left: readonly { readonly thing: string; readonly path: string; readonly why: string }[];
  /** What no operation of the API takes away. */
  readonly stays: readonly { readonly thing: string; readonly count: number; readonly why: string }[];
  /** Command line that tries again; null when nothing is left, or the target has gone too. */
  readonly command: string | null;
}

/** Entries of `left` that a terminal and a summary name; all of them stand in verdict.json. */
const shown = 12;

/** In words: what was made, what is left of it, and what to do about that. Empty when the run made nothing. */
export function cleanupSentences(report: CleanupReport | undefined): { readonly says: string; readonly items: readonly string[]; readonly again?: string } | undefined {
  if (report === undefined || (report.made === 0 && report.left.length === 0 && report.stays.length === 0)) return undefined;
  const { made, removed, left, stays, command } = report;
  const says = `${left.length === 0 ? 'Cleaned up' : 'Not all cleaned up'}: ${made} made, ${removed} removed`
    + (left.length === 0 ? '.' : `, ${left.length} left behind. No outcome above depends on it.`);
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
  const told = cleanupSentences(report);
  if (told === undefined) return [];
  return [
    ...wrap(told.says, width), ...told.items.flatMap((item) => wrap(item, width, '  ')),
    ...(told.again === undefined ? [] : [unwrapped(told.again, '  ')]),
  ];
}
