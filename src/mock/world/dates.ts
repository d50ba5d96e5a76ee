const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Minutes east of UTC that `Z`, `+02`, `+0200` or `+02:00` means; undefined where no such zone can be. */
function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Milliseconds since the epoch of an ISO 8601 date or date-time; undefined when it is none.
 * A date alone is midnight UTC, a time without a zone is UTC. Source: Request Rules.
 */
export function parseDate(text: string): number | undefined {
  const match = iso.exec(text);
  const offset = offsetMinutes(match?.[8]);
  if (!match || offset === undefined) return undefined;
  const [, year, month, day, hour, minute, second] = match.map((part) => Number(part ?? 0));
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const parts = [year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0, milliseconds] as const;
  const utc = new Date(Date.UTC(...parts));
  // Date.UTC rolls the 30th of February over; a date that does not come back as it went in is none.
  const same =
    utc.getUTCMonth() === parts[1] &&
    utc.getUTCDate() === parts[2] &&
    utc.getUTCHours() === parts[3] &&
    utc.getUTCMinutes() === parts[4] &&
    utc.getUTCSeconds() === parts[5];
  return same ? utc.getTime() - offset * 60_000 : undefined;
}

/** ISO 8601 in UTC, ending in Z; a whole second is written without a fraction. */
export function formatDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** The same, cut to whole seconds, as the products date what they make. */
export function formatSecond(milliseconds: number): string {
  return formatDate(Math.floor(milliseconds / 1000) * 1000);
}
