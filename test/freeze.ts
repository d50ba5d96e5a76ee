import { writeFileSync } from 'node:fs';
import { current, differences, frozen, refusals, snapshotFile } from './contract/frozen-requirements.ts';

/**
 * `npm run freeze [-- <id or glob>…]`: adds the rows of new requirements to the snapshot. A row that is there already
 * is changed only when it is named, and one that vanished stays: an id is never given up.
 */
const named = process.argv.slice(2);
const [before, after] = [frozen(), current()];
const refused = refusals(before, after, named);
if (refused.length > 0) {
  console.error([...refused, 'Nothing was written.'].join('\n'));
  process.exitCode = 1;
} else {
  const { added, changed } = differences(before, after);
  writeFileSync(snapshotFile, `${JSON.stringify(after, null, 2)}\n`);
  console.log(`${added.length} added, ${changed.length} changed`);
}
