import { limits } from '../../contract/limits.ts';
import { parseDate } from '../world/dates.ts';
import { refuse } from '../world/refusal.ts';

/** The query string of a request, as the mock reads it. */
export type Query = URLSearchParams;

/** `true` in any case means true, everything else false. */
export function flag(query: Query, name: string): boolean {
  return query.get(name)?.toLowerCase() === 'true';
}

function positive(query: Query, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : refuse('INVALID_QUERY_PARAMETER', name);
}

/** Which page is asked for; a size above the maximum is taken as the maximum. Source: Lists. */
export function paging(query: Query, most: number = limits.maxItemsPerPage): { pageNum: number; itemsPerPage: number } {
  return {
    pageNum: positive(query, 'pageNum', 1),
    itemsPerPage: Math.min(positive(query, 'itemsPerPage', limits.defaultItemsPerPage), most),
  };
}

/** Milliseconds since the epoch; undefined when the parameter is absent. */
export function dateParameter(query: Query, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  // An offset written with a bare plus arrives as a space.
  return parseDate(text.replace(' ', '+')) ?? refuse('INVALID_QUERY_PARAMETER', name);
}
