import { operationFor, operations, type Operation, type OperationId } from '../../contract/operations/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { judgeEntities, judgeEntity } from './entity.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf, contentOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';
import { mayHaveBody, placeOf } from '../exchange/request.ts';
import { shapeOf } from '../exchange/shapes.ts';
import { isObject } from '../../wire/json.ts';

/** What a successful answer of a known operation says of the schema that its entities have. */
export function judgeConformance(
  exchange: Exchange,
): { readonly requirement: string; readonly judgement: Judgement } | undefined {
  const { response } = exchange;
  if (response === null || response.status < 200 || response.status > 299) return undefined;
  const id = operationOf(exchange);
  const schema = id && operations[id].schema;
  if (schema === undefined) return undefined;
  return { requirement: `resource.${schema}`, judgement: judgementOf(exchange, schema, isDue(exchange, operations[id!].kind)) };
}

/** An entity is due: in answer to all but a removal, or to an order that is carried out later. */
const isDue = (exchange: Exchange, kind: Operation['kind']): boolean =>
  kind === 'entity' && [200, 201].includes(exchange.response?.status ?? 0) && mayHaveBody(exchange);

function judgementOf(exchange: Exchange, schema: Parameters<typeof judgeEntity>[1], isEntityDue: boolean): Judgement {
  const { kind } = shapeOf(exchange);
  if (kind === 'list' || kind === 'array') return judgeEntities(exchange, schema);
  if (kind === 'entity') return judgeEntity(exchange, schema);
  return isEntityDue && bringsNothing(exchange)
    ? judged(1, [at(exchange, '', `is ${seen(exchange.response?.body)}, expected a ${schema}`)])
    : nothingToSee;
}

/** No body at all, or an object without a field. What is no JSON is told by its own rule. */
function bringsNothing(exchange: Exchange): boolean {
  if (bodyOf(exchange).kind === 'empty') return true;
  const value = contentOf(exchange)?.value;
  return isObject(value) && Object.keys(value).length === 0;
}

/** The operation that an exchange asked for, by the whole of its path below the root. */
export function operationOf(exchange: Exchange): OperationId | undefined {
  const place = placeOf(exchange);
  return place === undefined ? undefined : operationFor(exchange.request.method, place || '/');
}
