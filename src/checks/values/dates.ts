import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { seen, walk } from '../exchange/pointer.ts';
import { entitiesOf, mayHaveEpochs } from '../exchange/shapes.ts';
import { validatorFor } from '../schemas/validators.ts';
import { isObject } from '../../wire/json.ts';

/** Fields that hold a date wherever they hold a string or a number. */
export const dateFields: ReadonlySet<string> = new Set([
  'acknowledgedUntil',
  'completed',
  'created',
  'createdAt',
  'creationDate',
  'end',
  'endDate',
  'expirationDate',
  'expires',
  'expiresAt',
  'lastActiveAgent',
  'lastAuth',
  'lastConf',
  'lastHeartbeat',
  'lastNotified',
  'lastPing',
  'lastRestart',
  'lastUsed',
  'resolved',
  'start',
  'startDate',
  'started',
  'timestamp',
  'updated',
]);

/** Fields in which people write what they like; and `date`, which a BSON timestamp writes in its own way. */
const freeFields = new Set([
  'acknowledgementComment',
  'comment',
  'date',
  'desc',
  'description',
  'hostname',
  'name',
  'tag',
  'tags',
  'username',
  'value',
]);

const looksLikeDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:?\d{2}/;
const day = /^\d{4}-?\d{2}-?\d{2}$/;
const dateTimeInUtc = /^\d{4}-?\d{2}-?\d{2}T\d{2}(:?\d{2}(:?\d{2}([.,]\d+)?)?)?(Z|\+00(:?00)?)$/;

function faultOf(value: string | number): string | undefined {
  if (typeof value === 'number') return `is the number ${value}, expected a date of ISO 8601 in UTC`;
  if (day.test(value)) return undefined;
  return dateTimeInUtc.test(value) ? undefined : `is ${seen(value)}, expected a date of ISO 8601 in UTC`;
}

/**
 * Dates in entities are ISO 8601 strings in UTC, as `Z` or a zero offset; a bare day is a date too. A field is a date
 * by its name or by what it holds. The resources whose own pages show epoch numbers may send them. Source: JSON.
 */
export function judgeDates(exchange: Exchange): Judgement {
  let examined = 0;
  const violations: Violation[] = [];
  const epochs = mayHaveEpochs(exchange);
  for (const { value: entity, pointer: start } of entitiesOf(exchange)) {
    walk(
      entity,
      (value, pointer, key) => {
        const named = dateFields.has(key);
        const isDate =
          typeof value === 'number'
            ? named && !epochs
            : typeof value === 'string' && (named || (!freeFields.has(key) && looksLikeDateTime.test(value)));
        if (!isDate) return;
        examined += 1;
        const fault = faultOf(value as string | number);
        if (fault !== undefined) violations.push(at(exchange, pointer, fault));
      },
      start,
    );
  }
  return judged(examined, violations);
}

const bsonFields = new Set(['lastOplogAppliedTimestamp', 'tokenTimestamp']);

/** BSON timestamps in answers are `{date, increment}`: an ISO 8601 date or whole seconds, and a 32-bit ordinal. */
export function judgeBsonTimestamps(exchange: Exchange): Judgement {
  let examined = 0;
  const violations: Violation[] = [];
  for (const { value: entity, pointer: start } of entitiesOf(exchange)) {
    walk(
      entity,
      (value, pointer, key) => {
        if (!isObject(value) || !(bsonFields.has(key) || ('increment' in value && 'date' in value))) return;
        examined += 1;
        for (const { path, message } of validatorFor('bson-timestamp')(value)) {
          violations.push(at(exchange, pointer + path, message));
        }
      },
      start,
    );
  }
  return examined === 0 ? nothingToSee : judged(examined, violations);
}
