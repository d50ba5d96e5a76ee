/** Texts that are looked for in many others, nearly always in vain. */
export interface Substrings {
  add(substring: string): void;
  /** Those of them that are in that text. */
  in(text: string): ReadonlySet<string>;
}

/** Characters by which a place in a text is told from those where no substring can begin. */
const beginning = 5;

/**
 * A number of 20 bits for the last five characters read, when one more has been: each shifts the others by four, so that
 * the sixth from the end is gone. Written in numbers, because a text is gone through character by character.
 */
const rolled = (number: number, character: number): number => ((number << 4) ^ character) & 0xf_ff_ff;

/** The number of the characters before `end`. */
function numberBefore(text: string, end: number): number {
  let number = 0;
  for (let at = 0; at < end; at += 1) number = rolled(number, text.charCodeAt(at));
  return number;
}

/**
 * No substrings. However many are added, a text is gone through once: at each place a table tells whether some substring
 * begins like that. A run learns hundreds of secrets, and looks for them in all that it records.
 */
export function substrings(): Substrings {
  const begun = new Map<number, string[]>();
  const table = new Uint8Array(0x10_00_00 / 8);
  const short: string[] = [];
  return {
    add(substring) {
      if (substring.length < beginning) {
        short.push(substring);
        return;
      }
      const number = numberBefore(substring, beginning);
      table[number >> 3]! |= 1 << (number & 7);
      begun.set(number, [...(begun.get(number) ?? []), substring]);
    },
    in(text) {
      const found = new Set(short.filter((substring) => text.includes(substring)));
      let number = numberBefore(text, Math.min(text.length, beginning - 1));
      for (let at = beginning - 1; at < text.length; at += 1) {
        number = rolled(number, text.charCodeAt(at));
        if (((table[number >> 3]! >> (number & 7)) & 1) === 0) continue;
        for (const substring of begun.get(number) ?? []) {
          if (text.startsWith(substring, at + 1 - beginning)) found.add(substring);
        }
      }
      return found;
    },
  };
}
