import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict, type VerdictInput } from '../../src/verdict/derive.ts';
import { verdictSentence } from '../../src/verdict/reports/sentence.ts';
import { wrap } from '../../src/verdict/reports/wrap.ts';
import { manyBroken } from '../support/page-sample.ts';
import { evidence, fullVerdict, requirement, verdictInput } from '../support/verdict-sample.ts';

const golden = `
  ops-manager at http://127.0.0.1:8080/api/public/v1.0

             kept broken warned not provoked unverified not offered n/a untested
  auth          1      ·      ·            ·          ·           ·   ·        ·
  list          ·      1      2            ·          ·           ·   ·        ·
  error         1      ·      ·            ·          ·           ·   ·        ·
  rate          ·      ·      ·            ·          2           ·   ·        ·
  automation    ·      ·      ·            ·          ·           ·   1        ·
  resource      ·      ·      ·            ·          1           1   ·        ·
  journey       1      ·      ·            ·          ·           ·   ·        1
  code          ·      ·      ·            1          ·           ·   ·        ·
  all           3      1      2            1          3           1   1        1

What breaks it (1)
  1. list.size explains 1 of 2
    A page has at most as many entities as the request asked for, and never
    more. (Lists)
    /results has 3 entities, expected at most 2
    GET http://127.0.0.1:8080/api/public/v1.0/groups/5f0000000000000000000001/hosts?itemsPerPage=2&pageNum=1 → 200
    Again: curl --digest -u "$TARGET_PUBLIC_KEY:$TARGET_PRIVATE_KEY" -X GET 'http://127.0.0.1:8080/api/public/v1.0/groups/5f0000000000000000000001/hosts?itemsPerPage=2&pageNum=1'

Warnings (1)
  list.order: /results/0/id differs between two readings

Known deviations (1)
  list.next: listed: EXAMPLE-1

  1 code could not be provoked: accepted (HOST_NOT_FOUND).

What nobody could see
  TARGET_RATE_LIMITED_PATH opens 2 documented MUSTs
  2 unverified: no rate-limited path is known; set TARGET_RATE_LIMITED_PATH
    rate.limit rate.window
  1 setup-failed: ECONNRESET
    resource.host
  1 not-offered: no /teams
    resource.team

NON-CONFORMANT: 1 cause breaks 1 of the 5 documented MUSTs that were seen,
besides 1 known deviation; 3 of 8 were not seen: give TARGET_RATE_LIMITED_PATH,
which opens 2.
  1. list.size: /results has 3 entities, expected at most 2
  Request and answer: omconform show 1

  reports/ verdict.json junit.xml
`;

