import { performance } from 'node:perf_hooks';

/** Whether a figure should stay at or below a value, or reach it. */
export interface Goal {
  readonly at: 'most' | 'least';
  readonly value: number;
}

/** One line of the table: a figure with its spread over the runs of this machine and minute. */
export interface Figure {
  readonly subject: string;
  readonly name: string;
  /** `ms`, `MB`, `1/s`, `requests`, …; `×` for a ratio. */
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly goal?: Goal;
  /** Of the median; absent without a goal. */
  readonly met?: 'met' | 'missed';
}

/** What could not be measured, and why, or what it would take. */
export interface Unmeasured {
  readonly subject: string;
  readonly name: string;
  readonly why: string;
}

export type Row = Figure | Unmeasured;

/** Tells what is being measured; one line, without its line end. */
export type Tell = (line: string) => void;

/** One thing that is measured, whole: its rows in the order of the table. */
export type Subject = (tell: Tell) => Promise<readonly Row[]>;

/** The middle of the samples; of an even number, the mean of the two in the middle. Throws without samples. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no samples');
  return (lower + upper) / 2;
}

/** The figure that these samples make. Throws without samples. */
export function figure(
  { subject, name, unit, goal }: Pick<Figure, 'subject' | 'name' | 'unit' | 'goal'>,
  samples: readonly number[],
): Figure {
  const middle = median(samples);
  const isMet = goal && (goal.at === 'most' ? middle <= goal.value : middle >= goal.value);
  return {
    subject,
    name,
    unit,
    median: middle,
    min: Math.min(...samples),
    max: Math.max(...samples),
    runs: samples.length,
    ...(goal && { goal, met: isMet ? ('met' as const) : ('missed' as const) }),
  };
}

/** What each run of one side is beside the run of the other that it alternated with. */
export const ratios = (ones: readonly number[], others: readonly number[]): number[] =>
  ones.slice(0, others.length).map((one, index) => one / (others[index] as number));

/** Milliseconds that it takes, to the end of the promise. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** How often sides are run: no new round begins after `seconds`, but the first is always whole. */
export interface Rounds {
  readonly rounds: number;
  readonly seconds: number;
}

/** Enough for a median; the limit keeps a slow machine from measuring for ever. */
export const usually: Rounds = { rounds: 3, seconds: 40 };

/**
 * Runs the sides in turn, A B A B, so that what the machine does beside them falls on all of them.
 * Each side gives its sample; in come the sides by name, out come their samples by name, equally many of each.
 */
export async function alternating<Name extends string>(
  sides: Readonly<Record<Name, () => Promise<number>>>,
  { rounds, seconds }: Rounds = usually,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(sides) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  const begun = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0 && performance.now() - begun > seconds * 1000) break;
    for (const name of names) samples[name].push(await sides[name]());
  }
  return samples;
}
