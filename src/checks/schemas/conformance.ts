import { operationFor, operations, type OperationId } from '../../contract/operations/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { judgeEntities, judgeEntity } from './entity.ts';
import { nothingToSee } from '../exchange/judgement.ts';
import { placeOf } from '../exchange/request.ts';
import { shapeOf } from '../exchange/shapes.ts';

/** What a successful answer of a known operation says of the schema that its entities have. */
export function judgeConformance(
  exchange: Exchange,
): { readonly requirement: string; readonly judgement: Judgement } | undefined {
  const { response } = exchange;
  if (response === null || response.status < 200 || response.status > 299) return undefined;
  const id = operationOf(exchange);
  const schema = id && operations[id].schema;
  if (schema === undefined) return undefined;
  return { requirement: `resource.${schema}`, judgement: judgementOf(exchange, schema) };
}

function judgementOf(exchange: Exchange, schema: Parameters<typeof judgeEntity>[1]): Judgement {
  const { kind } = shapeOf(exchange);
  if (kind === 'list' || kind === 'array') return judgeEntities(exchange, schema);
  return kind === 'entity' ? judgeEntity(exchange, schema) : nothingToSee;
}

/** The operation that an exchange asked for, by the whole of its path below the root. */
export function operationOf(exchange: Exchange): OperationId | undefined {
  const place = placeOf(exchange);
  return place === undefined ? undefined : operationFor(exchange.request.method, place || '/');
}
