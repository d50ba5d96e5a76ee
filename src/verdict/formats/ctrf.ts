import { visible, visibleJson } from '../../wire/visible.ts';
import { actionLines, checkOf, findingLines, outcomeLine, resultOf, type RowResult } from '../reports/row.ts';
import type { RequirementVerdict, Verdict } from '../verdict.ts';

/** The version of https://ctrf.io that is written. */
const specVersion = '0.1.0';

const statuses: Readonly<Record<RowResult, 'passed' | 'failed' | 'skipped' | 'other'>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'other',
  skipped: 'skipped',
};

/** The verdict in the Common Test Report Format: a test a requirement. A set-up that failed is `other`: nothing was judged. */
export function ctrfJson(verdict: Verdict): string {
  const { run, suite, target, requirements } = verdict;
  const start = Date.parse(run.startedAt);
  const tests = requirements.map((row) => testOf(verdict, row));
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion,
    timestamp: new Date(start + run.durationMs).toISOString(),
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        start,
        stop: start + Math.round(run.durationMs),
        extra: { verdict: verdict.verdict, scope: verdict.scope },
      },
      tests,
      environment: {
        appName: target.product,
        appVersion: target.serverVersion ?? 'unknown',
        testEnvironment: target.url,
        extra: { risk: run.risk, run: run.id },
      },
    },
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}

function testOf(verdict: Verdict, row: RequirementVerdict) {
  const { id, area, level, basis, outcome, checks } = row;
  const { file, line } = checkOf(row) ?? {};
  const isWrong = ['broken', 'known', 'stale'].includes(outcome);
  const lines = [...(isWrong ? actionLines(verdict, row) : []), ...findingLines(row)];
  return {
    name: id,
    status: statuses[resultOf(row)],
    rawStatus: outcome,
    duration: Math.round(checks.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    suite: [area],
    tags: [level, basis],
    ...(outcome !== 'kept' && { message: visible(outcomeLine(row)) }),
    ...(lines.length > 0 && { trace: visible(lines.join('\n')) }),
    ...(file !== undefined && { filePath: file }),
    ...(line !== undefined && { line }),
  };
}
