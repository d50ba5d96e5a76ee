import type { Judgement, Violation } from '../../contract/outcomes.ts';
import { fieldOf, shapeOf as shapeOfFault } from '../../contract/violation-shape.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { contentOf } from './json.ts';
import { shapeOf } from './shapes.ts';
import { isObject } from '../../wire/json.ts';

/**
 * The same judgement with one violation, and one finding, for what is at fault in several entities of a list: one old
 * entity in a hundred must not read like a hundred faults, nor a hundred like a thousand.
 */
export function toldOnce(exchange: Exchange, judgement: Judgement): Judgement {
  const { violations, findings } = judgement;
  if (violations.length + (findings?.length ?? 0) === 0) return judgement;
  const shape = shapeOf(exchange);
  if ((shape.kind !== 'list' && shape.kind !== 'array') || shape.entities.length < 2) return judgement;
  const list = shape.kind === 'list' ? `${shape.pointer}/results` : (contentOf(exchange)?.pointer ?? '');
  const once = (some: readonly Violation[]): Violation[] => gathered(some, list, shape.entities);
  return { ...judgement, violations: once(violations), ...(findings && { findings: once(findings) }) };
}

function gathered(
  some: readonly Violation[],
  list: string,
  entities: readonly { readonly value: object; readonly pointer: string }[],
): Violation[] {
  const groups = new Map<string, { first: Violation; at: Set<string> }>();
  for (const [index, one] of some.entries()) {
    const entity = one.path.startsWith(`${list}/`) ? /^\d+/.exec(one.path.slice(list.length + 1))?.[0] : undefined;
    // What is told of all entities already, or of none, stays as it is.
    const isAlone = entity === undefined || /\(\d+ of \d+ entities, /.test(one.message);
    const key = isAlone ? String(index) : `${fieldOf(one.path)} ${shapeOfFault(one)}`;
    const group = groups.get(key) ?? { first: one, at: new Set() };
    groups.set(key, group);
    if (!isAlone) group.at.add(entity);
  }
  return [...groups.values()].map(({ first, at: places }) =>
    places.size === 0
      ? first
      : {
          ...first,
          message: `${first.message} (${places.size} of ${entities.length} entities, first: ${idAt([...places][0]!, list, entities)})`,
        },
  );
}

function idAt(index: string, list: string, entities: readonly { readonly value: object; readonly pointer: string }[]): string {
  return idOf(entities.find(({ pointer }) => pointer === `${list}/${index}`)?.value);
}

/** How an entity is called in a message: by its id, where that is one. */
export const idOf = (value: unknown): string => {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : 'without an id';
};
