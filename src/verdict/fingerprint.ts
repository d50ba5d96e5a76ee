import { createHash } from 'node:crypto';
import { shapeOf } from '../contract/violation-shape.ts';
import type { CheckVerdict } from './verdict.ts';

const markOf = (shape: string): string => createHash('sha256').update(shape).digest('hex').slice(0, 8);

/** The shapes of what broken checks found, by their marks. */
export function shapesByMark(checks: readonly CheckVerdict[]): ReadonlyMap<string, string> {
  const shapes = checks
    .filter(({ outcome }) => outcome === 'broken')
    .flatMap(({ violations, reason }) =>
      (violations.length > 0 ? violations : [{ path: '', message: reason ?? '' }]).map(shapeOf),
    );
  return new Map(shapes.toSorted().map((shape) => [markOf(shape), shape]));
}

/** What a failure looks like: the marks of its shapes, eight hex digits each, in order, joined by dots. */
export const fingerprintOf = (marks: Iterable<string>): string => [...new Set(marks)].toSorted().join('.');

/** The marks in a fingerprint. */
export const marksIn = (fingerprint: string): ReadonlySet<string> => new Set(fingerprint.split('.'));
