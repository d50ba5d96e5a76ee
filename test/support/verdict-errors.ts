import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

const verdictSchema = JSON.parse(
  readFileSync(new URL('../../schemas/documents/verdict.json', import.meta.url), 'utf8'),
) as AnySchemaObject;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
// The declared default export of ajv-formats does not match what NodeNext gives.
(formats.default as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(verdictSchema);

/** What the schema of `verdict.json` has against a document, in words; nothing when it holds. */
export function verdictErrors(document: unknown): string[] {
  validate(JSON.parse(JSON.stringify(document)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
