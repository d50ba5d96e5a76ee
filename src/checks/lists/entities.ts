import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged } from '../exchange/judgement.ts';
import { seen } from '../exchange/pointer.ts';
import { entitiesOf } from '../exchange/shapes.ts';
import { hrefOf } from '../links/links.ts';

const idsOf = (exchange: Exchange): unknown[] => entitiesOf(exchange).map(({ value }) => value['id']);

/** An id as it is; whatever else a target sends in its place as JSON. */
const shown = (id: unknown): string => (typeof id === 'string' && /^[\w-]{1,80}$/.test(id) ? id : seen(id));

/** Ids as a message shows them: the first three. */
function listed(ids: readonly unknown[]): string {
  if (ids.length === 0) return 'nothing';
  return ids.slice(0, 3).map(shown).join(', ') + (ids.length > 3 ? `, … (${ids.length} in all)` : '');
}

/** A page holds just these entities, in this order, told by their ids. */
export function judgeHolds(exchange: Exchange, ids: readonly unknown[]): Judgement {
  const found = idsOf(exchange);
  const same = found.length === ids.length && found.every((id, index) => id === ids[index]);
  return judged(
    Math.max(1, ids.length),
    same ? [] : [at(exchange, '/results', `holds ${listed(found)}; expected ${listed(ids)}`)],
  );
}

/** Pages together hold each of these entities once, in whatever order, and nothing else. */
export function judgeMeetsEachOnce(pages: readonly Exchange[], ids: readonly unknown[]): Judgement {
  const last = pages.at(-1);
  if (last === undefined) return judged(0, []);
  const met = pages.flatMap(idsOf);
  const [all, wanted, once] = [new Set(met), new Set(ids), new Set<unknown>()];
  const missed = ids.filter((id) => !all.has(id));
  const twice = [...new Set(met.filter((id) => once.has(id) || !once.add(id)))];
  const strange = met.filter((id) => !wanted.has(id));
  return judged(
    ids.length,
    [
      ...(missed.length > 0
        ? [`the walk of ${pages.length} pages misses ${missed.length} of ${ids.length}: ${listed(missed)}`]
        : []),
      ...(twice.length > 0 ? [`the walk meets more than once: ${listed(twice)}`] : []),
      ...(strange.length > 0 ? [`the walk meets what was not listed: ${listed(strange)}`] : []),
    ].map((message) => at(last, '/results', message)),
  );
}

/** What tells an entity from others of its list: its id, or else its link self, or all that it says. */
const nameOf = (entity: Readonly<Record<string, unknown>>): string => {
  const { id } = entity;
  return typeof id === 'string' ? id : (hrefOf(entity, 'self') ?? JSON.stringify(entity));
};

/** A page holds just these entities, in this order; those without an id are told by their links self. */
export function judgeHoldsOnly(exchange: Exchange, entities: readonly Readonly<Record<string, unknown>>[]): Judgement {
  const [found, expected] = [entitiesOf(exchange).map(({ value }) => nameOf(value)), entities.map(nameOf)];
  const same = found.length === expected.length && found.every((name, index) => name === expected[index]);
  return judged(
    Math.max(1, expected.length),
    same ? [] : [at(exchange, '/results', `holds ${listed(found)}; expected ${listed(expected)}`)],
  );
}
