import { isObject } from '../../wire/json.ts';

/**
 * A JSON value on lines of its own, as JSON.stringify indents by two: its first `most` lines, and how many it has.
 * All of them may be more than a string can hold: the depth of each counts in its length.
 */
export function indented(value: unknown, most: number): { lines: string[]; count: number } {
  const lines: string[] = [];
  let count = 0;
  const put = (line: () => string): void => {
    if (count < most) lines.push(line());
    count += 1;
  };
  const write = (item: unknown, indent: string, before: string, after: string): void => {
    const members = Array.isArray(item)
      ? item.map((member: unknown) => ['', member] as const)
      : isObject(item)
        ? Object.entries(item).map(([name, member]) => [`${JSON.stringify(name)}: `, member] as const)
        : [];
    const [open, close] = Array.isArray(item) ? ['[', ']'] : ['{', '}'];
    if (members.length === 0) {
      put(() => `${indent}${before}${typeof item === 'object' && item !== null ? open + close : JSON.stringify(item)}${after}`);
      return;
    }
    put(() => `${indent}${before}${open}`);
    for (const [index, [name, member]] of members.entries()) {
      write(member, `${indent}  `, name, index < members.length - 1 ? ',' : '');
    }
    put(() => `${indent}${close}${after}`);
  };
  write(value, '', '', '');
  return { lines, count };
}
