import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

/** One of our documents' schemas, and a function that gives what is wrong with a value under it; empty: nothing. */
export function documentValidator(name: string): {
  readonly schema: AnySchemaObject;
  readonly faults: (value: unknown) => string;
} {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schemas/documents/${name}.json`, import.meta.url), 'utf8'),
  ) as AnySchemaObject;
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  // The declared default export of ajv-formats does not match what NodeNext gives.
  (formats.default as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  return { schema, faults: (value) => (validate(value) ? '' : ajv.errorsText(validate.errors)) };
}
