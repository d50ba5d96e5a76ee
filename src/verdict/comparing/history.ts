import type { Outcome } from '../../contract/outcomes.ts';
import type { TargetIdentity, Verdict, VerdictWord } from '../verdict.ts';

/** One run, as a line of `history/runs.ndjson`; its schema is schemas/documents/history.json. */
export interface HistoryLine {
  readonly schemaVersion: 1;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly target: TargetIdentity & {
    /** A mock that was started for the run; its address says nothing. */
    readonly embedded: boolean;
  };
  readonly risk: string;
  readonly suite: { readonly version: string; readonly catalogueHash: string };
  readonly verdict: VerdictWord;
  readonly scope: string;
  /** Ids of requirements by what became of them. */
  readonly outcomes: Readonly<Partial<Record<Outcome, readonly string[]>>>;
  /** What each failure looked like, by the id of its requirement. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** What is kept of a run. */
export function historyLine(verdict: Verdict, embedded: boolean): HistoryLine {
  const outcomes: Partial<Record<Outcome, string[]>> = {};
  for (const { id, outcome } of verdict.requirements) (outcomes[outcome] ??= []).push(id);
  return {
    schemaVersion: 1,
    run: verdict.run.id,
    startedAt: verdict.run.startedAt,
    target: { ...verdict.target, embedded },
    risk: verdict.run.risk,
    suite: { version: verdict.suite.version, catalogueHash: verdict.suite.catalogueHash },
    verdict: verdict.verdict,
    scope: verdict.scope,
    outcomes,
    fingerprints: Object.fromEntries(
      verdict.requirements.flatMap(({ id, fingerprint }) => (fingerprint === null ? [] : [[id, fingerprint]])),
    ),
  };
}

const placeOf = ({ url, product, dialect, embedded }: HistoryLine['target']): string =>
  [embedded ? '' : url, product, dialect].join(' ');

/** The runs that judged what the last one judged, as much of it; the last one is among them. Oldest first. */
export function alike(lines: readonly HistoryLine[]): HistoryLine[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  return lines.filter(({ target, scope }) => placeOf(target) === placeOf(last.target) && scope === last.scope);
}

/** Requirements that have been in one state since the same run. */
export interface Standing {
  readonly outcome: Outcome;
  /** When the run began in which they were so first, without one since in which they were not. */
  readonly since: string;
  /** In how many runs, the last one included. */
  readonly runs: number;
  /** They were so in the first run of the history: it may be longer. */
  readonly fromTheFirst: boolean;
  readonly ids: readonly string[];
}

/** Since when each requirement of the last run is as it is; a failure that looks otherwise is another one. */
export function standings(lines: readonly HistoryLine[]): Standing[] {
  const states = lines.map(statesOf);
  const last = lines.at(-1);
  if (last === undefined) return [];
  const groups = new Map<string, Standing>();
  for (const [outcome, ids = []] of Object.entries(last.outcomes) as [Outcome, readonly string[]][]) {
    for (const id of ids) {
      const state = states.at(-1)!.get(id);
      const from = states.findLastIndex((one) => one.get(id) !== state) + 1;
      const key = `${outcome} ${from}`;
      const group = groups.get(key) ?? {
        outcome,
        since: lines[from]!.startedAt,
        runs: lines.length - from,
        fromTheFirst: from === 0,
        ids: [],
      };
      groups.set(key, { ...group, ids: [...group.ids, id] });
    }
  }
  return [...groups.values()];
}

const statesOf = ({ outcomes, fingerprints }: HistoryLine): ReadonlyMap<string, string> =>
  new Map(Object.entries(outcomes).flatMap(([outcome, ids]) => ids.map((id) => [id, `${outcome} ${fingerprints[id] ?? ''}`])));
