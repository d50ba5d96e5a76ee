import type { Ajv2020, AnySchemaObject, ErrorObject } from 'ajv/dist/2020.js';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { hashOf, readSchemaFiles } from './schema-files.ts';
import { schemaNames, type SchemaName } from '../../contract/schema-names.ts';

/** A compiled schema, as ajv makes it: the faults of the last call stand in `errors`. */
export type Validate = ((value: unknown) => boolean) & { errors?: readonly ErrorObject[] | null };
export type Validators = Readonly<Record<SchemaName, Validate>>;

// ajv and its parts are loaded only when there is something to compile: they alone take longer than all compiled
// validators together. `require`, because validators are asked for by synchronous code.
const require = createRequire(import.meta.url);

const options = { allErrors: true, allowUnionTypes: true } as const;

function newAjv(files: ReadonlyMap<SchemaName, string>, source: boolean): Ajv2020 {
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv2020) => Ajv2020 };
  const ajv = new Ajv({ ...options, code: { source } });
  addFormats(ajv);
  for (const text of files.values()) ajv.addSchema(JSON.parse(text) as AnySchemaObject);
  return ajv;
}

function compileInMemory(files: ReadonlyMap<SchemaName, string>): Validators {
  const ajv = newAjv(files, false);
  const compiled = schemaNames.map((name) => [name, ajv.getSchema(`${name}.json`) as Validate] as const);
  return Object.fromEntries(compiled) as Validators;
}

function compileToText(files: ReadonlyMap<SchemaName, string>): string {
  const { default: standaloneCode } = require('ajv/dist/standalone') as {
    default: (ajv: Ajv2020, exports: Record<string, string>) => string;
  };
  return standaloneCode(newAjv(files, true), Object.fromEntries(schemaNames.map((name) => [name, `${name}.json`])));
}

/** Another process may write the same file at the same time: whoever renames last wins, with the same text. */
function writeWhole(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * All schemas compiled. The first process that meets a set of schema files writes them as one module into `folder`,
 * which has to lie where `ajv` can be resolved from; later ones only load it. Where nothing can be written, or what
 * is there cannot be loaded, they are compiled in memory.
 */
export function loadValidators(folder: string): Validators {
  const files = readSchemaFiles();
  const { version } = require('ajv/package.json') as { version: string };
  const file = join(folder, `validators-${hashOf(files, version, JSON.stringify(options))}.cjs`);
  try {
    if (!existsSync(file)) writeWhole(folder, file, compileToText(files));
    return require(file) as Validators;
  } catch {
    return compileInMemory(files);
  }
}
