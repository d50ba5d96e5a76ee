import type { ErrorObject } from 'ajv/dist/2020.js';
import { fileURLToPath } from 'node:url';

import { loadValidators, type Validators } from './compiled-schemas.ts';
import { at, below, seen } from '../exchange/pointer.ts';
import { readSchemaFiles, type Schema } from './schema-files.ts';
import type { SchemaName } from '../../contract/schema-names.ts';
import { isObject } from '../../wire/json.ts';

export type { SchemaName } from '../../contract/schema-names.ts';
export { schemaNames } from '../../contract/schema-names.ts';

/** One place where a document and its schema disagree. */
export interface SchemaFault {
  /** JSON Pointer into the document; of a missing field, where it should stand. */
  readonly path: string;
  /** What is wrong, with the value seen. */
  readonly message: string;
  /** The keyword of JSON Schema that failed, e.g. `required`. */
  readonly keyword: string;
  /** The schema file that holds the failed rule, e.g. `iso-date.json`; undefined for the document's own. */
  readonly part?: string;
}

const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/omconform', import.meta.url));
let validators: Validators | undefined;

const partWishes: Readonly<Record<string, string>> = {
  'object-id.json': '24 hex digits',
  'host-id.json': '32 hex digits',
  'constant.json': 'words in upper case joined by underscores',
  'iso-date.json': 'a date of ISO 8601',
};

function wish(error: ErrorObject, part: string | undefined): string {
  const ours = part === undefined ? undefined : partWishes[part];
  if (ours !== undefined) return `expected ${ours}`;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'type':
      return `expected ${String(params['type']).replace(',', ' or ')}`;
    case 'enum':
      return `expected one of ${(params['allowedValues'] as unknown[]).map(seen).join(', ')}`;
    case 'pattern':
      return `expected to match ${String(params['pattern'])}`;
    case 'format':
      return `expected a ${String(params['format'])}`;
    case 'anyOf':
      return 'expected one of the documented forms';
    case 'false schema':
      return 'must not be sent';
    default:
      return error.message ?? error.keyword;
  }
}

function partOf(error: ErrorObject): string | undefined {
  return /^(?:.*\/)?([a-z-]+\.json)[/#]/.exec(error.schemaPath)?.[1];
}

function faultOf(error: ErrorObject, document: unknown): SchemaFault {
  const part = partOf(error);
  const where = { keyword: error.keyword, ...(part === undefined ? {} : { part }) };
  if (error.keyword === 'required') {
    const field = String((error.params as { missingProperty: string }).missingProperty);
    return { path: below(error.instancePath, field), message: 'is missing', ...where };
  }
  const value = at(document, error.instancePath);
  return { path: error.instancePath, message: `is ${seen(value)}, ${wish(error, part)}`, ...where };
}

/** What a schema finds wrong with a value; the branches of an `anyOf` that failed are summed up in one fault. */
export function validatorFor(name: SchemaName): (value: unknown) => SchemaFault[] {
  return (value) => {
    validators ??= loadValidators(cacheFolder);
    const validate = validators[name];
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    const forks = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map((error) => error.instancePath));
    return errors
      .filter(
        (error) =>
          error.keyword === 'anyOf' ||
          !forks.has(error.instancePath) ||
          !(error.schemaPath.includes('anyOf') || partOf(error) !== undefined),
      )
      .map((error) => faultOf(error, value));
  };
}

let schemas: Map<string, Schema> | undefined;

function schemaOf(reference: string, base: string): { schema: Schema; base: string } {
  schemas ??= new Map([...readSchemaFiles()].map(([name, text]) => [`${name}.json`, JSON.parse(text) as Schema]));
  const [file, pointer = ''] = reference.split('#');
  const document = file || base;
  return { schema: (pointer ? at(schemas.get(document), pointer) : schemas.get(document)) as Schema, base: document };
}

/** Pointers from the value on. */
function unnamed(schema: Schema | undefined, base: string, value: unknown): string[] {
  if (schema === undefined || typeof schema === 'boolean') return [];
  if (schema.$ref !== undefined) {
    const target = schemaOf(schema.$ref, base);
    return unnamed(target.schema, target.base, value);
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => within(index, unnamed(schema.items, base, item)));
  if (!isObject(value)) return [];
  const fork = schema.anyOf?.map((branch) => unnamed(branch, base, value)).toSorted((a, b) => a.length - b.length);
  const named = schema.properties;
  if (named === undefined) return fork?.[0] ?? [];
  return Object.entries(value).flatMap(([field, member]) => {
    if (Object.hasOwn(named, field)) return within(field, unnamed(named[field], base, member));
    return schema.additionalProperties === true ? [] : [below('', field)];
  });
}

const within = (key: string | number, pointers: string[]): string[] =>
  pointers.length === 0 ? pointers : pointers.map((pointer) => below('', key) + pointer);

/** JSON Pointers of the fields that a schema does not name; what it leaves free on purpose is not looked into. */
export function undocumentedFields(name: SchemaName, value: unknown): string[] {
  const { schema, base } = schemaOf(`${name}.json`, '');
  return unnamed(schema, base, value);
}
