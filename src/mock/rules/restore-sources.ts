import { formatDate, formatSecond } from '../world/dates.ts';
import type { Fields, Json } from '../world/json.ts';
import type { Shape } from './body.ts';
import { refuse } from '../world/refusal.ts';

/** The names that newer versions have for what a restore goes back to; a number may be sent as text. */
export const newerSources: Shape = {
  checkPointId: { type: 'string' },
  oplogInc: { type: 'any' },
  oplogTs: { type: 'any' },
  pointInTimeUTCMillis: { type: 'any' },
};

/** Largest numbers: of a date in milliseconds, and of the parts of an oplog timestamp. */
const most = { date: 8_640_000_000_000_000, oplog: 4_294_967_295 } as const;

function wholeNumber(name: string, value: Json, largest: number): number {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  const fits = Number.isSafeInteger(number) && Number(number) >= 0 && Number(number) <= largest;
  return fits ? Number(number) : refuse('INVALID_JSON_ATTRIBUTE', name);
}

/** What a restore goes back to, by the names of the pages: an instant in milliseconds or of the oplog is a timestamp too. */
export function sourceAsked({ checkPointId, oplogInc, oplogTs, pointInTimeUTCMillis, ...body }: Fields): Fields {
  if (checkPointId !== undefined) return { checkpointId: checkPointId, ...body };
  if (pointInTimeUTCMillis !== undefined) {
    const millis = wholeNumber('pointInTimeUTCMillis', pointInTimeUTCMillis, most.date);
    return { timestamp: { date: formatSecond(millis), increment: 0 }, ...body };
  }
  if (oplogTs === undefined) return body;
  const seconds = wholeNumber('oplogTs', oplogTs, most.oplog);
  return {
    timestamp: { date: formatDate(seconds * 1000), increment: wholeNumber('oplogInc', oplogInc ?? 1, most.oplog) },
    ...body,
  };
}
