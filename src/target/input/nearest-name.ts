/** Number of single-character insertions, removals and replacements that turn `a` into `b` (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, left] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, right] of [...b].entries()) {
      const replaced = (previous[column] ?? 0) + (left === right ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidate that takes the fewest edits to reach from `name`; undefined when there is no candidate. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .reduce<{ candidate: string; distance: number } | undefined>(
      (best, next) => (best === undefined || next.distance < best.distance ? next : best),
      undefined,
    )?.candidate;
}
