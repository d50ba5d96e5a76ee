/*
 * What ids look like, to be put into regular expressions: 24 hexadecimal digits, as the database makes them (ObjectId),
 * and 32 for hosts. Source: the examples of the reference's pages.
 */
export const objectId = '[0-9a-f]{24}';
export const hostId = '[0-9a-f]{32}';
export const isObjectId = (text: string): boolean => new RegExp(`^${objectId}$`, 'i').test(text);
/** Whatever is long enough to be an id, in a text or a path. */
export const anyId = '[0-9a-f]{24,}';

/** What every name begins with that a run makes up; behind it come six hexadecimal digits, which differ by worker. */
export const markStart = 'omc-';
/** The mark of one worker's names. */
export const nameMark = `${markStart}[0-9a-f]{6}`;
