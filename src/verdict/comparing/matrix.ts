import type { Outcome } from '../../contract/outcomes.ts';
import type { RequirementVerdict, TargetIdentity, Verdict, VerdictWord } from '../verdict.ts';
import { faultOf, isBroken } from './changes.ts';

/** A run that stands beside others, and what it is called. */
export interface Beside {
  readonly name: string;
  readonly verdict: Verdict;
  /** It judged a server of the API itself, not a mock of it. */
  readonly real: boolean;
}

export interface MatrixColumn {
  readonly name: string;
  readonly real: boolean;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly verdict: VerdictWord;
  readonly target: TargetIdentity;
  readonly suite: { readonly version: string; readonly catalogueHash: string };
}

/** What a run has of a requirement. */
export interface MatrixCell {
  readonly outcome: Outcome;
  /** What is wrong, or why it was not judged, in words; null where nothing is to be said. */
  readonly detail: string | null;
}

export interface MatrixRow {
  readonly id: string;
  readonly says: string;
  readonly level: RequirementVerdict['level'];
  readonly basis: RequirementVerdict['basis'];
  /** Of each column, in their order; null where the requirement is not in its scope. */
  readonly cells: readonly (MatrixCell | null)[];
  /** All real targets that could be judged, two at least, contradict it: it may be the requirement that is wrong. */
  readonly suspect: boolean;
}

/** The document of `omconform matrix --json`; its schema is schemas/documents/matrix.json. */
export interface Matrix {
  readonly schemaVersion: 1;
  readonly columns: readonly MatrixColumn[];
  /** Requirements in which they differ, or that are suspect, in the order of the catalogue. */
  readonly rows: readonly MatrixRow[];
  /** Requirements in which all are alike, and none is suspect. */
  readonly alike: number;
}

/** Real targets that must contradict a requirement before it is suspect. */
const leastReal = 2;

/** Several runs side by side, where they differ. */
export function matrixOf(runs: readonly Beside[]): Matrix {
  const tables = runs.map(({ verdict }) => new Map(verdict.requirements.map((row) => [row.id, row])));
  const ids = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  const rows = ids.map((id): MatrixRow & { readonly differs: boolean } => {
    const own = tables.map((table) => table.get(id));
    const { says, level, basis } = own.find((row) => row !== undefined)!;
    const real = own.filter((row, index) => row !== undefined && runs[index]!.real);
    return {
      id,
      says,
      level,
      basis,
      cells: own.map((row) =>
        row === undefined ? null : { outcome: row.outcome, detail: isBroken(row) ? faultOf(row) : row.reason },
      ),
      suspect: isSuspect(real as RequirementVerdict[]),
      differs: new Set(own.map((row) => (row === undefined ? '' : `${row.outcome} ${row.fingerprint ?? ''}`))).size > 1,
    };
  });
  const shown = rows.filter(({ differs, suspect }) => differs || suspect);
  return {
    schemaVersion: 1,
    columns: runs.map(({ name, real, verdict: { run, verdict, target, suite } }) => ({
      name,
      real,
      run: run.id,
      startedAt: run.startedAt,
      verdict,
      target,
      suite: { version: suite.version, catalogueHash: suite.catalogueHash },
    })),
    rows: shown.map(({ differs: _differs, ...row }) => row),
    alike: rows.length - shown.length,
  };
}

function isSuspect(real: readonly RequirementVerdict[]): boolean {
  const contradict = real.filter((row) => row.outcome === 'broken' || row.outcome === 'known');
  return contradict.length >= leastReal && !real.some(({ outcome }) => outcome === 'kept' || outcome === 'stale');
}
