import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { formatFailure } from '../../src/checks/explain.ts';
import { judgeStanding } from '../../src/checks/judge-standing.ts';
import { undocumented, type Violation } from '../../src/contract/outcomes.ts';
import { foldedLines } from '../../src/contract/violation-shape.ts';
import { writeAllureResults } from '../../src/verdict/formats/allure.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { evidence, exchange, requirement, standing, verdictInput } from '../support/verdict-sample.ts';

const id = (n: number): string => n.toString(16).padStart(24, 'a');
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** 61 lines, of which 2 are of other kinds. */
const many: Violation[] = [
  ...times(59).map((n) => ({
    path: `/results/${n}/links/0/href`,
    message: `is /groups/${id(n)}/hosts, expected http://127.0.0.1:${n}/x`,
    exchange: `e#${n}`,
  })),
  { path: '/totalCount', message: 'is missing', exchange: 'e#1' },
  { path: 'status', message: 'is 500, expected 200', exchange: 'e#2' },
];

describe('violations of one shape', () => {
  test('are one line with a count', () => {
    assert.deepEqual(foldedLines(many), [
      `59 × /results/0/links/0/href is /groups/${id(0)}/hosts, expected http://127.0.0.1:0/x`,
      '/totalCount is missing',
      'status is 500, expected 200',
    ]);
    assert.equal(foldedLines([404, 500].map((status) => ({ path: 'status', message: `is ${status}, expected 200` }))).length, 2);
  });

  test('are so in every output', (context) => {
    const verdict = deriveVerdict(
      verdictInput({
        requirements: {
          'list.size': requirement('size'),
          'list.order': requirement('order', { level: 'SHOULD' }),
          'error.shape': requirement('shape', { standing: true }),
        },
        tests: [
          ...times(61).map((n) => evidence({ title: `test ${n}`, outcome: 'broken', violations: [many[n]!] })),
          evidence({ requirement: 'list.order', outcome: 'broken', violations: many }, [
            standing({ requirement: 'error.shape', violations: many }),
          ]),
        ],
      }),
    );
    const out = temporaryFolder(context);
    writeAllureResults(out, verdict);
    const outputs = {
      console: renderConsole(verdict, { colour: false, reports: [] }),
      summary: summaryMarkdown(verdict),
      junit: junitXml(verdict),
      allure: readdirSync(out)
        .map((name) => readFileSync(path.join(out, name), 'utf8'))
        .join('\n'),
      failure: formatFailure(exchange('1', '/groups'), many),
    };
    for (const [name, text] of Object.entries(outputs)) {
      assert.match(text, /59 × \/results\/0\/links/, name);
      if (name !== 'junit') assert.ok((text.match(/links\/0\/href/g) ?? []).length <= (name === 'allure' ? 40 : 3), name);
    }
    const [row] = verdict.requirements;
    assert.equal(row!.reason?.split('; ').length, 3, row!.reason ?? '');
  });
});

test('what is at fault in several entities of a list is told once by each judge of every exchange', () => {
  const entities = times(100).map((n) => ({
    id: id(n),
    created: n < 98 ? '2026-01-02T03:04:05Z' : '02.01.2026',
    links: [{ rel: 'self', href: `http://h/api/public/v1.0/groups/${id(n)}` }],
  }));
  const page = {
    ...exchange('1', '/groups'),
    response: {
      status: 200,
      headers: [['Content-Type', 'application/json']] as [string, string][],
      body: JSON.stringify({ links: [], results: entities, totalCount: 100 }),
    },
  };
  const dates = judgeStanding(page).find(({ requirement: one }) => one === 'response.dates-in-utc');
  assert.deepEqual(
    dates?.judgement.violations.map(({ path: place, message }) => [place, message]),
    [['/results/98/created', `is "02.01.2026", expected a date of ISO 8601 in UTC (2 of 100 entities, first: ${id(98)})`]],
  );
});

test('a field that no page names is told once a resource, with the answers that hold it', () => {
  const finding = (exchangeId: string, field: string, holds: string) => ({
    path: field,
    message: `${undocumented}: ${holds}`,
    exchange: exchangeId,
  });
  const verdict = deriveVerdict(
    verdictInput({
      requirements: { 'resource.host': requirement('host', { standing: true }), 'list.size': requirement('size') },
      tests: times(12).map((n) =>
        evidence({ title: `${n}` }, [
          standing({
            requirement: 'resource.host',
            violations: [],
            findings: [
              finding(`e#${n}`, `/results/${n}/shiny`, `"${n}"`),
              finding(`e#${n}`, '/results/0/shiny', '"x"'),
              ...(n === 0 ? [finding('e#0', '/content/dull', '1')] : []),
            ],
          }),
        ]),
      ),
    }),
  );
  const lines = ['resource.host /shiny in 12 answers', 'resource.host /dull in 1 answer'];
  for (const text of [renderConsole(verdict, { colour: false, reports: [] }), summaryMarkdown(verdict)]) {
    for (const line of lines) assert.ok(text.includes(line), text);
  }
  assert.equal((junitXml(verdict).match(/shiny/g) ?? []).length, 1);
  assert.match(junitXml(verdict), /finding: 24 × \/results\/0\/shiny is not documented/);
});
