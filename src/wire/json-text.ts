/**
 * Where the string literal that begins at `start` ends: the index behind its closing quote, or -1 where none follows.
 * One pass: a regular expression of the same meaning runs out of stack at some ten million characters.
 */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at + 1;
  }
  return -1;
}

/** True when arrays and objects of a JSON text are nested more than that many levels deep. */
export function nestsDeeperThan(text: string, levels: number): boolean {
  if (text.length <= 2 * levels) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (end === -1) return false;
      at = end - 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > levels) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
