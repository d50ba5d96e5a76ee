import type { Outcome } from '../../contract/outcomes.ts';

/** Where progress goes: standard output, or what a test puts in its place. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Progress {
  /** One more test ended, with the outcomes of its checks. */
  advance(area: string, outcomes: readonly Outcome[]): void;
  /** Leaves the line free for what is printed next. */
  end(): void;
}

/**
 * Prints how far a run is: on a terminal one line that overwrites itself, elsewhere a line at about every tenth part.
 *
 * @param total how many tests will run.
 */
export function progressTo(output: ProgressOutput, total: number): Progress {
  let done = 0;
  let printedTenths = 0;
  let broken = 0;
  let unverified = 0;

  const line = (area: string) => `  ${done}/${total} checks · ${broken} broken · ${unverified} unverified · ${area}`;
  const clear = '\r\u001B[K';
  return {
    advance(area, outcomes) {
      // A retry is one more ending of the same test.
      done = Math.min(done + 1, total);
      broken += outcomes.filter((outcome) => outcome === 'broken' || outcome === 'stale').length;
      unverified += outcomes.filter((outcome) => outcome === 'unverified' || outcome === 'setup-failed').length;
      if (output.isTTY) {
        output.write(clear + line(area).slice(0, (output.columns ?? 80) - 1));
        return;
      }
      const tenths = Math.floor((done * 10) / total);
      if (tenths > printedTenths) output.write(`${line(area)}\n`);
      printedTenths = tenths;
    },
    end() {
      if (output.isTTY) output.write(clear);
    },
  };
}
