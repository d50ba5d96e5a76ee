import { speaksOf, type BlindSpot } from './blind-spots.ts';
import type { Fate } from './judge.ts';

/** A lie by its name, and what came of it. */
export interface Judged extends Fate {
  readonly name: string;
}

/** How many of a hundred lies may survive without an explanation. */
const tolerated = 3;

export interface Summary {
  readonly lines: readonly string[];
  readonly isGood: boolean;
}

const kindOf = ({ name }: Judged): string => name.split(':')[1]!;
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`;

/** What is printed of a draw: the share noticed, of each kind too, the survivors, and what of the blind spots is stale. */
export function summaryOf(judged: readonly Judged[], blindSpots: readonly BlindSpot[]): Summary {
  const noticed = judged.filter(({ fate }) => fate === 'noticed');
  const survivors = judged.filter(({ fate }) => fate !== 'noticed').toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const explanation = ({ name }: Judged) => blindSpots.find((spot) => speaksOf(spot, name));
  const unexplained = survivors.filter((one) => explanation(one) === undefined);
  const stale = blindSpots.flatMap((spot) => {
    const seen = noticed.find(({ name }) => speaksOf(spot, name));
    return seen === undefined ? [] : [`stale: ${spot.pattern} is said to be unseen, and ${seen.by} sees ${seen.name}`];
  });
  const kinds = [...new Set(judged.map(kindOf))].toSorted();
  const byKind = kinds.map((kind) => {
    const [all, seen] = [judged.filter((one) => kindOf(one) === kind), noticed.filter((one) => kindOf(one) === kind)];
    return `  ${kind.padEnd(48)} ${String(seen.length).padStart(4)} of ${String(all.length).padStart(4)}`;
  });
  const isGood = stale.length === 0 && (100 * unexplained.length) / judged.length <= tolerated;
  return {
    isGood,
    lines: [
      'noticed, by kind',
      ...byKind,
      ...(survivors.length > 0 ? ['survivors'] : []),
      ...survivors.map((one) => `  ${one.fate} ${one.name} (${one.met} tests meet it)${explanation(one) ? ', explained' : ''}`),
      ...stale,
      `${noticed.length} of ${judged.length} lies noticed (${percent(noticed.length, judged.length)}), ` +
        `${survivors.length - unexplained.length} survivors explained, ${unexplained.length} not (${percent(unexplained.length, judged.length)})`,
    ],
  };
}
