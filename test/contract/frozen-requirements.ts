import { existsSync, readFileSync } from 'node:fs';
import type { Requirement } from '../../src/contract/requirement.ts';
import { requirements } from '../../src/contract/requirements/index.ts';
import { inScope } from '../../src/contract/scope.ts';

/** What of a requirement users rely on: reports of different releases are compared by it. */
export type FrozenRow = Pick<Requirement, 'level' | 'basis' | 'says'>;
export type FrozenRows = Readonly<Record<string, FrozenRow>>;

export const snapshotFile = new URL('./frozen-requirements.json', import.meta.url);

/** The rows of the snapshot; none while there is no such file. */
export function frozen(): FrozenRows {
  return existsSync(snapshotFile) ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as FrozenRows) : {};
}

/** The same of the catalogue, ids in alphabetical order. */
export function current(): FrozenRows {
  const rows = Object.entries(requirements as Readonly<Record<string, Requirement>>);
  return Object.fromEntries(
    rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, { level, basis, says }]) => [id, { level, basis, says }]),
  );
}

const isSame = (a: FrozenRow, b: FrozenRow): boolean => a.level === b.level && a.basis === b.basis && a.says === b.says;

/** Ids that only the second has, that read differently, and that only the first has. */
export function differences(
  before: FrozenRows,
  after: FrozenRows,
): Readonly<Record<'added' | 'changed' | 'vanished', readonly string[]>> {
  return {
    added: Object.keys(after).filter((id) => before[id] === undefined),
    changed: Object.keys(after).filter((id) => before[id] !== undefined && !isSame(before[id], after[id]!)),
    vanished: Object.keys(before).filter((id) => after[id] === undefined),
  };
}

/**
 * Why a snapshot may not become another one, in sentences that tell what to do; none when rows are only added, or
 * changed where an id or glob names them.
 */
export function refusals(before: FrozenRows, after: FrozenRows, named: readonly string[]): string[] {
  const { changed, vanished } = differences(before, after);
  const unnamed = changed.filter((id) => named.length === 0 || !inScope(id, named));
  return [
    ...vanished.map((id) => `${id} has vanished: put it back, with \`untested\` and the reason if need be`),
    ...unnamed.map((id) => `${id} reads otherwise: change it back, or mean it with: npm run freeze -- ${id}`),
  ];
}
