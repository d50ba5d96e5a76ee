/** A word in single quotes, as a POSIX shell takes it literally. */
export const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A word as a POSIX shell must be given it: in quotes where it has characters that mean something to the shell. */
export const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word));
