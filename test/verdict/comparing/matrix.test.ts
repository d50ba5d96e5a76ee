import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { matrixOf, type Beside, type Matrix } from '../../../src/verdict/comparing/matrix.ts';
import { matrixText } from '../../../src/verdict/reports/matrix.ts';
import { brokenBy, unseenFor, verdictOf, type Outcomes } from '../../support/compared-verdicts.ts';
import { documentValidator } from '../../support/document-validator.ts';
import { omconform, temporaryFolder } from '../../support/omconform-process.ts';
import { verdictInput } from '../../support/verdict-sample.ts';

const { faults } = documentValidator('matrix');
const kept = {};
const broken = brokenBy('is 3, expected 2');

const target = (name: string, outcomes: Outcomes, real = true, url = `https://${name}`): Beside => ({
  name,
  real,
  verdict: verdictOf(outcomes, { target: { ...verdictInput().target, url } }),
});
/** The rows that are shown: `list.size kept broken`, with `suspect` where it is. */
const rows = (...runs: Beside[]): string[] => {
  const matrix = matrixOf(runs);
  assert.equal(faults(JSON.parse(matrixText(matrix, 'json'))), '');
  return matrix.rows.map(({ id, cells, suspect }) =>
    [id, ...cells.map((cell) => cell?.outcome ?? '-'), ...(suspect ? ['suspect'] : [])].join(' '),
  );
};

describe('targets side by side', () => {
  test('show where they differ: in the outcome, in the failure, in the scope', () => {
    const one = target('one', { 'list.size': kept, 'list.next': kept, 'list.order': broken, 'error.shape': kept });
    const two = target('two', { 'list.size': broken, 'list.next': kept, 'list.order': brokenBy('differs') });
    assert.deepEqual(rows(one, two), ['list.size kept broken', 'list.order broken broken suspect', 'error.shape kept -']);
    assert.equal(matrixOf([one, two]).alike, 1);
  });

  describe('a requirement is suspect', () => {
    const mock = target('mock', { 'list.size': kept }, false);
    const om = (name: string, state: Outcomes[string]) => target(name, { 'list.size': state });
    test('where all real ones contradict it, two at least', () => {
      assert.deepEqual(rows(mock, om('six', broken), om('seven', broken)), ['list.size kept broken broken suspect']);
      assert.deepEqual(rows(om('six', broken), om('seven', broken)), ['list.size broken broken suspect']);
      assert.deepEqual(rows(mock, om('six', broken)), ['list.size kept broken']);
    });
    test('not where one keeps it; who could not be judged does not count', () => {
      assert.deepEqual(rows(om('six', broken), om('seven', broken), om('eight', kept)), ['list.size broken broken kept']);
      assert.deepEqual(rows(om('six', broken), om('seven', broken), om('eight', unseenFor('needs-risk'))), [
        'list.size broken broken unverified suspect',
      ]);
      assert.deepEqual(rows(om('six', broken), om('eight', unseenFor('needs-risk'))), ['list.size broken unverified']);
    });
    test('what mocks do does not count', () => {
      const mocks = ['a', 'b'].map((name) => target(name, { 'list.size': broken }, false));
      assert.deepEqual(rows(...mocks, om('six', kept)), ['list.size broken broken kept']);
      assert.deepEqual(rows(...mocks), []);
    });
  });
});

describe('in words', () => {
  const matrix = matrixOf([
    target('mock', { 'list.size': kept }, false),
    ...['six', 'se|ven'].map((name) => target(name, { 'list.size': broken }, true, 'https://om')),
  ]);
  test('of a terminal', () => {
    const text = matrixText(matrix, 'text');
    assert.match(
      text,
      /^ {2}list\.size \(suspect: all real targets contradict it\)\n {4}mock: kept\n {4}six: broken, \/results is 3, expected 2\n/m,
    );
    assert.match(
      text.replaceAll(/\s+/g, ' '),
      /mock: CONFORMANT, ops-manager 6\.0\.0 at https:\/\/mock, 2026-01-02 \(not a real one\)/,
    );
    assert.match(text.replaceAll(/\s+/g, ' '), /0 requirements are alike in all\. 1 is suspect:/);
    assert.deepEqual(
      text.split('\n').filter((line) => line.length > 80),
      [],
    );
  });
  test('of a terminal, what all answer alike is one entry, and after ten they are counted', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `code.C${index}`);
    const ways = (way: (index: number) => Outcomes[string]) => Object.fromEntries(ids.map((id, index) => [id, way(index)]));
    const beside = (way: (index: number) => Outcomes[string]) =>
      matrixText(
        matrixOf([
          target(
            'one',
            ways(() => kept),
          ),
          target('two', ways(way)),
        ]),
        'text',
      );
    assert.match(
      beside(() => broken),
      /^ {2}code\.C0 code\.C1 [^]*and 4 more\n {4}one: kept\n {4}two: broken/m,
    );
    const apart = beside((index) => brokenBy(`is ${'x'.repeat(index + 1)}`));
    assert.equal(apart.match(/^ {4}one: kept$/gm)!.length, 10);
    assert.match(apart, /and 4 more: --json names them all/);
  });
  test('of a summary', () => {
    const markdown = matrixText(matrix, 'markdown');
    assert.match(markdown, /^\| requirement \| mock \| six \| se&#124;ven \|\n\| --- \| --- \| --- \| --- \|$/m);
    assert.match(markdown, /^\| <code>list\.size<\/code> \*\*suspect\*\* \| kept \| broken \| broken \|$/m);
  });
});

test('the command reads folders and files, names them, and refuses what cannot stand side by side', async (context) => {
  const folder = temporaryFolder(context);
  const write = (place: string, url: string, state: Outcomes[string]) => {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    const verdict = { ...target('x', { 'list.size': state }, true, url).verdict, evidenceHash: '0'.repeat(64) };
    writeFileSync(path.join(folder, place), JSON.stringify(verdict));
  };
  write('six/verdict.json', 'https://six', broken);
  write('nights/seven.json', 'https://seven', broken);
  write('mock/verdict.json', 'http://127.0.0.1:8080', kept);
  const matrix = (...words: string[]) => omconform(context, ['matrix', ...words], {}, folder);

  const { code, stdout, stderr } = await matrix('six', 'nights/seven.json', 'ours=mock', '--json');
  assert.deepEqual([code, stderr], [0, '']);
  const { columns, rows: found } = JSON.parse(stdout) as Matrix;
  assert.deepEqual(
    columns.map(({ name, real }) => [name, real]),
    [
      ['six', true],
      ['seven', true],
      ['ours', false],
    ],
  );
  assert.deepEqual(
    found.map(({ suspect }) => suspect),
    [true],
  );
  const tunnel = await matrix('six', 'nights/seven.json', 'mock', '--loopback-is-real', '--json');
  assert.deepEqual(
    (JSON.parse(tunnel.stdout) as Matrix).rows.map(({ suspect }) => suspect),
    [false],
  );

  for (const [words, says] of [
    [['six'], /name two results at least/],
    [['six', 'six'], /two are called six: name one of them otherwise, as NAME=PLACE/],
    [['six', 'nowhere'], /nowhere: there is no such file/],
  ] as const) {
    const refused = await matrix(...words);
    assert.deepEqual([refused.code, refused.stdout, refused.stderr.trimEnd().split('\n').length], [2, '', 1]);
    assert.match(refused.stderr, says);
  }
});
