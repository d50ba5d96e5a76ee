/** Options of `playwright test` that choose tests. Source: its `--help`. */
const choosing = new Set([
  '-g',
  '--grep',
  '-G',
  '--grep-invert',
  '--last-failed',
  '--only-changed',
  '--project',
  '--test-list',
  '--test-list-invert',
]);

/** Options without a value, or whose value must be joined by `=` to be told from a file filter. */
const flags = new Set([
  '--debug',
  '--fail-on-flaky-tests',
  '--forbid-only',
  '--fully-parallel',
  '--headed',
  '--ignore-snapshots',
  '--last-failed',
  '--no-deps',
  '--only-changed',
  '--pass-with-no-tests',
  '--quiet',
  '--shuffle',
  '-u',
  '--update-snapshots',
  '-x',
]);

/**
 * What on a `playwright test` command line chooses some of the tests, in the words of that line; null when nothing
 * does. Playwright tells a reporter which tests it chose, but not that it chose, and a verdict over a few chosen tests
 * must not call the rest unverified. A part of a split run is told by Playwright, and is no choice of anybody's.
 *
 * @param args the arguments behind `test`.
 */
export function narrowing(args: readonly string[]): string | null {
  const chosen: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    const name = arg.split('=', 1)[0]!;
    const takesNext = arg.startsWith('-') && arg === name && !flags.has(name) && index + 1 < args.length;
    const words = takesNext ? [arg, args[index + 1]!] : [arg];
    if (choosing.has(name) || !arg.startsWith('-')) chosen.push(...words);
    if (takesNext) index += 1;
  }
  return chosen.length > 0 ? chosen.join(' ') : null;
}
