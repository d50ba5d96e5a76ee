import { isObject } from './json.ts';

/** One line of a document that is laid out for people. */
export interface DocumentLine {
  readonly text: string;
  /** It shows a place that was asked for. */
  readonly marked: boolean;
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The places themselves where the document has them, or else what should hold them. */
function placesIn(value: unknown, pointers: readonly string[]): Set<string> {
  const has = (pointer: string): boolean => {
    let part = value;
    for (const key of pointer.split('/').slice(1)) {
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return false;
      part = (part as Record<string, unknown>)[name];
    }
    return true;
  };
  return new Set(
    pointers.map((pointer) => {
      let place = pointer;
      while (place !== '' && !has(place)) place = place.slice(0, place.lastIndexOf('/'));
      return place;
    }),
  );
}

/** The lines of a JSON value, indented by two, with those marked that show one of the places (JSON Pointers). */
export function jsonLines(value: unknown, pointers: readonly string[]): DocumentLine[] {
  const places = placesIn(value, pointers);
  const lines: DocumentLine[] = [];
  const write = (item: unknown, pointer: string, before: string, after: string, depth: number): void => {
    const indent = '  '.repeat(depth);
    const members = Array.isArray(item)
      ? item.map((member: unknown, index) => [`${pointer}/${index}`, '', member] as const)
      : isObject(item)
        ? Object.entries(item).map(
            ([name, member]) => [`${pointer}/${escaped(name)}`, `${JSON.stringify(name)}: `, member] as const,
          )
        : [];
    const [open, close] = Array.isArray(item) ? ['[', ']'] : ['{', '}'];
    const marked = pointer !== '' && places.has(pointer);
    if (members.length === 0) {
      const empty = typeof item === 'object' && item !== null ? open + close : JSON.stringify(item);
      lines.push({ text: `${indent}${before}${empty}${after}`, marked });
      return;
    }
    lines.push({ text: `${indent}${before}${open}`, marked });
    for (const [index, [place, name, member]] of members.entries()) {
      write(member, place, name, index < members.length - 1 ? ',' : '', depth + 1);
    }
    lines.push({ text: `${indent}${close}${after}`, marked: false });
  };
  write(value, '', '', '', 0);
  return lines;
}

/** Lines before and behind a marked one that are shown with it. */
const around = 2;

/**
 * At most so many of the lines: those around the marks, or the first ones where nothing is marked. What was left out
 * between them is one line, which says how many there were.
 */
export function excerpt(lines: readonly DocumentLine[], most: number): DocumentLine[] {
  if (lines.length <= most) return [...lines];
  const marks = lines.flatMap(({ marked }, index) => (marked ? [index] : []));
  const chosen = new Set<number>();
  for (const mark of marks) {
    if (chosen.size >= most) break;
    for (let at = mark - around; at <= mark + around; at += 1) if (at in lines) chosen.add(at);
  }
  for (let at = 0; at < lines.length && marks.length === 0 && chosen.size < most; at += 1) chosen.add(at);
  const shown: DocumentLine[] = [];
  let next = 0;
  const skip = (to: number): void => {
    if (to > next) shown.push({ text: `… ${to - next} ${to - next === 1 ? 'line' : 'lines'}`, marked: false });
  };
  for (const at of [...chosen].toSorted((a, b) => a - b)) {
    skip(at);
    shown.push(lines[at]!);
    next = at + 1;
  }
  skip(lines.length);
  return shown;
}
