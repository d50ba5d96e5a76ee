import { relative } from 'node:path';

/** A path as a person would type it here: relative below the working directory, absolute elsewhere. */
export const asTyped = (path: string): string => {
  const here = relative(process.cwd(), path);
  return here.startsWith('..') ? path : here;
};
