import { isObject } from '../../wire/json.ts';
/** JSON Pointer of a member or an item below another pointer. Source: RFC 6901. */
export function below(pointer: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${pointer}/${key}`;
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The value a JSON Pointer names; undefined where the document has none. */
export function at(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}

/** A value as a message shows it: JSON, cut after 80 characters; `absent` for undefined. */
export function seen(value: unknown): string {
  if (value === undefined) return 'absent';
  // Cut before it is written out too: a judge may show the same long text again and again.
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Calls `visit` for every value of a document, the document itself included, parents first. */
export function walk(
  value: unknown,
  visit: (value: unknown, pointer: string, key: string) => void,
  pointer = '',
  key = '',
): void {
  visit(value, pointer, key);
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, visit, below(pointer, index), key));
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) walk(member, visit, below(pointer, name), name);
  }
}
