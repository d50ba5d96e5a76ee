import { accessSync, constants } from 'node:fs';
import { limits } from '../../contract/limits.ts';
import { UsageError } from '../input/usage-error.ts';

/*
 * Each parser takes the text of one setting and returns its value, or throws a UsageError whose message completes
 * the sentence "<where the setting came from> …".
 */

/** Any text that is not empty. */
export function text(given: string): string {
  return given;
}

/** One of the listed words. */
export function oneOf<const Word extends string>(allowed: readonly Word[]): (given: string) => Word {
  return (given) => {
    const word = allowed.find((candidate) => candidate === given);
    if (word === undefined) throw new UsageError(`is "${given}": expected one of ${allowed.join(', ')}`);
    return word;
  };
}

/** A whole number of at least 1. */
export function count(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new UsageError(`is "${given}": expected a whole number from 1 up`);
  return Number(given);
}

/** A length of time in seconds, above 0; fractions are allowed. */
export function seconds(given: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(given) || Number(given) === 0) {
    throw new UsageError(`is "${given}": expected a number of seconds above 0`);
  }
  return Number(given);
}

/** A switch. */
export function yesOrNo(given: string): boolean {
  if (/^(true|1|yes)$/i.test(given)) return true;
  if (/^(false|0|no)$/i.test(given)) return false;
  throw new UsageError(`is "${given}": expected true or false`);
}

/** Words parted by commas; blanks around them are dropped. */
export function words(given: string): readonly string[] {
  return given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Of words parted by commas, each one of the listed. */
export function eachOneOf<const Word extends string>(allowed: readonly Word[]): (given: string) => readonly Word[] {
  const one = oneOf(allowed);
  return (given) => words(given).map(one);
}

/** An id as the API makes them: 24 hexadecimal digits. */
export function objectId(given: string): string {
  if (!/^[0-9a-f]{24}$/i.test(given)) throw new UsageError(`is "${given}": expected 24 hexadecimal digits`);
  return given;
}

/** Path of a file that can be read. */
export function readableFile(given: string): string {
  try {
    accessSync(given, constants.R_OK);
  } catch {
    throw new UsageError(`is "${given}": there is no such file that can be read`);
  }
  return given;
}

/** A path below the base path, in which `{PROJECT-ID}` stands for a project's id; the id of one project is taken for that. */
export function projectPath(given: string): string {
  const path = given.replace(/(?<=\/groups\/)[0-9a-f]{24}(?=\/|$)/i, '{PROJECT-ID}');
  if (!path.startsWith('/') || !path.includes('{PROJECT-ID}')) {
    throw new UsageError(`is "${given}": expected a path such as /groups/{PROJECT-ID}/hosts`);
  }
  return path;
}

/**
 * URL of the API's root, without a trailing slash: a URL without a path gets the documented one, any other path is
 * taken as it is. The message never repeats a URL that carries credentials.
 */
export function apiRoot(given: string): string {
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) {
    const shown = given.includes('@') ? '' : `is "${given}": `;
    throw new UsageError(`${shown}expected a URL such as https://om.example.com:8443`);
  }
  const url = new URL(given);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('carries credentials: take them out and give TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY');
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(`is "${given}": expected a URL without a query or a fragment`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? limits.basePath : path}`;
}
