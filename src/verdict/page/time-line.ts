import type { Exchange } from '../../wire/exchange.ts';
import type { ExchangesOfTest } from '../recorded-run.ts';
import { exchangeLine } from '../reports/causes.ts';
import { proofIn } from '../proof.ts';

/** What a request came to, as the time line shows it. */
export type Came = 'answered' | 'refused' | 'failed';

/** The requests of one worker, in the order in which they were sent. */
export interface Lane {
  readonly name: string;
  /** By what they came to: start in milliseconds since the first request of the run, and duration, in turn. */
  readonly requests: Readonly<Record<Came, readonly number[]>>;
}

export interface SlowRequest {
  readonly line: string;
  readonly exchange: string;
  readonly durationMs: number;
  /** Milliseconds since the first request of the run; null where nobody recorded when. */
  readonly startedMs: number | null;
}

const slowestShown = 10;

function cameTo({ response }: Exchange): Came {
  if (response === null || response.status >= 500) return 'failed';
  return response.status >= 400 ? 'refused' : 'answered';
}

/** Requests by the worker that made them, and when the first one was sent. A request of which nobody recorded when is left out. */
export function lanesOf(tests: readonly ExchangesOfTest[]): { readonly lanes: readonly Lane[]; readonly from: number } {
  const timed = tests.flatMap(({ provenance, exchanges }) =>
    exchanges.flatMap((exchange) =>
      exchange.startedAt === undefined ? [] : [{ provenance, exchange, startedAt: exchange.startedAt }],
    ),
  );
  const from = timed.reduce((least, { startedAt }) => Math.min(least, startedAt), Infinity);
  const isParted = new Set(tests.map(({ provenance }) => provenance?.shard)).size > 1;
  const lanes = new Map<string, Record<Came, number[]>>();
  const met = new Set<string>();
  for (const { provenance, exchange, startedAt } of timed.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (met.has(exchange.id)) continue;
    met.add(exchange.id);
    const worker = `worker ${(provenance?.worker ?? 0) + 1}`;
    const name = isParted ? `part ${provenance?.shard ?? 1}, ${worker}` : worker;
    const lane = lanes.get(name) ?? { answered: [], refused: [], failed: [] };
    lanes.set(name, lane);
    lane[cameTo(exchange)].push(startedAt - from, Math.round(exchange.durationMs));
  }
  const byName = [...lanes].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return { lanes: byName.map(([name, requests]) => ({ name, requests })), from };
}

/** The requests that took longest, the longest first. */
export function slowestOf(exchanges: Iterable<Exchange>, from: number): SlowRequest[] {
  return [...exchanges]
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, slowestShown)
    .map((exchange) => ({
      line: exchangeLine(proofIn(exchange, [])),
      exchange: exchange.id,
      durationMs: Math.round(exchange.durationMs),
      startedMs: exchange.startedAt === undefined ? null : exchange.startedAt - from,
    }));
}
