import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inScope } from '../contract/scope.ts';
import { current, differences, frozen, snapshotFile } from './frozen-requirements.ts';

/**
 * `npm run freeze [-- <id or glob>…]`: adds the rows of new requirements to the snapshot. A row that is there already
 * is changed only when it is named, and one that vanished stays: an id is never given up.
 */
const named = process.argv.slice(2);
const { added, changed, vanished } = differences(frozen(), current());
const meant = changed.filter((id) => named.length > 0 && inScope(id, named));
const unnamed = changed.filter((id) => !meant.includes(id));

for (const id of vanished) console.error(`${id} has vanished: put it back, with \`untested\` and the reason if need be`);
for (const id of unnamed) console.error(`${id} reads otherwise: change it back, or mean it with: npm run freeze -- ${id}`);
if (vanished.length + unnamed.length > 0) {
  console.error('Nothing was written.');
  process.exitCode = 1;
} else {
  writeFileSync(fileURLToPath(snapshotFile), `${JSON.stringify(current(), null, 2)}\n`);
  console.log(`${added.length} added, ${meant.length} changed`);
}
