/**
 * Breaks text into lines of at most `width` characters, all of them indented; a word longer than a line is cut, as a
 * URL must not push a terminal out of shape. Control characters count as blanks: the text may quote a target, which
 * must not steer the terminal.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[\s\p{Cc}]+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) {
      line = longer;
      continue;
    }
    // A word that fits on no line begins on the one at hand.
    let rest = word.length > room ? longer : word;
    if (rest === word) lines.push(line);
    for (; rest.length > room; rest = rest.slice(room)) lines.push(rest.slice(0, room));
    line = rest;
  }
  return [...lines, line].filter((each) => each !== '').map((each) => indent + each);
}
