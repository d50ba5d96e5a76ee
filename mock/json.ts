/** A value as it goes over the wire; `undefined` fields are left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | Fields;

export interface Fields {
  readonly [field: string]: Json;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return alphabetical(value as Fields);
}

/** The same fields in alphabetical order at every depth, without the undefined ones. Source: Response Conventions. */
export function alphabetical<T extends Fields>(fields: T): T {
  const names = Object.keys(fields).filter(name => fields[name] !== undefined).toSorted();
  return Object.fromEntries(names.map(name => [name, sorted(fields[name])])) as T;
}

/**
 * An entity as the world keeps it: in alphabetical order, with an empty place for `links`, so that showing it costs
 * one spread: `{ ...entity, links }`.
 */
export function record<T extends Fields>(fields: T): T {
  const names =
    [...Object.keys(fields).filter(name => fields[name] !== undefined && name !== 'links'), 'links'].toSorted();
  return Object.fromEntries(names.map(name => [name, name === 'links' ? undefined : sorted(fields[name])])) as T;
}
