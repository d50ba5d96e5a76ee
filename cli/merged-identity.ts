import type { RecordedRun } from '../verdict/recorded-run.ts';
import type { RunIdentity, TargetIdentity } from '../verdict/verdict.ts';

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
    target: { ...first.target, serverVersion: parts.find(({ target }) => target.serverVersion !== null)?.target.serverVersion ?? null },
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
