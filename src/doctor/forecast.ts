import type { CheckRecord, EvidenceOfTest } from '../contract/outcomes.ts';
import type { Settings } from '../target/settings/types.ts';
import type { Exchange } from '../wire/exchange.ts';
import { hindranceOf, lookForStates } from './look.ts';
import { rehearse } from './rehearsal.ts';

/** What a run is likely to leave behind. */
export interface Forecast {
  readonly evidence: readonly EvidenceOfTest<Exchange>[];
  /** Round trips, those of the handshakes included. */
  readonly requests: number;
  readonly scenarios: {
    /** Scenarios whose state is there, or is made by the run. */
    readonly found: number;
    /** States that were looked for and not found, in the words under which the target's file can name them. */
    readonly missing: readonly string[];
  };
}

const placeOf = ({ file, line, title }: CheckRecord): string => `${file}:${line} ${title}`;

/**
 * A forecast: a run with these settings on the mock, without what the target was seen to lack, and without the states
 * that the scenarios did not find on the target. Reads of the target; writes nothing to it.
 */
export async function forecastOf(settings: Settings, lacking: readonly string[]): Promise<Forecast> {
  const looked = await lookForStates(settings);
  const hindrances = new Map(
    looked.flatMap((record) => {
      const hindrance = hindranceOf(record);
      return hindrance === undefined ? [] : [[placeOf(record), hindrance] as const];
    }),
  );
  const { evidence, requests } = await rehearse(settings, { lacking });
  const needed = [...hindrances.values()].flatMap(({ needs }) => needs?.state ?? needs?.caller ?? needs?.answer ?? []);
  return {
    requests: requests.reduce((sum, { times }) => sum + times, 0),
    scenarios: {
      found: looked.filter(({ outcome }) => outcome !== 'not-applicable').length - hindrances.size,
      missing: [...new Set(needed)],
    },
    evidence: evidence.map((one) => {
      const hindrance = one.record.outcome === 'kept' ? hindrances.get(placeOf(one.record)) : undefined;
      const record = hindrance === undefined ? one.record : { ...one.record, ...hindrance, violations: [] };
      return { ...one, record, exchanges: [] };
    }),
  };
}
