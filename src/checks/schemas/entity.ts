import { undocumented, type Judgement, type Violation } from '../../contract/outcomes.ts';
import { fieldOf } from '../../contract/violation-shape.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { idOf } from '../exchange/per-entity.ts';
import { at as valueAt, seen } from '../exchange/pointer.ts';
import { shapeOf } from '../exchange/shapes.ts';
import { undocumentedFields, validatorFor, type SchemaFault, type SchemaName } from './validators.ts';

/** What general rules judge in every exchange of a run: links, the form of dates, nulls. A fault is judged once. */
function isGeneral(fault: SchemaFault, document: unknown): boolean {
  if (/^\/links(\/|$)/.test(fault.path)) return true;
  if (fault.part === 'bson-timestamp.json' && /\/(date|increment)$/.test(fault.path)) return true;
  const value = valueAt(document, fault.path);
  if (fault.part === 'iso-date.json' && (typeof value === 'string' || typeof value === 'number')) return true;
  return fault.keyword !== 'required' && value === null;
}

function judgeOne({ value, pointer }: { value: unknown; pointer: string }, schema: SchemaName) {
  const violations = validatorFor(schema)(value)
    .filter((fault) => !isGeneral(fault, value))
    .map(({ path, message }) => ({ path, message, whole: pointer + path, value }));
  const findings = undocumentedFields(schema, value).map((path) => ({
    path,
    message: `${undocumented}: ${seen(valueAt(value, path))}`,
    whole: pointer + path,
    value,
  }));
  return { violations, findings };
}

interface Fault {
  /** In the entity, and in the whole answer. */
  readonly path: string;
  readonly whole: string;
  readonly message: string;
  readonly value: unknown;
}

/**
 * One violation for each field that is at fault, in however many of the entities: an old entity in a hundred must not
 * read like a broken resource.
 */
function byField(exchange: Exchange, faults: readonly Fault[], count: number): Violation[] {
  const fields = new Map<string, Fault[]>();
  for (const fault of faults) {
    const field = fieldOf(fault.path);
    fields.set(field, [...(fields.get(field) ?? []), fault]);
  }
  return [...fields.values()].map((same) => {
    const { whole, message, value } = same[0]!;
    const entities = new Set(same.map((one) => one.value)).size;
    return at(exchange, whole, count > 1 ? `${message} (${entities} of ${count} entities, first: ${idOf(value)})` : message);
  });
}

function judgeAll(exchange: Exchange, entities: readonly { value: unknown; pointer: string }[], schema: SchemaName): Judgement {
  const each = entities.map((entity) => judgeOne(entity, schema));
  const all = (kind: 'violations' | 'findings') =>
    byField(
      exchange,
      each.flatMap((one) => one[kind]),
      entities.length,
    );
  return judged(entities.length, all('violations'), all('findings'));
}

/**
 * The answer brings one document that its schema allows; fields the schema does not name are findings. Links, dates
 * and nulls are left to the standing judges. With a schema of an error or a list, that document is judged as it is.
 * A refusal is no entity, and says nothing of what one looks like.
 */
export function judgeEntity(exchange: Exchange, schema: SchemaName): Judgement {
  if (exchange.response === null || (schema !== 'error' && errorAnswerOf(exchange) !== undefined)) return nothingToSee;
  const content = contentOf(exchange);
  if (content === undefined) {
    return judged(1, [at(exchange, '', `is ${seen(exchange.response.body)}, expected a ${schema}`)]);
  }
  return judgeAll(exchange, [content], schema);
}

/** Every entity of a list, or of a bare array, is one that its schema allows. An empty list shows nothing. */
export function judgeEntities(exchange: Exchange, schema: SchemaName): Judgement {
  if (exchange.response === null || errorAnswerOf(exchange) !== undefined) return nothingToSee;
  const shape = shapeOf(exchange);
  if (shape.kind !== 'list' && shape.kind !== 'array') {
    return judged(1, [at(exchange, '', `is no list: ${seen(exchange.response.body)}`)]);
  }
  const pointer = shape.kind === 'list' ? `${shape.pointer}/results` : (contentOf(exchange)?.pointer ?? '');
  const values: unknown = shape.kind === 'list' ? shape.list['results'] : contentOf(exchange)?.value;
  const items: readonly unknown[] = Array.isArray(values) ? values : [];
  return judgeAll(
    exchange,
    items.map((value, index) => ({ value, pointer: `${pointer}/${index}` })),
    schema,
  );
}
