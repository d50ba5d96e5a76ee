import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { schemaNames, type SchemaName } from '../../contract/schema-names.ts';

const folder = new URL('../../../schemas/', import.meta.url);

/** A JSON Schema, or a part of one, as far as we read it ourselves. */
export type Schema =
  | boolean
  | {
      readonly $ref?: string;
      readonly $defs?: Readonly<Record<string, Schema>>;
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly items?: Schema;
      readonly anyOf?: readonly Schema[];
      readonly additionalProperties?: Schema;
    };

/** Where each schema's file lies, from the folder of schemas, by its name. */
const placeOf: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.split(path.sep).includes('examples'))
    .map((file) => [path.basename(file, '.json'), file.split(path.sep).join('/')]),
);

/** The file of a schema. */
export const schemaFile = (name: SchemaName): URL => new URL(placeOf.get(name) ?? `${name}.json`, folder);

/** The text of every schema file, by name. */
export function readSchemaFiles(): Map<SchemaName, string> {
  return new Map(schemaNames.map((name) => [name, readFileSync(schemaFile(name), 'utf8')]));
}

/** A short hash over names and texts, and whatever else should change it. */
export function hashOf(files: ReadonlyMap<string, string>, ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of [...more, ...[...files].flat()]) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
