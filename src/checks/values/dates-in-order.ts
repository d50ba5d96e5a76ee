import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { header } from '../../wire/http.ts';
import { at, judged } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { entitiesOf, shapeOf, type Entity } from '../exchange/shapes.ts';
import { operationOf } from '../schemas/conformance.ts';
import { instantOf } from './instants.ts';

const minute = 60_000;
/** Clocks of the servers behind one address may differ by as much. */
const betweenClocks = 5 * minute;
/** Two dates of one entity may come of two servers, too; the entity was written with both in sight. */
const inOneEntity = 2 * minute;

/** Dates of what has happened, by the server's own clock. */
const past = ['created', 'createdAt', 'creationDate', 'updated', 'resolved', 'lastUsed', 'lastAuth', 'lastNotified'];
/** Those that a new thing has from the moment at which it was made. */
const ofMaking = ['created', 'createdAt', 'creationDate'];

/** Two dates of one entity, the earlier one first. */
const pairs = [
  ['created', 'updated'],
  ['created', 'resolved'],
  ['creationDate', 'expirationDate'],
  ['createdAt', 'expiresAt'],
  ['startDate', 'endDate'],
  ['started', 'completed'],
] as const;

/** Milliseconds since the epoch, of a date with a time of the day; undefined for anything else, which is another rule's. */
function dateIn({ value }: Entity, field: string): number | undefined {
  const text = value[field];
  return typeof text === 'string' && text.includes('T') ? instantOf(text) : undefined;
}

/** Whether the exchange made what it answers with. */
const isCreate = (exchange: Exchange): boolean =>
  exchange.request.method === 'POST' &&
  shapeOf(exchange).kind === 'entity' &&
  operationOf(exchange)?.endsWith('.create') === true;

/**
 * By the header Date of the answer, what was just made was made now, and nothing that has happened happens later: a date
 * that is an offset away is not in UTC, whatever it says. An answer without the header shows nothing. Source: JSON.
 */
export function judgeDatedNow(exchange: Exchange): Judgement {
  const now = Date.parse(header(exchange.response?.headers ?? [], 'date') ?? '');
  if (Number.isNaN(now) || operationOf(exchange) === undefined) return judged(0, []);
  const isNew = isCreate(exchange);
  let examined = 0;
  const violations = entitiesOf(exchange).flatMap((entity): Violation[] =>
    past.flatMap((field) => {
      const date = dateIn(entity, field);
      if (date === undefined) return [];
      examined += 1;
      const isTooOld = isNew && ofMaking.includes(field) && date < now - betweenClocks;
      if (!isTooOld && date <= now + betweenClocks) return [];
      const when = `${isTooOld ? 'of what was just made; ' : ''}the answer is of ${new Date(now).toISOString()}`;
      return [at(exchange, below(entity.pointer, field), `is ${seen(entity.value[field])}, ${when}`)];
    }),
  );
  return judged(examined, violations);
}

/** Of two dates of one entity that follow from each other, the later one is not before the earlier. Source: JSON. */
export function judgeDatesInOrder(exchange: Exchange): Judgement {
  if (operationOf(exchange) === undefined) return judged(0, []);
  let examined = 0;
  const violations = entitiesOf(exchange).flatMap((entity): Violation[] =>
    pairs.flatMap(([earlier, later]) => {
      const [from, to] = [dateIn(entity, earlier), dateIn(entity, later)];
      if (from === undefined || to === undefined) return [];
      examined += 1;
      if (to >= from - inOneEntity) return [];
      const { value, pointer } = entity;
      return [
        at(exchange, below(pointer, later), `is ${seen(value[later])}, before ${earlier}, which is ${seen(value[earlier])}`),
      ];
    }),
  );
  return judged(examined, violations);
}
