import type { SchemaName } from '../../contract/schema-names.ts';
import { isObject } from '../../wire/json.ts';
import { below, walk } from '../exchange/pointer.ts';
import { undocumentedFields } from './validators.ts';

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A document with the field in each object of it. */
function withField(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withField(item, field));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withField(member, field)]);
  return { ...Object.fromEntries(members), [field]: value[field] ?? null };
}

/**
 * Whether what was sent lacks a field somewhere: an entity of it, or an object in one of which the schema knows the
 * field, or does not tell. An empty text is none.
 */
export function lacks(sent: unknown, field: string, schema: SchemaName | undefined): boolean {
  return (Array.isArray(sent) ? sent : [sent]).some((entity: unknown) => {
    const places: string[] = [];
    walk(entity, (value, pointer) => {
      if (isObject(value) && isEmpty(value[field])) places.push(pointer);
    });
    if (places.includes('') || (places.length > 0 && schema === undefined)) return true;
    if (schema === undefined) return false;
    const unknown = undocumentedFields(schema, withField(entity, field));
    return places.some((place) => !unknown.includes(below(place, field)));
  });
}
