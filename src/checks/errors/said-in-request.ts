import { things, type Thing } from '../../contract/error-codes/fillers.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isObject, parsedJson } from '../../wire/json.ts';
import { nestsDeeperThan } from '../../wire/json-text.ts';
import { walk } from '../exchange/pointer.ts';
import { placeOf, unescaped, urlOf } from '../exchange/request.ts';

/** What a request says that a refusal may name. */
export interface Said {
  /** Values that name a thing, by what they name. */
  readonly named: ReadonlyMap<Thing, readonly string[]>;
  /** Values that name no thing which the path or the field tells. */
  readonly others: readonly string[];
  /** Every text, number and truth value of the body. */
  readonly bodyValues: readonly string[];
  readonly queryValues: readonly string[];
  readonly parameters: readonly string[];
  /** Names of the body's fields, at any depth. */
  readonly fields: readonly string[];
  /** The body's JSON; undefined where there is none. */
  readonly document: unknown;
  /** True where a body was sent that is no JSON, of which nobody can tell what it says. */
  readonly isUnreadable: boolean;
}

const thingsBehind = new Map<string, Thing[]>();
const thingsOfField = new Map<string, Thing[]>();
for (const [thing, { behind, fields }] of Object.entries(things) as [Thing, (typeof things)[Thing]][]) {
  for (const word of behind) thingsBehind.set(word, [...(thingsBehind.get(word) ?? []), thing]);
  for (const field of fields) thingsOfField.set(field, [...(thingsOfField.get(field) ?? []), thing]);
}

/** No document of the API has ten levels. */
const deepest = 50;

interface Named {
  readonly things: readonly Thing[];
  readonly value: string;
}

/** What the segments of a path name: behind the word of a collection, or behind `byName`, where the name is its thing's too. */
function namedInPath(path: string): Named[] {
  const segments = path.split('/').slice(1).map(unescaped);
  const named: Named[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const word = segments[index]!;
    const next = segments[index + 1];
    const those = thingsBehind.get(word);
    if (those === undefined || next === undefined) {
      if (those === undefined && word !== '') named.push({ things: [], value: word });
      continue;
    }
    const isByName = next === 'byName' && segments[index + 2] !== undefined;
    const byName = isByName ? (thingsBehind.get(`${word}/byName`) ?? []) : [];
    named.push({ things: [...byName, ...those], value: isByName ? segments[index + 2]! : next });
    index += isByName ? 2 : 1;
  }
  return named;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads a request for what a refusal may name of it. */
export function saidIn(exchange: Exchange): Said {
  const { body } = exchange.request;
  const document = body === null || nestsDeeperThan(body, deepest) ? undefined : parsedJson(body);
  const inBody: Named[] = [];
  const fields: string[] = [];
  walk(document, (value, _pointer, key) => {
    if (isObject(value)) fields.push(...Object.keys(value));
    if (isScalar(value)) inBody.push({ things: thingsOfField.get(key) ?? [], value: String(value) });
  });
  const url = urlOf(exchange);
  const query = [...url.searchParams];
  const all = [
    ...namedInPath(placeOf(exchange) ?? url.pathname),
    ...inBody,
    ...query.map(([name, value]) => ({ things: thingsOfField.get(name) ?? [], value })),
  ];
  const named = new Map<Thing, string[]>();
  for (const one of all) for (const thing of one.things) named.set(thing, [...(named.get(thing) ?? []), one.value]);
  return {
    named,
    others: all.filter((one) => one.things.length === 0).map(({ value }) => value),
    bodyValues: inBody.map(({ value }) => value),
    queryValues: query.map(([, value]) => value),
    parameters: query.map(([name]) => name),
    fields,
    document,
    isUnreadable: body !== null && body.trim() !== '' && document === undefined,
  };
}
