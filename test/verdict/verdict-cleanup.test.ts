import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { earlierLeftovers, endLedgers } from '../../src/cleanup/leftovers.ts';
import { storedLedgers } from '../../src/cleanup/ledger-file.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import type { CleanupReport } from '../../src/contract/cleanup-report.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { fullInput } from '../support/verdict-sample.ts';

const cleanup: CleanupReport = {
  made: 5,
  removed: 3,
  command: 'npx omconform sweep --out reports',
  left: [{ thing: 'project', path: '/groups/5f', why: 'DELETE /groups/5f was answered <b>500</b>' }],
  stays: [{ thing: 'restore job', count: 1, why: 'it ends by itself' }],
};

describe('what was not cleaned up', () => {
  test('changes no outcome, and no word of the verdict', () => {
    const { cleanup: reported, ...verdict } = deriveVerdict({ ...fullInput(), cleanup });
    assert.deepEqual(verdict, deriveVerdict(fullInput()));
    assert.deepEqual(reported, cleanup);
  });

  test('is told apart, with the command that tries again on a line to be copied', () => {
    const verdict = deriveVerdict({ ...fullInput(), cleanup });
    const lines = renderConsole(verdict, { colour: false, reports: [] }).split('\n');
    assert.ok(lines.includes('Not all cleaned up: 5 made, 3 removed, 1 left behind. No outcome above depends'));
    assert.ok(lines.includes('  project /groups/5f: DELETE /groups/5f was answered <b>500</b>'));
    assert.ok(lines.includes('  1 × restore job: it ends by itself'));
    assert.ok(lines.includes('  Again: npx omconform sweep --out reports'));
    const summary = summaryMarkdown(verdict);
    assert.match(summary, /^Not all cleaned up: 5 made/m);
    assert.doesNotMatch(summary, /<b>500/);
  });

  test('is one line when all is gone, and none when nothing was made', () => {
    const consoleOf = (report: CleanupReport) =>
      renderConsole(deriveVerdict({ ...fullInput(), cleanup: report }), { colour: false, reports: [] });
    assert.match(consoleOf({ made: 5, removed: 5, left: [], stays: [], command: null }), /^Cleaned up: 5 made, 5 removed\.$/m);
    assert.doesNotMatch(consoleOf({ made: 0, removed: 0, left: [], stays: [], command: null }), /leaned up/);
  });
});

describe('the ledgers of earlier runs', () => {
  const { settings } = mockTarget();
  const head = {
    ledger: 1,
    run: 'earlier',
    worker: 0,
    pid: 2 ** 22 + 1,
    host: hostname(),
    target: 'https://om.example.com/api',
    startedAt: '',
  };
  const project = { n: 1, intends: 'project', path: '/groups', removedAt: [['/groups/{made}']] };
  const folderWith = (out: string, ...lines: readonly object[]) => {
    mkdirSync(path.join(out, 'ledger'), { recursive: true });
    writeFileSync(path.join(out, 'ledger', 'earlier.0-1.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return { ...settings, run: { ...settings.run, out } };
  };

  test('are told of in a line, and left as they are', async (context) => {
    const run = folderWith(temporaryFolder(context), head, project);
    assert.match(
      earlierLeftovers(run, 'now') ?? '',
      /^Earlier runs left 1 thing behind, named in .*: npx omconform sweep --target http\S+ --out \S+$/,
    );
    await endLedgers(run, 'now');
    assert.equal(storedLedgers(run.run.out).length, 1);
  });

  test('go where what they name has gone', (context) => {
    const run = folderWith(temporaryFolder(context), head, project, { n: 1, gone: 'altogether' });
    assert.equal(earlierLeftovers(run, 'now'), undefined);
    assert.deepEqual(storedLedgers(run.run.out), []);
  });

  test('are not touched while the process that writes them is at work', (context) => {
    const { born: _unknown, ...others } = { ...head, pid: process.ppid, born: undefined };
    const run = folderWith(temporaryFolder(context), others, project);
    assert.equal(earlierLeftovers(run, 'now'), undefined);
    assert.equal(storedLedgers(run.run.out).length, 1);
  });

  test('are not taken for those of a new process with the same number', (context) => {
    const run = folderWith(temporaryFolder(context), { ...head, pid: process.ppid, born: 'long ago' }, project);
    const expected = process.platform === 'linux' ? /^Earlier runs left 1 thing/ : /^$/;
    assert.match(earlierLeftovers(run, 'now') ?? '', expected);
  });
});
