import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandingRecord } from '../../src/contract/outcomes.ts';
import { countsInFolder, countsInMemory } from '../../src/run/guards/run-counts.ts';
import { noteBreaches, reasonToStop } from '../../src/run/stop-early.ts';
import { exchangesOf, readEvidenceText } from '../../src/verdict/recorded-run.ts';
import type { Settings } from '../../src/target/settings/types.ts';
import { liveMock, shortLived, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { verdictErrors } from '../support/verdict-errors.ts';
import { evidence, standing } from '../support/verdict-sample.ts';
import { counted, numericCodes } from '../run/wrong-errors.ts';

const known = [{ requirement: 'list.walk-meets-each-once', fingerprint: 'x', why: 'x', until: '2030-01-01' }];
const settingsWith = (maxFailures?: number): Settings =>
  ({ target: { product: 'ops-manager', known }, run: { maxFailures } }) as unknown as Settings;

const broken = (requirement: string) => evidence({ requirement, outcome: 'broken' });
const wrong: StandingRecord = standing({ requirement: 'error.five-fields', violations: [{ path: '', message: 'is wrong' }] });

for (const where of ['memory', 'a folder'] as const) {
  test(`of documented MUSTs that are broken each counts once, in ${where}`, (context) => {
    const counts = where === 'memory' ? countsInMemory() : countsInFolder(temporaryFolder(context));
    const settings = settingsWith(3);
    const note = (left: ReturnType<typeof evidence>): string | undefined => {
      noteBreaches(left, settings, counts);
      return reasonToStop(settings, counts)?.says;
    };
    assert.deepEqual(
      [
        note(evidence({}, [standing()])),
        note(broken('list.page-size-honoured')),
        note(broken('list.page-size-honoured')),
        // Listed as known; inferred; of the other product alone; and no requirement of this version.
        note(broken('list.walk-meets-each-once')),
        note(broken('code.ACCESS_LIST_ACCESS_DENIED')),
        note(broken('https.only')),
        note(broken('list.unheard-of')),
        note(evidence({}, [wrong])),
        note(evidence({}, [wrong])),
      ],
      Array.from({ length: 9 }),
    );
    assert.equal(note(broken('pretty.entity-formatted')), 'stopped early: --max-failures 3');
  });
}

test('without a number nothing stops a run', () => {
  const counts = countsInMemory();
  for (const id of ['list.page-size-honoured', 'pretty.entity-formatted']) noteBreaches(broken(id), settingsWith(), counts);
  assert.equal(reasonToStop(settingsWith(), counts), undefined);
});

test('a run that is to stop at the first broken MUST does, says so everywhere, and can be judged again', async (context) => {
  const { wire, count } = counted(numericCodes);
  const { env } = await liveMock(context, { ...shortLived, wire });
  const out = temporaryFolder(context);
  const words = [
    'run',
    '--fail-fast',
    '--workers',
    '1',
    '--risk',
    'own-resources',
    '--grep',
    '@(?:error|access|list)',
    '--out',
    out,
  ];
  const { code, stdout, stderr } = await omconform(context, words, env);
  assert.deepEqual([code, stderr], [1, ''], stdout);

  const verdict = verdictIn(out);
  const { stopped, requirements, faults } = verdict;
  const untried = requirements.filter(({ reasons = [] }) => reasons.some(({ kind }) => kind === 'stopped-early'));
  assert.deepEqual(new Set(untried.map(({ reason }) => reason)), new Set(['stopped early: --max-failures 1']));
  assert.deepEqual(new Set(untried.map(({ outcome }) => outcome)), new Set(['unverified']));
  assert.deepEqual(
    [verdict.verdict, stopped, faults, verdictErrors(verdict)],
    ['non-conformant', { broken: 1, notTried: untried.length }, [], []],
  );
  const { tests } = readEvidenceText(readFileSync(path.join(out, 'evidence.ndjson'), 'utf8'));
  const inTurn = tests.toSorted((a, b) => (a.provenance?.turn ?? 0) - (b.provenance?.turn ?? 0));
  const breaches = requirements.flatMap(({ checks }) => checks.flatMap(({ violations }) => violations));
  const shown = new Set(breaches.map(({ exchange }) => exchange));
  const first = inTurn.findIndex(({ exchanges }) => exchanges.some(({ id }) => shown.has(id)));
  const later = inTurn.slice(first + 1);
  assert.ok(first >= 0 && later.length > 20 && untried.length > 20, `${later.length} checks, ${untried.length} not tried`);
  assert.deepEqual(
    later.filter(({ record, exchanges }) => record.reasonKind !== 'stopped-early' || exchanges.length > 0),
    [],
  );
  // Besides, the run looked at its target before, and removed what it had made.
  const besides = count() - exchangesOf(tests).length - (verdict.cleanup?.removed ?? 0);
  assert.ok(besides < 20, `${besides} requests that no check sent`);

  const said = `Stopped after 1 broken: ${untried.length} requirements were not tried.`;
  assert.ok(stdout.replaceAll(/\s+/g, ' ').includes(said), stdout);
  assert.ok(readFileSync(path.join(out, 'summary.md'), 'utf8').includes(said));

  const again = await omconform(context, ['verify', out]);
  assert.equal(again.code, 0, `${again.stdout}\n${again.stderr}`);
});
