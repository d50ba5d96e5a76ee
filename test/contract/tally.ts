/** What a step of `npm test` counted, and what a person has to read when something failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Lines that explain the failures; empty when there are none. */
  readonly report: string;
}

/** A step that counts as one test. */
export function single(ok: boolean, report: string): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, report: ok ? '' : report };
}

/** Several tallies as one. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    report: tallies
      .map(({ report }) => report)
      .filter((report) => report !== '')
      .join('\n'),
  };
}

/** The line that says it all; also how another program of ours hands its counts over. */
export function summary({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/**
 * The counts of a program that ends its output with such a line; of one that does not, its exit alone.
 * An exit other than 0 is never green, whatever the counts say.
 */
export function tallyOf(output: string, exitCode: number): Tally {
  const counts = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').at(-1) ?? '');
  if (counts === null) return single(exitCode === 0, output);
  const [passed, failed] = [Number(counts[1]), Number(counts[2])];
  const unexplained = (exitCode !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: unexplained ? failed + 1 : failed, report: failed > 0 || unexplained ? output : '' };
}
