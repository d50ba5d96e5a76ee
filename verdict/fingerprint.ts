import { createHash } from 'node:crypto';
import type { Violation } from '../contract/outcomes.ts';
import { violationLine } from './check-verdict.ts';
import type { CheckVerdict } from './verdict.ts';

/** What is another in every run, or in every item of a list, and says nothing of the fault. */
const passing: readonly (readonly [what: RegExp, word: string])[] = [
  [/https?:\/\/[^/\s"']+/g, ''],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})/g, '<date>'],
  [/\bomc-[0-9a-f]{6}[\w.-]*/g, '<name>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b[0-9a-f]{24,}\b/gi, '<id>'],
];

/** A violation without what is another in every run: the shape by which a failure is known again. */
export function shapeOf({ path, message }: Violation): string {
  const place = path.replace(/\/\d+(?=\/|$)/g, '/*');
  const said = passing.reduce((text, [what, word]) => text.replace(what, word), message);
  // A status is what it is; other numbers are counts and sizes of the day.
  return violationLine({ path: place, message: path === 'status' ? said : said.replace(/\d+/g, '#') });
}

const markOf = (shape: string): string => createHash('sha256').update(shape).digest('hex').slice(0, 8);

/** The shapes of what broken checks found, by their marks. */
export function shapesByMark(checks: readonly CheckVerdict[]): ReadonlyMap<string, string> {
  const shapes = checks.filter(({ outcome }) => outcome === 'broken').flatMap(({ violations, reason }) =>
    (violations.length > 0 ? violations : [{ path: '', message: reason ?? '' }]).map(shapeOf));
  return new Map(shapes.toSorted().map((shape) => [markOf(shape), shape]));
}

/** What a failure looks like: the marks of its shapes, eight hex digits each, in order, joined by dots. */
export const fingerprintOf = (marks: Iterable<string>): string => [...new Set(marks)].toSorted().join('.');

/** The marks in a fingerprint. */
export const marksIn = (fingerprint: string): ReadonlySet<string> => new Set(fingerprint.split('.'));
