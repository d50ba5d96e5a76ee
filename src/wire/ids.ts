/** Longer than every id of the API by far. */
const longest = 128;

/**
 * Whether a value can be an id: what a server calls one goes into the paths of later requests, where dots climb, and
 * slashes and the like lead elsewhere. Stricter than needed for that, looser than any id that was seen: object ids have
 * 24 hexadecimal digits, those of hosts 32.
 */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && /^[\w-]+$/.test(value);

/** For the eyes of a person: a value that a target called an id, cut short, with what would not show escaped. */
export function idInWords(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const cut = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return cut.replace(/[^\x20-\x7e…]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Words before a name of somebody's own choice in a path; all else that is put into one is an id, or an address. */
const beforeNames = /\/(?:byName|byAgentApiKey|databases|disks|metrics|providers)\//;
const anAddress = /^[0-9a-f.:]+(?:\/\d{1,3})?$/i;

/**
 * Why a value cannot be one segment of a path, behind what stands before it; undefined where it can. Percent-encoding
 * helps against slashes only as far as nothing decodes them, and against dots not at all.
 */
export function unfitForPath(value: unknown, before: string): string | undefined {
  if (typeof value !== 'string') return 'is no text';
  if (value === '') return 'is empty';
  if (value === '.' || value === '..') return 'climbs';
  if (value.length > 2048) return 'is too long';
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(value) || /\p{Surrogate}/u.test(value)) return 'has characters that no id has';
  return /[/?#%\\]/.test(value) && !anAddress.test(value) && !beforeNames.test(before)
    ? 'has characters that no id has'
    : undefined;
}
