import { stringEnd } from '../../wire/json-text.ts';
import { removed, type Redacted } from './redact.ts';

/** Ends of the names of fields that hold a key, a password or a token; `hasPassword` is a boolean and stays. */
const secretEnding = 'password|pwd|secret|secret_?key|api_?key|private_?key|service_?key|stored_?key|server_?key|token';
const secretName = new RegExp(`(?:${secretEnding})$`, 'i');
const anySecretName = new RegExp(`(?:${secretEnding})"\\s*:`, 'i');
const anyPlainKey = /"key"\s*:/i;
const longestName = 200;

/** What a server shows of a key later on, `********-****-****-0123456789ab`, is no secret. */
const isMasked = (value: string): boolean => /^\*{4}/.test(value);

/** The field name whose closing quote is at `quote`; escapes may hide letters of it. */
function nameBefore(text: string, quote: number): string | undefined {
  const from = Math.max(0, quote - longestName);
  const written = text.slice(text.lastIndexOf('"', quote - 1) < from ? from : text.lastIndexOf('"', quote - 1) + 1, quote);
  return written.endsWith('\\') ? undefined : unescaped(`"${written}"`);
}

/** The string or number that begins at `start`; a string that is cut off goes to the end. undefined for other values. */
function scalarAt(text: string, start: number): string | undefined {
  if (text[start] === '"') {
    const end = stringEnd(text, start);
    return text.slice(start, end === -1 ? undefined : end);
  }
  const number = /-?\d[\d.eE+-]*/y;
  number.lastIndex = start;
  return number.exec(text)?.[0];
}

/**
 * Replaces the values of JSON fields whose name says that they are secret, strings and numbers only. The text keeps
 * its whitespace and order and need not be valid JSON. `key` alone counts only where `plainKey` is set: agent API keys
 * and keyfiles are called so, and the keys of tags too. `onSecret` is told of each value.
 *
 * Looks for the ends of names, not for whole strings: in a text with a stray quote those would be the wrong ones.
 */
export function redactFields(text: string, plainKey = false, onSecret?: (field: string, value: string) => void): Redacted {
  const any = anySecretName.test(text) || text.includes('\\u00') || (plainKey && anyPlainKey.test(text));
  if (!any) return { text, found: [] };
  const found = new Set<string>();
  const pieces: string[] = [];
  let kept = 0;
  const endOfName = /"\s*:\s*/g;
  for (let match = endOfName.exec(text); match !== null; match = endOfName.exec(text)) {
    const name = nameBefore(text, match.index);
    if (name === undefined || !(secretName.test(name) || (plainKey && name.toLowerCase() === 'key'))) continue;
    const start = endOfName.lastIndex;
    const literal = scalarAt(text, start);
    const value = literal?.startsWith('"') ? unescaped(literal) : literal;
    if (literal === undefined || value === undefined || value === '' || value === removed || isMasked(value)) continue;
    found.add(`the field ${name}`);
    onSecret?.(name, value);
    pieces.push(text.slice(kept, start), `"${removed}"`);
    kept = start + literal.length;
    endOfName.lastIndex = kept;
  }
  return { text: pieces.join('') + text.slice(kept), found: [...found] };
}

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal.replace(/^"|"$/g, '');
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.replace(/^"|"$/g, '');
  }
}
