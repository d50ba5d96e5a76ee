import { loadSpecs } from '../../src/engine/run.ts';
import { fromProjectRoot } from '../../src/run/test/current-test.ts';

/** One test of the specs, whether it stands there or is made from a table. */
export interface Check {
  readonly file: string;
  readonly title: string;
  readonly proves: string;
}

// `node --import tsx --conditions=engine test/contract/declared-tests.ts`: prints them all as JSON.
const checks = (await loadSpecs()).map(({ file, title, details }): Check => ({
  file: fromProjectRoot(file),
  title,
  proves: details.tag.join(' ').replace('@', ''),
}));
process.stdout.write(JSON.stringify(checks));
