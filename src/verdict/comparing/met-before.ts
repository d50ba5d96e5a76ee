import { anyId } from '../../contract/ids.ts';
import type { Violation } from '../../contract/outcomes.ts';
import { parsedJson } from '../../wire/json.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { exchangesOf, type Evidence } from '../recorded-run.ts';
import type { RequirementVerdict } from '../verdict.ts';

/** Ids as they stand in addresses and answers. */
const ids = new RegExp(String.raw`\b${anyId}\b`, 'g');

/** What a run met on its target. */
export interface Met {
  /** Exchanges by their ids. */
  readonly exchanges: ReadonlyMap<string, Exchange>;
  /** Ids that its addresses and answers name. */
  readonly ids: ReadonlySet<string>;
  /** Ids of what the run itself created. */
  readonly made: ReadonlySet<string>;
  /** Where it worked: runs that worked elsewhere met other things, and nothing follows from that. */
  readonly place: string;
}

const idOf = (value: unknown): string | undefined => {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
};

/** What the runs of some evidence met. */
export function met({ runs, tests }: Evidence): Met {
  const exchanges = exchangesOf(tests);
  const created = exchanges.filter(
    ({ request, response }) => request.method === 'POST' && response !== null && response.status < 300,
  );
  const { url, projectId } = (runs[0]?.settings['target'] ?? {}) as { url?: string; projectId?: string };
  return {
    exchanges: new Map(exchanges.map((exchange) => [exchange.id, exchange])),
    ids: new Set(exchanges.flatMap(({ request, response }) => `${request.url} ${response?.body ?? ''}`.match(ids) ?? [])),
    made: new Set(created.flatMap(({ response }) => response?.body?.match(ids) ?? [])),
    place: `${url} ${projectId}`,
  };
}

/** The id of what a violation is about: of the entity in the body that its place is in, else the last one of the address. */
function entityOf({ path, exchange: id }: Violation, { exchanges }: Met): string | undefined {
  const exchange = id === undefined ? undefined : exchanges.get(id);
  if (exchange === undefined) return undefined;
  const body = parsedJson(exchange.response?.body ?? null);
  const steps = path.startsWith('/') ? path.slice(1).split('/') : [];
  const along = steps.reduce<unknown[]>(
    (values, step) => [...values, (values.at(-1) as Record<string, unknown> | null | undefined)?.[step]],
    [body],
  );
  return along.map(idOf).findLast((found) => found !== undefined) ?? exchange.request.url.match(ids)?.at(-1);
}

/**
 * Whether a requirement is broken in one run only in what the other never met, though both worked in the same place, and
 * in nothing that the run made itself: then it is the data that differ.
 */
export function isOfOtherData({ checks }: RequirementVerdict, here: Met, there: Met): boolean {
  if (here.place !== there.place) return false;
  const about = checks.flatMap(({ violations }) => violations).map((violation) => entityOf(violation, here));
  return about.length > 0 && about.every((id) => id !== undefined && !there.ids.has(id) && !here.made.has(id));
}
