/** A JSON value in a stream of text, and where it begins. */
export interface Found {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is wrong with a text that should hold JSON, and in which line. */
export class NoJson extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'NoJson';
  }
}

/** No exchange is longer, in characters. */
const longest = 256 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
const opens = (code: number): boolean => code === 0x7b || code === 0x5b;
const closes = (code: number): boolean => code === 0x7d || code === 0x5d;

/**
 * The exchanges of a recording, one after the other, whatever stands around them: JSON values that follow each other
 * (NDJSON, or one document), the elements of an array, or the `log.entries` of a HAR document. Only one of them is held
 * in memory. Each is delimited here and is for the reader to parse. Throws NoJson where the text is none.
 */
export async function* valuesIn(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let depth = 0;
  /** Depth at which the values are that are handed out: 0 at the top, 1 in an array, 3 among the entries of a HAR. */
  let level = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  /** What has been read of the value that is being read; undefined between values. */
  let value: string[] | undefined;
  let length = 0;
  let begun = 1;
  /** The last strings read at depths 1 and 2 of a document: its keys, as long as a HAR is looked for. */
  let string = '';
  const keys: string[] = [];
  let isDocument = false;

  for await (const chunk of chunks) {
    let from = value === undefined ? -1 : 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === 0x0a) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) inString = false;
        if (inString && isDocument && depth <= 2 && string.length < 64) string += chunk[at];
        continue;
      }
      if (code === quote) {
        inString = true;
        string = '';
        if (depth === level && value === undefined) throw new NoJson(line, 'a text stands where an exchange should');
        continue;
      }
      if (isBlank(code)) continue;
      if (opens(code)) {
        const isArray = code === 0x5b;
        if (depth === 0 && level === 0 && isArray && value === undefined) {
          level = 1;
          depth = 1;
          continue;
        }
        if (isDocument && depth === 2 && isArray && keys[1] === 'log' && keys[2] === 'entries') {
          // A HAR: what was read of it so far is only about the recording.
          value = undefined;
          isDocument = false;
          from = -1;
          length = 0;
          depth = 3;
          level = 3;
          continue;
        }
        if (depth === level && value === undefined) {
          value = [];
          length = 0;
          from = at;
          begun = line;
          isDocument = level === 0 && !isArray;
          keys.length = 0;
        }
        depth += 1;
      } else if (closes(code)) {
        depth -= 1;
        if (depth < 0) throw new NoJson(line, 'closes what was never opened');
        if (depth === level && value !== undefined) {
          value.push(chunk.slice(from, at + 1));
          yield { text: value.join(''), line: begun };
          value = undefined;
          isDocument = false;
          from = -1;
        } else if (depth < level) {
          // The end of the array: of a HAR's document some more follows, of which nothing is wanted.
          level = level === 3 ? Number.POSITIVE_INFINITY : 0;
        }
      } else if (code === 0x3a) {
        if (isDocument && depth <= 2) keys[depth] = string;
      } else if (depth === level && code !== 0x2c) {
        throw new NoJson(line, `${JSON.stringify(chunk.slice(at, at + 20))} stands where an exchange should`);
      }
    }
    if (value === undefined) continue;
    value.push(chunk.slice(Math.max(from, 0)));
    length += chunk.length;
    if (length > longest) throw new NoJson(begun, 'holds an exchange of more than 256 MiB');
  }
  if (value !== undefined || inString) throw new NoJson(begun, 'breaks off in the middle of what begins here');
  if (depth !== 0) throw new NoJson(line, 'breaks off before its end');
}
