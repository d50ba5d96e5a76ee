import type { CleanupReport } from '../../contract/cleanup-report.ts';
import type { RecordedRun } from '../../verdict/recorded-run.ts';
import type { RunIdentity, TargetIdentity } from '../../verdict/verdict.ts';

const each = (values: readonly string[]): string => [...new Set(values)].join(', ');

/** What the parts of a split run were together: from the first beginning to the last end. */
export function mergedIdentity(parts: readonly RecordedRun[]): { readonly target: TargetIdentity; readonly run: RunIdentity } {
  const [first] = parts as readonly [RecordedRun, ...RecordedRun[]];
  const runs = parts.map(({ run }) => run);
  const begins = runs.map(({ startedAt }) => Date.parse(startedAt));
  const ends = runs.map(({ durationMs }, index) => begins[index]! + durationMs);
  const begin = Math.min(...begins);
  const startedAt = new Date(begin).toISOString();
  const seed = each(runs.map((run) => run.seed));
  return {
    target: {
      ...first.target,
      serverVersion: parts.find(({ target }) => target.serverVersion !== null)?.target.serverVersion ?? null,
    },
    run: {
      id: `${startedAt.replace(/[:.]/g, '-')}-${seed.replaceAll(', ', '-')}`,
      seed,
      startedAt,
      durationMs: Math.max(...ends) - begin,
      requests: runs.reduce((sum, { requests }) => sum + requests, 0),
      risk: first.run.risk,
      command: each(runs.map(({ command }) => command)),
      mergedFrom: runs.map(({ id }) => id),
    },
  };
}

/** What became of all that the parts made; undefined where none kept account of it. */
export function mergedCleanup(parts: readonly RecordedRun[]): CleanupReport | undefined {
  const reports = parts.flatMap(({ cleanup }) => cleanup ?? []);
  if (reports.length <= 1) return reports[0];
  const stays = new Map<string, CleanupReport['stays'][number]>();
  for (const one of reports.flatMap((report) => report.stays)) {
    const key = `${one.thing} ${one.why}`;
    stays.set(key, { ...one, count: one.count + (stays.get(key)?.count ?? 0) });
  }
  return {
    made: reports.reduce((sum, { made }) => sum + made, 0),
    removed: reports.reduce((sum, { removed }) => sum + removed, 0),
    left: reports.flatMap(({ left }) => left),
    stays: [...stays.values()],
    command: reports.flatMap(({ command }) => command ?? []).join(' && ') || null,
  };
}
