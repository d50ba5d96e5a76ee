import { isObject, parsedJson } from '../../wire/json.ts';
import { readSchemaFiles } from './schema-files.ts';

let names: ReadonlySet<string> | undefined;

function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (!isObject(schema)) return [];
  const { properties } = schema;
  return [...(isObject(properties) ? Object.keys(properties) : []), ...Object.values(schema).flatMap(namesIn)];
}

/** True for a field that any document of the API has. */
export function isFieldName(name: string): boolean {
  names ??= new Set([...readSchemaFiles().values()].flatMap((text) => namesIn(parsedJson(text))));
  return names.has(name);
}
