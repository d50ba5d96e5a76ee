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

/** An array or object that a scan stands in: what stands before it, and which names it had. */
interface Level {
  readonly pointer: string;
  /** undefined in an array. */
  readonly names: Set<string> | undefined;
  index: number;
  /** The name that came last. */
  name: string;
}

/**
 * JSON Pointers of the names that an object of a JSON text has had already, in the order of the text. The text is one that
 * JSON.parse takes, which keeps the last of such members and says nothing.
 */
export function repeatedNames(text: string): string[] {
  const repeated: string[] = [];
  const levels: Level[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const level = levels.at(-1);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (end === -1) return repeated;
      if (isName && level?.names !== undefined) {
        level.name = JSON.parse(text.slice(at, end)) as string;
        if (level.names.has(level.name)) repeated.push(memberOf(level));
        level.names.add(level.name);
        isName = false;
      }
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      const pointer = level === undefined ? '' : memberOf(level);
      levels.push({ pointer, names: code === 0x7b ? new Set() : undefined, index: 0, name: '' });
      isName = code === 0x7b;
    } else if (code === 0x7d || code === 0x5d) {
      levels.pop();
      isName = false;
    } else if (code === 0x2c && level !== undefined) {
      level.index += 1;
      isName = level.names !== undefined;
    }
  }
  return repeated;
}

const memberOf = ({ pointer, names, index, name }: Level): string =>
  `${pointer}/${names === undefined ? index : name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
