import type { Wanted } from './json-claims.ts';
import { seen } from '../exchange/pointer.ts';

const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)?(?::?(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * Milliseconds since the epoch that an ISO 8601 date or date-time means, in the extended or the basic form; a date
 * alone is midnight, and without a zone it is UTC. undefined for text that is none. Source: Request Rules.
 */
export function instantOf(text: string): number | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = match;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const parsed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${offset}`);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** A claim for judgeJson: the field holds a date that means the same instant as this one, however it is written. */
export function instant(expected: string): Wanted {
  return (value) => {
    const found = typeof value === 'string' ? instantOf(value) : undefined;
    if (found === undefined) return `is ${seen(value)}, expected a date that means ${expected}`;
    if (found === instantOf(expected)) return true;
    return `is ${seen(value)}, which means ${new Date(found).toISOString()}, expected ${expected}`;
  };
}
