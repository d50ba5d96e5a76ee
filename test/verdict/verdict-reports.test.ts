import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { escapeXml, junitXml } from '../../src/verdict/formats/junit.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import type { Evidence } from '../../src/verdict/recorded-run.ts';
import { hashOfEvidence, writeReports } from '../../src/verdict/reporter/write.ts';
import { evidence, fullInput, fullVerdict, reportNames, requirement, verdictInput } from '../support/verdict-sample.ts';

function decoded(text: string): string {
  assert.doesNotMatch(text, /[>"']|&(?!#\d+;)/);
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes XML without CDATA, comments or entities other than numeric apart; fails on anything not well-formed. */
function readXml(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(xml.startsWith(declaration));
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  token.lastIndex = declaration.length;
  while (token.lastIndex < xml.length) {
    const match = token.exec(xml);
    assert.ok(match, 'not well-formed');
    const [, closes, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) {
      const parent = open.at(-1);
      if (parent === undefined) assert.equal(text.trim(), '');
      else parent.text += decoded(text);
    } else if (closes) {
      assert.equal(open.pop()?.name, name);
    } else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)]);
      const element = { name, attributes: Object.fromEntries(pairs) as Record<string, string>, text: '' };
      elements.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 0);
  assert.equal(elements.filter(({ name }) => name === 'testsuites').length, 1);
  return elements;
}

describe('junit', () => {
  const { verdict } = fullVerdict();
  const elements = readXml(junitXml(verdict));
  const named = (name: string) => elements.filter((element) => element.name === name);

  test('a suite an area, a case a requirement', () => {
    assert.deepEqual(
      named('testsuite').map(({ attributes }) => attributes['name']),
      Object.keys(verdict.totals.byArea),
    );
    assert.deepEqual(
      named('testcase')
        .map(({ attributes }) => attributes['name']!)
        .toSorted(),
      verdict.requirements.map(({ id }) => id).toSorted(),
    );
  });

  test('only a broken documented MUST fails; warnings are text of a passed case', () => {
    const [all] = named('testsuites');
    assert.deepEqual([all?.attributes['failures'], all?.attributes['errors']], ['1', '1']);
    assert.match(
      named('failure')[0]?.text ?? '',
      /^A page has at most .* \(Lists\)\n\/results has 3 entities, expected at most 2\n[^]*\nAgain: curl --digest /,
    );
    assert.ok(named('system-out').some(({ text }) => text.startsWith('warning: broken: /results/0/id differs')));
  });

  test('what nobody saw is skipped with its reason', () => {
    const messages = named('skipped').map(({ attributes }) => attributes['message']);
    assert.ok(messages.includes('not-offered: no /teams'));
    assert.ok(messages.includes('untested: the API does not show versions'));
  });

  test('counts add up', () => {
    const sumOf = (count: string) => named('testsuite').reduce((sum, { attributes }) => sum + Number(attributes[count]), 0);
    for (const count of ['tests', 'failures', 'errors'])
      assert.equal(sumOf(count), Number(named('testsuites')[0]?.attributes[count]), count);
    assert.equal(sumOf('skipped'), 6);
  });

  test('whatever a target sends, the file stays well-formed', () => {
    const message = 'has <b>&amp; "q" \'a\'\u0000\u0008\u001B]0;x\u0007\uFFFE\uD800 ]]> 😀\ttab';
    const hostile = deriveVerdict(
      verdictInput({
        tests: [evidence({ title: message, outcome: 'broken', violations: [{ path: '/a', message }] })],
      }),
    );
    const [failure] = readXml(junitXml(hostile)).filter(({ name }) => name === 'failure');
    const survived = 'has <b>&amp; "q" \'a\'<U+0000><U+0008><U+001B>]0;x<U+0007><U+FFFE><U+D800> ]]> 😀\ttab';
    assert.equal(failure?.attributes['message'], `broken: /a ${survived}`);
  });

  test('escaping leaves plain text alone', () => assert.equal(escapeXml('GET /hosts → 200 é'), 'GET /hosts → 200 é'));
});

describe('the summary', () => {
  test('holds the verdict, the table and what is broken', () => {
    const { verdict } = fullVerdict();
    const text = summaryMarkdown(verdict);
    assert.match(text, /^## NON-CONFORMANT: /);
    assert.match(text, /\| \*\*all\*\* \| 3 \| 1 \| 2 \| 1 \| 3 \| 1 \| 1 \| 1 \|/);
    assert.match(text, /### What breaks it \(1\)\n\n1\. <code>list\.size<\/code> explains 1 of 2: A page/);
    assert.match(text, /### Warnings[^]*### What nobody could see/);
  });

  test('text of a target is no markup', () => {
    const violations = [{ path: '/a', message: 'is "<img src=x>|`x`\n# head"' }];
    const tests = [evidence({ outcome: 'broken', violations })];
    const text = summaryMarkdown(deriveVerdict(verdictInput({ tests })));
    assert.doesNotMatch(text, /<img|^# head|`/m);
  });
});

describe('the reports of a run', () => {
  const { suite, target, run, tests } = fullInput();
  const recordedRun = { suite, target, run, settings: {}, only: [], chosen: null, faults: [] };
  const recorded: Evidence = { runs: [recordedRun], tests };

  test('are four whole files and nothing else, in a folder made for them', () =>
    inFolder(async (folder) => {
      const { verdict, exchanges } = fullVerdict();
      const out = join(folder, 'a', 'b');
      const paths = await writeReports(out, verdict, recorded);
      assert.deepEqual(readdirSync(out).toSorted(), reportNames);
      const evidenceHash = hashOfEvidence(readFileSync(paths.evidence));
      assert.deepEqual(JSON.parse(readFileSync(paths.verdict, 'utf8')), {
        ...(JSON.parse(JSON.stringify(verdict)) as object),
        evidenceHash,
      });
      const lines = readFileSync(paths.evidence, 'utf8').trimEnd().split('\n');
      const [first, ...rest] = lines.map((line) => JSON.parse(line) as { kind: string; record?: unknown });
      assert.deepEqual(first, { kind: 'run', schemaVersion: 1, ...recordedRun });
      assert.deepEqual(
        rest.filter(({ kind }) => kind === 'test').map(({ record }) => record),
        tests.map(({ record }) => record),
      );
      assert.deepEqual(
        rest.filter(({ kind }) => kind !== 'test'),
        exchanges,
      );
      readXml(readFileSync(paths.junit, 'utf8'));
    }));

  test('replace those of the run before', () =>
    inFolder(async (out) => {
      await writeReports(out, fullVerdict().verdict, recorded);
      const verdict = deriveVerdict(verdictInput({ requirements: { 'auth.only': requirement('x') } }));
      const paths = await writeReports(out, verdict, { ...recorded, tests: [] });
      assert.equal(readFileSync(paths.evidence, 'utf8').trimEnd().split('\n').length, 1);
      assert.match(readFileSync(paths.junit, 'utf8'), /auth\.only/);
    }));

  test('a folder that cannot be made is an error, not a silence', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      await assert.rejects(writeReports(file, fullVerdict().verdict, recorded), /EEXIST|ENOTDIR/);
    }));
});
