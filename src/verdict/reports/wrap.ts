import { visible } from '../../wire/visible.ts';

/**
 * Breaks text into lines of at most `width` characters, all of them indented. A word longer than a line, such as a
 * URL, stays whole on a line of its own, to be copied. The text may quote a target, which must not steer the
 * terminal: what would is made visible.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line].filter((each) => each !== '').map((each) => indent + each);
}

/** Text on one line, however long it is, to be copied; made visible here too. */
export const unwrapped = (text: string, indent = ''): string => indent + visible(text).replace(/\s+/gu, ' ');
