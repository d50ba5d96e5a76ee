import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { writeAllureResults } from '../../src/verdict/formats/allure.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import { writeReports } from '../../src/verdict/reporter/write.ts';
import { visible, visibleJson } from '../../src/wire/visible.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { evidence, exchange, standing, verdictInput } from '../support/verdict-sample.ts';

/** One of each kind that must not reach a terminal or a page as it is. */
const kinds: Readonly<Record<string, string>> = {
  C0: '\u001B',
  backspace: '\b',
  'carriage return': '\r',
  DEL: '\u007F',
  C1: '\u009B',
  embedding: '\u202B',
  override: '\u202E',
  isolate: '\u2067',
  'end of isolate': '\u2069',
  mark: '\u200E',
  'other mark': '\u200F',
  'Arabic mark': '\u061C',
  'line separator': '\u2028',
  'non-character': '\uFFFE',
  'non-character beyond': '\u{1FFFF}',
  'lone surrogate': '\uD800',
};

/** Outputs without words of a target: evidence has none where nothing was exchanged. */
const wordless = ['evidence.ndjson', 'badge.json', 'executor.json', 'categories.json'];

describe('text of a target', () => {
  for (const [kind, character] of Object.entries(kinds)) {
    test(`does not bring ${kind} to any output`, async (context) => {
      const said = `a${character}b`;
      const violations = [{ path: `/${said}`, message: `is ${said}` }];
      const broken = evidence(
        { outcome: 'broken', violations, findings: violations, reason: said },
        [standing({ requirement: 'list.size', violations })],
        [exchange('1', '/groups')],
      );
      const verdict = deriveVerdict(
        verdictInput({
          tests: [broken],
          faults: [said],
          target: { ...verdictInput().target, serverVersion: said },
          cleanup: { made: 1, removed: 0, left: [{ thing: said, path: said, why: said }], stays: [], command: null },
        }),
      );
      const out = temporaryFolder(context);
      await writeReports(out, verdict, { runs: [], tests: [] });
      const read = (folder: string) =>
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
      const reports = read(out);
      const allure = path.join(out, 'allure-results');
      writeAllureResults(allure, verdict);
      const files = [...reports, ...read(allure)];
      const outputs = [
        ['console', renderConsole(verdict, { colour: false, reports: [] })],
        ['summary', summaryMarkdown(verdict)],
        ['junit', junitXml(verdict)],
        ...files,
      ] as const;
      for (const [name, text] of outputs) assert.ok(!text.includes(character), name);
      for (const [name, text] of outputs)
        if (!wordless.includes(name)) assert.ok(text.includes('U+') || text.includes('\\'), name);
      const written = JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as { faults: string[] };
      assert.deepEqual(written.faults, [said], 'the verdict keeps what was said');
    });
  }

  test('is no markup in a summary', () => {
    const said = '| <b>x</b> `y` [z](http://example.org) ![i](x) # *k* \n- item';
    const verdict = deriveVerdict(
      verdictInput({ tests: [evidence({ outcome: 'broken', violations: [{ path: '', message: said }] })], faults: [said] }),
    );
    const summary = summaryMarkdown(verdict);
    assert.doesNotMatch(summary, /<b>|\[z\]|`y`|\*k\*|^- item/m);
  });
});

test('what can be seen stays as it is', () => {
  const text = 'Grüße 😀 日本 \t\n"\\"';
  assert.equal(visible(text), text);
  assert.equal(visibleJson(JSON.stringify(text)), JSON.stringify(text));
});
