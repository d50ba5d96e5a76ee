import { existsSync, readFileSync } from 'node:fs';
import { requirements } from '../contract/requirements/index.ts';
import type { Requirement } from '../contract/requirement.ts';

/** What of a requirement users rely on: reports of different releases are compared by it. */
export type FrozenRow = Pick<Requirement, 'level' | 'basis' | 'says'>;
export type FrozenRows = Readonly<Record<string, FrozenRow>>;

export const snapshotFile = new URL('./frozen-requirements.json', import.meta.url);

/** The rows of the snapshot; none while there is no such file. */
export function frozen(): FrozenRows {
  return existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, 'utf8')) as FrozenRows : {};
}

/** The same of the catalogue, ids in alphabetical order. */
export function current(): FrozenRows {
  const rows = Object.entries(requirements as Readonly<Record<string, Requirement>>);
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { level, basis, says }]) => [id, { level, basis, says }]));
}

/** Ids that only the second has, that read differently, and that only the first has. */
export function differences(
  before: FrozenRows, after: FrozenRows,
): Readonly<Record<'added' | 'changed' | 'vanished', readonly string[]>> {
  const isSame = (a: FrozenRow, b: FrozenRow) => a.level === b.level && a.basis === b.basis && a.says === b.says;
  return {
    added: Object.keys(after).filter((id) => before[id] === undefined),
    changed: Object.keys(after).filter((id) => before[id] !== undefined && !isSame(before[id], after[id]!)),
    vanished: Object.keys(before).filter((id) => after[id] === undefined),
  };
}
