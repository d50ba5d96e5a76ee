import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { isObjectId, objectId as objectIdDigits } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { inOneNotation } from '../../contract/path-templates.ts';
import { UsageError } from '../input/usage-error.ts';
import type { Parser } from './setting.ts';

const parser = <T>(schema: object, parse: (given: string, cwd?: string) => T): Parser<T> => Object.assign(parse, { schema });

/** Any text that is not empty. */
export const text = parser({ type: 'string' }, (given) => given);

/** One of the listed words. */
export const oneOf = <const Word extends string>(allowed: readonly Word[]): Parser<Word> =>
  parser({ enum: allowed }, (given) => {
    const word = allowed.find((candidate) => candidate === given);
    if (word === undefined) throw new UsageError(`is "${given}": expected one of ${allowed.join(', ')}`);
    return word;
  });

/** A whole number of at least 1. */
export const count = parser({ type: 'integer', minimum: 1 }, (given) => {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new UsageError(`is "${given}": expected a whole number from 1 up`);
  return Number(given);
});

/** A length of time in seconds, above 0; fractions are allowed. */
export const seconds = parser({ type: 'number', exclusiveMinimum: 0 }, (given) => {
  if (!/^\d{1,6}(\.\d+)?$/.test(given) || Number(given) === 0) {
    throw new UsageError(`is "${given}": expected a number of seconds above 0`);
  }
  return Number(given);
});

/** A switch. */
export const yesOrNo = parser({ type: 'boolean' }, (given) => {
  if (/^(true|1|yes)$/i.test(given)) return true;
  if (/^(false|0|no)$/i.test(given)) return false;
  throw new UsageError(`is "${given}": expected true or false`);
});

const parted = (given: string): string[] =>
  given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Words parted by commas; blanks around them are dropped. */
export const words: Parser<readonly string[]> = parser({ type: 'string' }, parted);

/** Of words parted by commas, each one of the listed. */
export function eachOneOf<const Word extends string>(allowed: readonly Word[]): Parser<readonly Word[]> {
  const one = oneOf(allowed);
  return parser({ type: 'string' }, (given) => parted(given).map((word) => one(word)));
}

/** An id as the API makes them: 24 hexadecimal digits. */
export const objectId = parser({ type: 'string', pattern: '^[0-9a-fA-F]{24}$' }, (given) => {
  if (!isObjectId(given)) throw new UsageError(`is "${given}": expected 24 hexadecimal digits`);
  return given;
});

/** Path of a file that can be read, from the root of the machine. */
export const readableFile = parser({ type: 'string' }, (given, cwd = process.cwd()) => {
  const file = path.resolve(cwd, given);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`is "${given}": there is no such file that can be read`);
  }
  return file;
});

/** Path of a folder, which need not be there, from the root of the machine. */
export const folder = parser({ type: 'string' }, (given, cwd = process.cwd()) => path.resolve(cwd, given));

/** A path below the base path, in which `{projectId}` stands for a project's id; the id of one project is taken for that. */
export const projectPath = parser({ type: 'string', pattern: '^/' }, (given) => {
  const below = inOneNotation(given).replace(new RegExp(`(?<=/groups/)${objectIdDigits}(?=/|$)`, 'i'), '{projectId}');
  if (!below.startsWith('/') || !below.includes('{projectId}')) {
    throw new UsageError(`is "${given}": expected a path such as /groups/{projectId}/hosts`);
  }
  return below;
});

/**
 * URL of the API's root, without a trailing slash: a URL without a path gets the documented one, any other path is
 * taken as it is. The message never repeats a URL that carries credentials.
 */
export const apiRoot = parser({ type: 'string' }, (given) => {
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
  const below = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${below === '' ? limits.basePath : below}`;
});
