import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { schemaNames, type SchemaName } from './schema-names.ts';

const folder = new URL('../schemas/', import.meta.url);

/** A JSON Schema, or a part of one, as far as we read it ourselves. */
export type Schema = boolean | {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema;
};

/** The text of every schema file, by name. */
export function readSchemaFiles(): Map<SchemaName, string> {
  return new Map(schemaNames.map((name) => [name, readFileSync(new URL(`${name}.json`, folder), 'utf8')]));
}

/** A short hash over names and texts, and whatever else should change it. */
export function hashOf(files: ReadonlyMap<string, string>, ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of [...more, ...[...files].flat()]) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