describe('the verdict on a terminal', () => {
  const { verdict } = fullVerdict();
  const reports = ['reports/verdict.json', 'reports/junit.xml'];

  test('reads as it always has', () => {
    assert.equal(renderConsole(verdict, { colour: false, reports }), golden);
  });

  test('keeps within 80 columns, but for requests, which stay whole', () => {
    for (const line of golden.split('\n').filter((each) => !/^    (?:GET|Again:) /.test(each)))
      assert.ok(line.length <= 80, line);
  });

  test('ends with verdict and causes on one screen', () => {
    const three = manyBroken(3).verdict;
    const paths = ['verdict.json', 'evidence.ndjson', 'junit.xml', 'summary.md', 'ctrf.json', 'results.sarif', 'badge.json'];
    const lines = renderConsole(three, { colour: false, reports: paths.map((name) => `reports/${name}`) })
      .trimEnd()
      .split('\n');
    // The trend, and where the page is, take the rest of 24.
    const end = lines.slice(-14).join('\n');
    assert.match(end, /^NON-CONFORMANT: 3 causes/m);
    for (const cause of three.causes!) assert.ok(end.includes(cause.requirement), cause.requirement);
    assert.match(end, /reports\/ verdict\.json/);
  });

  test('names the folder in which the first cause can be looked up, where there is one', () => {
    const hintFor = (paths: readonly string[]) =>
      /Request and answer: .*/.exec(renderConsole(verdict, { colour: false, reports: paths }))?.[0];
    assert.equal(hintFor(['reports/verdict.json']), 'Request and answer: omconform show 1');
    assert.equal(hintFor(['/tmp/my runs/verdict.json']), "Request and answer: omconform show 1 --out '/tmp/my runs'");
    assert.equal(hintFor([]), undefined);
  });

  test('says first that certificates were not checked, where they were not', () => {
    const insecure = { ...verdict, run: { ...verdict.run, insecureTls: true as const } };
    const lines = renderConsole(insecure, { colour: false, reports }).split('\n');
    assert.match(lines.slice(1, 4).join(' '), /Mind: the target's certificate was not checked \(--insecure-tls\): .+ meant\.$/);
    assert.ok(lines.slice(0, 4).every((line) => line.length <= 80));
  });

  test('with colours it is the same text', () => {
    const coloured = renderConsole(verdict, { colour: true, reports });
    assert.notEqual(coloured, golden);
    assert.equal(stripVTControlCharacters(coloured), golden);
  });

  test('many ids under one reason are counted, not all named', () => {
    const requirements = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`list.claim-${n}`, requirement('x')]));
    const text = renderConsole(deriveVerdict(verdictInput({ requirements })), { colour: false, reports });
    assert.match(text, /20 unverified: no check ran/);
    assert.match(text, /list\.claim-9 and 10 more/);
    assert.doesNotMatch(text, /list\.claim-10/);
  });
});

const sentence = (more: Partial<VerdictInput>) => verdictSentence(deriveVerdict(verdictInput(more)));

describe('the verdict in a sentence', () => {
  const unverified = evidence({ outcome: 'unverified' });
  const table: [Partial<VerdictInput>, string][] = [
    [{ tests: [evidence()] }, 'CONFORMANT: the one documented MUST in scope that this target can show was kept.'],
    [
      {
        requirements: { 'list.size': requirement('size'), 'list.order': requirement('order', { level: 'SHOULD' }) },
        tests: [evidence()],
      },
      'CONFORMANT: the one documented MUST in scope that this target can show was kept; besides: 1 unverified.',
    ],
    [
      { tests: [unverified] },
      'INCOMPLETE: none was broken, but of the documented MUSTs that a run must see 1 could not be verified.',
    ],
    [{ tests: [evidence({ outcome: 'not-offered' })] }, 'INCOMPLETE: nothing in scope could be seen on this target.'],
    [
      { tests: [evidence({ outcome: 'setup-failed' })] },
      'ERROR: the target could not be judged: 1 requirement failed for the set-up.',
    ],
    [
      { tests: [evidence({ outcome: 'stale' })] },
      'ERROR: kept now or past its day, so that the list must be corrected: 1 listed deviation.',
    ],
    [{}, 'ERROR: not one check ran, so there is nothing to judge.'],
    [{ faults: ['Setup: nobody answers'] }, 'ERROR: not one check ran: Setup: nobody answers.'],
    [
      { tests: [evidence()], only: ['list.*'] },
      'CONFORMANT: the one documented MUST in scope that this target can show was kept. ' +
        'Partial: this speaks of list.* alone.',
    ],
  ];
  for (const [input, expected] of table) test(expected, () => assert.equal(sentence(input), expected));
});

test('text is wrapped by words; what fits on no line stays whole; nothing steers the terminal', () => {
  assert.deepEqual(wrap('one two three', 9, '  '), ['  one two', '  three']);
  assert.deepEqual(wrap('a 123456789', 6), ['a', '123456789']);
  assert.deepEqual(wrap('a\u001B[31m\nb', 80), ['a<U+001B>[31m b']);
  assert.deepEqual(wrap('', 80), []);
});
