const plain = (text: string): string =>
  text
    .normalize()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two texts are the same but for case, blanks and signs: servers quote, lower and group digits as they like. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [plain(one), plain(other)];
  return first === '' ? one.trim() === other.trim() : first === second;
}

/** Whether a text names something: is it, has it among its words, or is its beginning with dots behind it. */
export function names(text: string, what: string): boolean {
  if (isSame(text, what)) return true;
  const cut = /^(.+?)\s*(?:\.\.\.|…)$/s.exec(text)?.[1];
  if (cut !== undefined && what.toLowerCase().startsWith(cut.toLowerCase())) return true;
  return hasWord(text.toLowerCase(), what.trim().toLowerCase());
}

function hasWord(text: string, word: string): boolean {
  if (plain(word) === '') return false;
  const isInside = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let found = text.indexOf(word); found !== -1; found = text.indexOf(word, found + 1)) {
    if (!isInside(text[found - 1]) && !isInside(text[found + word.length])) return true;
  }
  return false;
}
