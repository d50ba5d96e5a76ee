import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { walk } from '../exchange/pointer.ts';
import { entitiesOf, shapeOf } from '../exchange/shapes.ts';

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

/** Quantities that resources are known to have, with the units their names may end in. */
const quantity = new RegExp(
  '(?:uptime|memSize|memory|dataSize|indexSize|storageSize|fileSize|interval|delay|duration|retention' +
    '|sizeRequestedPerFile|uncompressedSizeTotal|pointInTimeWindow' +
    '|subtotal|salesTax|startingBalance|credits|amountBilled|amountPaid)' +
    '(?<unit>(?:Ms|Msec|Msecs|Millis|Milliseconds|Sec|Secs|Seconds|Min|Mins|Minutes|Hours|Days|Weeks|Months' +
    '|Bytes|KB|MB|GB|Cents))?$',
  'i',
);

/** A number in a unit is named for it, like uptimeMsec. Only names of known quantities are looked at. Source: JSON. */
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
  return judged(examined, violations);
}
