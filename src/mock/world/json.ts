/** A value as it goes over the wire; `undefined` fields are left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | Fields;

export interface Fields {
  readonly [field: string]: Json;
}

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(sorted) : alphabetical(value as Fields);
}

/** The same fields in alphabetical order at every depth, without the undefined ones. Source: Response Conventions. */
export function alphabetical<T extends Fields>(fields: T): T {
  const inOrder: Record<string, Json> = {};
  for (const name of Object.keys(fields).toSorted()) {
    const value = fields[name];
    if (value !== undefined) inOrder[name] = sorted(value);
  }
  return inOrder as T;
}

/** Takes what is null out of a parsed document, at any depth but in arrays, and gives it back. */
export function withoutNulls(document: unknown): unknown {
  const open = [document];
  while (open.length > 0) {
    const at = open.pop();
    if (Array.isArray(at)) for (const item of at) open.push(item);
    else if (typeof at === 'object' && at !== null) {
      for (const [name, value] of Object.entries(at)) {
        if (value === null) Reflect.deleteProperty(at, name);
        else open.push(value);
      }
    }
  }
  return document;
}

/**
 * An entity as the world keeps it: in alphabetical order, with an empty place for `links`, so that showing it costs
 * one spread: `{ ...entity, links }`.
 */
export function record<T extends Fields>(fields: T): T {
  const inOrder: Record<string, Json> = {};
  for (const name of [...Object.keys(fields), 'links'].toSorted()) {
    const value = name === 'links' ? undefined : fields[name];
    if (value !== undefined || name === 'links') inOrder[name] = sorted(value);
  }
  return inOrder as T;
}
