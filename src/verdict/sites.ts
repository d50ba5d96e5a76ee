import type { Violation } from '../contract/outcomes.ts';
import { shortened } from '../contract/path-templates.ts';
import { fieldOf } from '../contract/violation-shape.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Fault } from './faults.ts';

/** Exchanges by their ids. */
export type Exchanges = ReadonlyMap<string, Exchange>;

/** How a document is laid out says nothing of what else may be wrong with the whole of it. */
const ofLayout = /white space|indented lines|envelope/;
/** Many things can be wrong with one array of links, or of entities. */
const holdsMuch = /\/(?:links|results)$/;

/**
 * The place of a violation: the request without ids, and where in its answer. Undefined where that place holds so much
 * that two faults in it need not be one.
 */
function siteOf({ path, message, exchange: id }: Violation, exchanges: Exchanges): string | undefined {
  const exchange = id === undefined ? undefined : exchanges.get(id);
  if (exchange?.response == null || holdsMuch.test(path) || (path === '' && ofLayout.test(message))) return undefined;
  const { method, url } = exchange.request;
  const of = path === 'status' || path === '' ? ` ${exchange.response.status}` : '';
  return `${method} ${shortened(new URL(url).pathname)} ${fieldOf(path)}${of}`;
}

/** The places of a fault; undefined where one of its violations has none. */
export function sitesOf({ violations }: Pick<Fault, 'violations'>, exchanges: Exchanges): ReadonlySet<string> | undefined {
  const sites = violations.map((violation) => siteOf(violation, exchanges));
  return sites.some((site) => site === undefined) ? undefined : new Set(sites as string[]);
}

/** Whether each request that shows one fault goes where an answer with the other one leads. */
export function isLedInto(
  { violations }: Pick<Fault, 'violations'>,
  from: Pick<Fault, 'violations'>,
  exchanges: Exchanges,
): boolean {
  const leads = from.violations.filter(({ path }) => /\/links(?:\/|$)/.test(path)).map(({ message }) => message);
  if (leads.length === 0) return false;
  return violations.every(({ exchange: id }) => {
    const exchange = id === undefined ? undefined : exchanges.get(id);
    if (exchange?.request.method !== 'GET' || (exchange.response?.status ?? 0) < 400) return false;
    const { pathname } = new URL(exchange.request.url);
    return leads.some((message) => message.split(/[\s,"]+/).some((word) => word.endsWith(pathname)));
  });
}
