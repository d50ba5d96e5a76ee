import { operations } from '../../contract/operations/index.ts';
import { undocumented, type Judgement, type Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { at as valueAt, seen, walk } from '../exchange/pointer.ts';
import { entitiesOf, shapeOf } from '../exchange/shapes.ts';
import { operationOf } from '../schemas/conformance.ts';
import { undocumentedFields } from '../schemas/validators.ts';

/** Where a null is documented: a rate has no value at its first point. */
const documentedNull = /\/dataPoints\/\d+\/value$/;

/** No field is null: one without a value has its default or is left out. Automation configurations are exempt. */
export function judgeNoNulls(exchange: Exchange): Judgement {
  const { kind } = shapeOf(exchange);
  const content = contentOf(exchange);
  if (kind === 'none' || kind === 'free' || content === undefined) return nothingToSee;
  const violations: Violation[] = [];
  walk(
    content.value,
    (value, pointer) => {
      if (value === null && !documentedNull.test(pointer)) violations.push(at(exchange, pointer, 'is null'));
    },
    content.pointer,
  );
  return judged(Math.max(entitiesOf(exchange).length, violations.length > 0 ? 1 : 0), violations);
}

const units = 'Ms|Msec|Msecs|Millis|Milliseconds|Sec|Secs|Seconds|Min|Mins|Minutes|Hours|Days|Weeks|Months|Bytes|KB|MB|GB|Cents';
/** Quantities that resources are known to have, with the units their names may end in. */
const quantity = new RegExp(
  '(?:uptime|memSize|memory|dataSize|indexSize|storageSize|fileSize|interval|delay|duration|retention' +
    '|sizeRequestedPerFile|uncompressedSizeTotal|pointInTimeWindow' +
    `|subtotal|salesTax|startingBalance|credits|amountBilled|amountPaid)(?<unit>(?:${units}))?$`,
  'i',
);

/** Names of numbers that need no unit: what is counted, numbered, or a part of a date; and names that end in one. */
const needsNoUnit = new RegExp(
  `(?:${units}|Percent|Ratio)$|(?:count|counts|number|port|version|index|id|code|total|year|day|hour|minute|priority|votes)$|^(?:num|max|min)[A-Z]`,
  'i',
);

/**
 * Numbers of fields that the pages do not describe and whose names tell no unit: whether they are in one, only their
 * server knows.
 */
function unknownNumbers(exchange: Exchange): Violation[] {
  const id = operationOf(exchange);
  const schema = id && operations[id].schema;
  if (schema === undefined) return [];
  return entitiesOf(exchange).flatMap(({ value, pointer }) =>
    undocumentedFields(schema, value)
      .filter((path) => typeof valueAt(value, path) === 'number' && !needsNoUnit.test(path.split('/').at(-1)!))
      .map((path) =>
        at(exchange, pointer + path, `${undocumented}, is the number ${seen(valueAt(value, path))}, and its name tells no unit`),
      ),
  );
}

/**
 * A number in a unit is named for it, like uptimeMsec. Looked at are names of known quantities; numbers that the pages do
 * not describe are findings. Source: JSON.
 */
export function judgeUnits(exchange: Exchange): Judgement {
  let examined = 0;
  const violations: Violation[] = [];
  for (const { value: entity, pointer: start } of entitiesOf(exchange)) {
    walk(
      entity,
      (value, pointer, key) => {
        const match = typeof value === 'number' ? quantity.exec(key) : null;
        if (match === null) return;
        examined += 1;
        if (match.groups?.['unit'] === undefined) {
          violations.push(at(exchange, pointer, `is ${String(value)}, and the name ${key} tells no unit`));
        }
      },
      start,
    );
  }
  const unknown = unknownNumbers(exchange);
  return judged(examined + unknown.length, violations, unknown);
}
