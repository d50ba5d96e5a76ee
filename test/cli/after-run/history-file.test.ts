import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addToHistory, historyIn } from '../../../src/cli/after-run/history-file.ts';
import { historyLine } from '../../../src/verdict/comparing/history.ts';
import { verdictOf } from '../../support/compared-verdicts.ts';
import { temporaryFolder } from '../../support/omconform-process.ts';

const writer = fileURLToPath(new URL('../../support/history-writer.ts', import.meta.url));
const line = historyLine(verdictOf({ 'list.size': {} }), false);

test('two writers at once lose no line and part none', async (context) => {
  const out = temporaryFolder(context);
  const ends = await Promise.all(
    ['one', 'two'].map((name) =>
      once(spawn(process.execPath, ['--import', 'tsx', writer, out, name, '40'], { stdio: 'inherit' }), 'close'),
    ),
  );
  assert.deepEqual(ends, [
    [0, null],
    [0, null],
  ]);
  const { lines, passedOver } = historyIn(out);
  assert.equal(passedOver, undefined);
  const runs = lines.map(({ run }) => run);
  for (const name of ['one', 'two']) {
    assert.deepEqual(
      runs.filter((run) => run.startsWith(name)),
      Array.from({ length: 40 }, (_, index) => `${name}-${index}`),
    );
  }
});

test('what is no line of a run is passed over, and what comes behind it is not', (context) => {
  const out = temporaryFolder(context);
  const file = path.join(out, 'history', 'runs.ndjson');
  addToHistory(out, { ...line, run: 'first' });
  appendFileSync(file, '\n{"schemaVersion":1,"run":"ha');
  addToHistory(out, { ...line, run: 'second' });
  appendFileSync(file, '\n{"schemaVersion":2}\n');
  const { lines, passedOver } = historyIn(out);
  assert.deepEqual(
    lines.map(({ run }) => run),
    ['first', 'second'],
  );
  assert.equal(passedOver, `${file}: passed over what is no run: line 4, 7`);
});

test('there is none yet', (context) => {
  assert.deepEqual(historyIn(temporaryFolder(context)), { lines: [] });
});

test('a place that cannot be written to is named', (context) => {
  const out = temporaryFolder(context);
  mkdirSync(path.join(out, 'history', 'runs.ndjson'), { recursive: true });
  assert.throws(() => addToHistory(out, line), /runs\.ndjson cannot be written to: EISDIR/);
  writeFileSync(path.join(out, 'file'), '');
  assert.throws(() => addToHistory(path.join(out, 'file'), line), /cannot be written to: ENOTDIR/);
});
