import { operations, type OperationId } from '../../../src/contract/operations/index.ts';
import { readSchemaFiles } from '../../../src/checks/schemas/schema-files.ts';
import { isObject, parsedJson } from '../../../src/wire/json.ts';
import { answering } from '../lies.ts';
import { there, type Kind } from './lie.ts';
import { looks, ofOtherType, otherId, otherValue, showing } from './shown.ts';
import type { SeenOperation } from './vocabulary.ts';

interface Documented {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

let schemas: ReadonlyMap<string, Documented> | undefined;

/** The fields of an operation's entity that the documents name. */
export function documented(operation: OperationId): Documented {
  schemas ??= new Map(
    [...readSchemaFiles()].map(([name, text]): [string, Documented] => {
      const schema = parsedJson(text) as Partial<Documented>;
      return [name, { required: schema.required ?? [], properties: schema.properties ?? {} }];
    }),
  );
  return schemas.get(operations[operation].schema ?? '') ?? { required: [], properties: {} };
}

/** Fields that were seen and that the documents name. */
const named = ({ operation, fields }: SeenOperation): [name: string, value: unknown][] =>
  [...fields].filter(([name]) => name !== 'links' && Object.hasOwn(documented(operation).properties, name));

const whose =
  (fits: (value: unknown, name: string, seen: SeenOperation) => boolean): Kind['parts'] =>
  (seen) =>
    named(seen)
      .filter(([name, value]) => fits(value, name, seen))
      .map(([name]) => name);

const isRequired = (_value: unknown, name: string, { operation }: SeenOperation): boolean =>
  documented(operation).required.includes(name);

/** Whether the documents give a field one type. */
const hasOneType = (_value: unknown, name: string, { operation }: SeenOperation): boolean => {
  const property = documented(operation).properties[name];
  return isObject(property) && !('anyOf' in property);
};

/** A field, where an entity has it, with another value. */
const changing = (name: string, parts: Kind['parts'], change: (value: unknown) => unknown): Kind => ({
  name,
  parts,
  chooses: true,
  mock: (told) => ({
    inner: there(
      told,
      showing((entity) => (told.part in entity ? { ...entity, [told.part]: change(entity[told.part]) } : entity)),
    ),
  }),
});

const renaming = (name: string, parts: Kind['parts'], other: (field: string) => string): Kind => ({
  name,
  parts,
  mock: (told) => ({
    inner: there(
      told,
      showing((entity) => {
        const { [told.part]: value, ...rest } = entity;
        return told.part in entity ? { ...rest, [other(told.part)]: value } : entity;
      }),
    ),
  }),
});

const dates = whose((value) => looks.isDate(value));
const asDate = (change: (date: Date) => unknown) => (value: unknown) => (looks.isDate(value) ? change(new Date(value)) : value);

/** What a write takes shows what it was given. */
const sentAndShown: Kind['parts'] = ({ operation, sent, fields }) =>
  operations[operation].kind === 'entity' && operations[operation].schema
    ? [...sent.keys()].filter((name) => fields.has(name))
    : [];

/** Fields that never change, in whatever a server shows. */
const fixed = new Set(['created', 'eventTypeName', 'hostname', 'port', 'publicKey', 'username', 'databaseName', 'partitionName']);

/**
 * Fields that never change, or that were given by whoever wrote the thing: of no other can a reader tell that the value is wrong,
 * since it may have changed by itself.
 */
const givenOrFixed: Kind['parts'] = (seen, { operations: others }) => {
  const family = seen.operation.split('.')[0]!;
  const given = new Set(
    [...others.values()].filter(({ operation }) => operation.split('.')[0] === family).flatMap(({ sent }) => [...sent.keys()]),
  );
  return named(seen)
    .filter(([name, value]) => (fixed.has(name) || given.has(name)) && !looks.isId(value))
    .filter(([, value]) => JSON.stringify(otherValue(value)) !== JSON.stringify(value))
    .map(([name]) => name);
};

export const fieldKinds: readonly Kind[] = [
  {
    name: 'field.absent',
    parts: whose(isRequired),
    chooses: true,
    mock: (told) => ({
      inner: there(
        told,
        showing(({ [told.part]: _dropped, ...rest }) => rest),
      ),
    }),
  },
  {
    name: 'field.absent-though-sent',
    parts: sentAndShown,
    mock: (told) => ({
      inner: there(
        told,
        showing(({ [told.part]: _dropped, ...rest }) => rest),
      ),
    }),
  },
  changing(
    'field.null',
    ({ fields }) => [...fields.keys()].filter((name) => name !== 'links'),
    () => null,
  ),
  changing('field.of-another-type', whose(hasOneType), ofOtherType),
  changing('field.of-another-value', givenOrFixed, otherValue),
  changing('field.shows-another-than-sent', sentAndShown, otherValue),
  changing(
    'field.id-of-something-else',
    whose((value) => looks.isId(value)),
    (value) => (looks.isId(value) ? otherId(value) : value),
  ),
  changing(
    'field.date-as-number',
    dates,
    asDate((date) => date.getTime()),
  ),
  changing(
    'field.date-in-words',
    dates,
    asDate((date) => date.toUTCString()),
  ),
  changing(
    'field.date-with-offset',
    dates,
    asDate((date) => new Date(date.getTime() + 7_200_000).toISOString().replace('Z', '+02:00')),
  ),
  changing(
    'field.date-with-a-blank',
    dates,
    asDate((date) => date.toISOString().replace('T', ' ')),
  ),
  renaming(
    'field.in-snake-case',
    whose((value, name, seen) => /[a-z][A-Z]/.test(name) && isRequired(value, name, seen)),
    (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ),
  renaming('field.with-a-capital', whose(isRequired), (name) => name[0]!.toUpperCase() + name.slice(1)),
  {
    name: 'field.twice',
    parts: ({ fields }) => [...fields.keys()],
    chooses: true,
    mock: (told) => ({
      inner: there(
        told,
        answering((response) => (response.status < 300 ? { ...response, body: doubled(response.body, told.part) } : response)),
      ),
    }),
  },
];

/** The text of a document with the first member of that name twice. */
function doubled(text: string, name: string): string {
  const place = text.indexOf(`"${name}":`);
  return place < 0 ? text : `${text.slice(0, place)}"${name}":0,${text.slice(place)}`;
}
