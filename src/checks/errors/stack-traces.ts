/** A sign of a stack trace: what it is, and the words that show it. */
export interface Trace {
  readonly what: string;
  readonly shown: string;
}

/** Tried on each line alone, from its first letter on. None of them tries the same letters twice. */
const frames: readonly (readonly [RegExp, string])[] = [
  [/^at [\w$.<>/]+\((?:[\w$]+\.(?:java|kt|scala):\d+|Native Method|Unknown Source)\)/, 'a frame of a Java stack trace'],
  [/^Caused by: /, 'the cause in a stack trace'],
  [/Traceback \(most recent call last\)/, 'a Python stack trace'],
  [/^File "[^"]+", line \d+/, 'a frame of a Python stack trace'],
];
const javaScriptPlace = /[^\s()]\.[cm]?[jt]s:\d+:\d+\)?/;

function frameIn(line: string): Trace | undefined {
  for (const [pattern, what] of frames) {
    const match = pattern.exec(line);
    if (match !== null) return { what, shown: match[0].trim() };
  }
  const place = line.startsWith('at ') ? javaScriptPlace.exec(line) : null;
  if (place === null) return undefined;
  return { what: 'a frame of a JavaScript stack trace', shown: line.slice(0, place.index + place[0].length) };
}

/** `java.lang.IllegalStateException`: two packages or more, and a class that ends so. */
function exceptionIn(line: string): Trace | undefined {
  for (const [word] of line.matchAll(/[\w$.]+/g)) {
    if (!word.includes('Exception') && !word.includes('Error')) continue;
    let packages: string[] = [];
    for (const part of word.split('.')) {
      const name = /^[A-Z]\w*/.exec(part)?.[0] ?? '';
      if (packages.length >= 2 && (name.endsWith('Exception') || name.endsWith('Error'))) {
        return { what: 'the name of a Java exception', shown: [...packages, name].join('.') };
      }
      if (/^[a-z]/.test(part)) packages.push(part);
      else packages = [];
    }
  }
  return undefined;
}

/** The first sign of a stack trace in a text; undefined without one. */
export function traceIn(text: string): Trace | undefined {
  const lines = text.split(/[\r\n\u2028\u2029]/).map((line) => line.trimStart());
  for (const sign of [frameIn, exceptionIn]) {
    for (const line of lines) {
      const trace = sign(line);
      if (trace !== undefined) return trace;
    }
  }
  return undefined;
}
