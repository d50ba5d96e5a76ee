import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { makePage, removePage } from '../../../src/cli/page-file.ts';
import { historyLine } from '../../../src/verdict/comparing/history.ts';
import { deriveVerdict } from '../../../src/verdict/derive.ts';
import { pageData } from '../../../src/verdict/page/data-of-run.ts';
import { pageHtml, viewOfPage } from '../../../src/verdict/page/page.ts';
import { temporaryFolder } from '../../support/omconform-process.ts';
import { dataIn, manyBroken, sourcesOf } from '../../support/page-sample.ts';
import { evidence, exchange, fullInput, verdictInput } from '../../support/verdict-sample.ts';

const full = deriveVerdict(fullInput());
const noView = { script: '', style: '' };

describe('what the page holds', () => {
  test('every requirement, with its outcome and its checks', () => {
    const { rows } = pageData(sourcesOf(full));
    assert.deepEqual(
      rows.map(({ id, outcome, checks }) => [id, outcome, checks.length]),
      full.requirements.map(({ id, outcome, checks }) => [id, outcome, checks.length]),
    );
  });

  test('of what is broken the request, the answer with the place marked, and the line that asks again', () => {
    const { causes, proofs, rows } = pageData(manyBroken(3));
    assert.equal(causes.length, 3);
    const proof = proofs[causes[0]!.proof!]!;
    assert.match(proof.request.url, /\/groups\/rule-\d$/);
    assert.deepEqual(proof.answer!.lines.filter(({ marked }) => marked).length, 1);
    assert.match(proof.again, /^curl --digest /);
    assert.equal(rows.find(({ id }) => id === causes[0]!.id)!.checks[0]!.proof, causes[0]!.proof, 'each proof stands there once');
  });

  test('all 261 error codes, and of those out of scope that they were', () => {
    const { codes } = pageData(sourcesOf(full));
    assert.equal(codes.length, 261);
    assert.ok(
      codes.every(({ name, outcome }) => (outcome === null) !== full.requirements.some(({ id }) => id === `code.${name}`)),
    );
  });

  test('since when each requirement is as it is, where earlier runs are known', () => {
    const line = historyLine(full, true);
    const history = [{ ...line, startedAt: '2026-01-01T00:00:00.000Z' }, line];
    const { rows, trend } = pageData({ ...sourcesOf(full), history });
    assert.match(rows[0]!.since ?? '', /since the first run kept, 2026-01-01 \(2 runs\)$/);
    assert.equal(trend!.runs.length, 2);
  });

  test('requests by worker as they were sent, each once', () => {
    const sent = (id: string, startedAt: number, status = 200) => ({ ...exchange(id, '/groups', status), startedAt });
    const provenance = { worker: 1, turn: 1, named: 0, startedAt: 0, clock: [] };
    const seen = [sent('a#1', 5_000), sent('a#2', 5_010, 404)];
    const tests = [seen, seen].map((exchanges) => ({ ...evidence({}, [], exchanges), provenance }));
    const { lanes, slowest } = pageData({ ...sourcesOf(deriveVerdict(verdictInput({ tests }))), tests });
    assert.deepEqual(lanes, [{ name: 'worker 2', requests: { answered: [0, 2], refused: [10, 2], failed: [] } }]);
    assert.equal(slowest.length, 2);
  });
});

describe('the page', () => {
  test('is no more than its size with 500 failures', async () => {
    const html = pageHtml(pageData(manyBroken(500)), await viewOfPage());
    assert.ok(Buffer.byteLength(html) < 2_000_000, `${Buffer.byteLength(html)} bytes`);
    assert.equal(dataIn(html).causes.length, 500);
  });

  test('reads what a target sent as nothing but text', () => {
    const hostile = '</script><script>alert(1)</script><!-- \u202E \u0007';
    const html = pageHtml(pageData(manyBroken(2, hostile)), noView);
    assert.equal(html.match(/<\/script/g)!.length, 2, 'the two of the page itself');
    for (const raw of ['<!-- ', '\u202E', '\u0007']) assert.ok(!html.includes(raw), JSON.stringify(raw));
    assert.ok(dataIn(html).rows[0]!.checks[0]!.wrong[0]!.includes('</script><script>alert(1)'));
  });

  test('has a script that does not end the element it stands in', async () => {
    const { script, style } = await viewOfPage();
    assert.ok(script.length > 10_000 && style.length > 1_000);
    assert.doesNotMatch(`${script}${style}`, /<\/(?:script|style)/i);
  });

  test('says where the evidence was too long for it, and keeps the proofs of the causes', () => {
    const { warnings, proofs, causes, slowest } = pageData({ ...manyBroken(2), tests: undefined });
    assert.match(warnings.join(), /the evidence is too long for a page/);
    assert.deepEqual([proofs.length, causes.length, slowest.length], [2, 2, 0]);
  });

  test('may fetch nothing, and run nothing but its own script', () => {
    const html = pageHtml(pageData(sourcesOf(full)), { script: 'one()', style: '' });
    assert.match(html, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/);
  });
});

describe('the file of the page', () => {
  test('takes the place of the page of an earlier run, and leaves nothing else', async (context) => {
    const out = temporaryFolder(context);
    const said = await makePage(out, full);
    assert.match(said, /^Page: .*index\.html$/);
    await makePage(out, deriveVerdict(verdictInput({ tests: [evidence()] })));
    assert.equal(dataIn(readFileSync(path.join(out, 'index.html'), 'utf8')).rows.length, 1);
    assert.deepEqual(readdirSync(out), ['index.html']);
    removePage(out);
    assert.deepEqual(readdirSync(out), []);
  });

  test("of somebody else's is left, and told", async (context) => {
    const out = temporaryFolder(context);
    const file = path.join(out, 'index.html');
    writeFileSync(file, '<h1>My site</h1>');
    removePage(out);
    assert.match(await makePage(out, full), /is no page of a run: it was left/);
    assert.equal(readFileSync(file, 'utf8'), '<h1>My site</h1>');
  });
});
