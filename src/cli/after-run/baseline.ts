import { copyFileSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { verdictAt } from '../judging/recorded-folder.ts';
import { NotWritten } from '../failures.ts';

/**
 * What a run is compared with, as it will be found when the run has ended: results that the run is about to replace are
 * kept in `<out>/before`. Throws UsageError where there is no verdict, and NotWritten.
 */
export function keptBaseline(baseline: string | undefined, out: string): string | undefined {
  if (baseline === undefined) return undefined;
  const { folder } = verdictAt(baseline);
  if (folder === undefined || !existsSync(out) || realpathSync(folder) !== realpathSync(out)) return baseline;
  const kept = path.join(out, 'before');
  try {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept);
    for (const name of ['verdict.json', 'evidence.ndjson']) {
      if (existsSync(path.join(folder, name))) copyFileSync(path.join(folder, name), path.join(kept, name));
    }
  } catch (error) {
    throw new NotWritten(kept, error);
  }
  return kept;
}
