/** Texts that are looked for in many others, nearly always in vain. */
export interface Needles {
  add(needle: string): void;
  /** Whether any of them is in that text. */
  areIn(text: string): boolean;
}

/** Characters by which a place in a text is told from those where no needle can begin. */
const beginning = 4;

/** A number of 16 bits for the characters at that place; the same for the same characters. */
const numberAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 29_791) + Math.imul(text.charCodeAt(at + 1), 961) + text.charCodeAt(at + 2) * 31 + text.charCodeAt(at + 3)) & 0xff_ff;

/**
 * No needles. However many are added, a text is gone through once: at each place a table tells whether some needle
 * begins like that. A run learns hundreds of secrets, and looks for them in all that it records.
 */
export function needles(): Needles {
  const begun = new Map<number, string[]>();
  const table = new Uint8Array(0x1_00_00);
  const short: string[] = [];
  return {
    add(needle) {
      if (needle.length < beginning) {
        short.push(needle);
        return;
      }
      const number = numberAt(needle, 0);
      table[number] = 1;
      begun.set(number, [...begun.get(number) ?? [], needle]);
    },
    areIn(text) {
      for (let at = 0; at + beginning <= text.length; at += 1) {
        const number = numberAt(text, at);
        if (table[number] === 1 && begun.get(number)!.some((needle) => text.startsWith(needle, at))) return true;
      }
      return short.some((needle) => text.includes(needle));
    },
  };
}
