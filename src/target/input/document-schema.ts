import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, AnySchemaObject, ErrorObject } from 'ajv/dist/2020.js';
import { UsageError } from './usage-error.ts';

/** Documents of ours that are read again, and the schemas that describe them; one of a part of a file behind a `#`. */
export type DocumentKind =
  | 'verdict.json'
  | 'plan.json'
  | 'evidence.json'
  | 'history.json'
  | `evidence.json#/$defs/${'run' | 'test' | 'exchange'}`;

const files = ['verdict', 'plan', 'evidence', 'history'];

// Loaded by whoever reads such a document, and by no other process of a run.
const require = createRequire(import.meta.url);
let made: Ajv2020 | undefined;

function schemas(): Ajv2020 {
  if (made !== undefined) return made;
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv2020) => Ajv2020 };
  made = new Ajv({ allowUnionTypes: true, strictTypes: false, strictRequired: false });
  addFormats(made);
  for (const name of files) {
    made.addSchema(
      JSON.parse(readFileSync(new URL(`../../../schemas/documents/${name}.json`, import.meta.url), 'utf8')) as AnySchemaObject,
    );
  }
  return made;
}

/** Where a value is not as its schema has it, in words that begin with the place; undefined where it is. */
export function departure(value: unknown, kind: DocumentKind): string | undefined {
  const validate = schemas().getSchema(kind)!;
  if (validate(value)) return undefined;
  const [error] = validate.errors as [ErrorObject];
  return `${error.instancePath === '' ? 'it' : error.instancePath} ${wish(error)}`;
}

/** Throws UsageError, with file and place, for a value that is not as its schema has it. */
export function refuseUnless(kind: DocumentKind, value: unknown, shown: string, what: string): void {
  const fault = departure(value, kind);
  if (fault !== undefined) throw new UsageError(`${shown}: is no ${what}: ${fault}`);
}

function wish({ keyword, params, message = keyword }: ErrorObject): string {
  const { additionalProperty, allowedValue, allowedValues } = params as Record<string, unknown>;
  if (keyword === 'additionalProperties') return `must not have "${String(additionalProperty)}"`;
  if (keyword === 'const') return `must be ${JSON.stringify(allowedValue)}`;
  if (keyword === 'enum') return `must be one of ${(allowedValues as unknown[]).join(', ')}`;
  return message;
}
