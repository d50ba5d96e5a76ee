/**
 * What a terminal or a page would obey, hide or choke on: controls but line break and tab (C0, DEL, C1), marks that
 * turn the direction of writing, breaks of lines and paragraphs, invisible characters, lone surrogates, non-characters.
 */
const unseen = /[^\P{Cc}\n\t]|[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\p{Cs}]|\p{Noncharacter_Code_Point}/gu;

/**
 * Text of a target, or of a file, as it may be shown: what would not be seen stands as its code point, `<U+202E>`.
 * Line breaks and tabs stay.
 */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);

/** Serialized JSON with those characters as escapes, so that it says the same and shows nothing raw. */
export const visibleJson = (json: string): string =>
  json.replace(unseen, (character) =>
    [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
