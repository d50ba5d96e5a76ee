import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceOn } from '../../contract/reference-pages.ts';
import { visible, visibleJson } from '../../wire/visible.ts';
import { foldedList } from '../reports/causes.ts';
import { actionLines, findingLines, outcomeLine, resultOf, type RowResult } from '../reports/row.ts';
import type { CheckVerdict, RequirementVerdict, Verdict } from '../verdict.ts';

const statuses: Readonly<Record<RowResult, string>> = { passed: 'passed', failed: 'failed', error: 'broken', skipped: 'skipped' };

/** How Allure is told that a failure is nobody's news. */
const asKnown = { known: true, muted: true } as const;

/**
 * Writes the verdict as a folder of Allure results, made anew: a file a requirement, with its checks as steps. What
 * fails there, and how much, is what the verdict says. Throws where the folder cannot be written to.
 */
export function writeAllureResults(folder: string, verdict: Verdict): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const row of verdict.requirements) {
    const result = allureResult(verdict, row);
    writeFileSync(join(folder, `${result.uuid}-result.json`), visibleJson(JSON.stringify(result)));
  }
}

function allureResult(verdict: Verdict, row: RequirementVerdict) {
  const { id, area, says, source, level, basis, outcome } = row;
  const history = createHash('md5').update(id).digest('hex');
  const start = Date.parse(verdict.run.startedAt);
  const isWrong = ['broken', 'known', 'stale'].includes(outcome);
  const details = [...(isWrong ? actionLines(verdict, row) : []), ...findingLines(row)];
  const address = /https:\S+$/.exec(sourceOn(source))?.[0];
  return {
    uuid: randomUUID(),
    historyId: history,
    testCaseId: history,
    fullName: id,
    name: id,
    description: `${says} (${sourceOn(source)}, ${level}, ${basis})`,
    status: statuses[resultOf(row)],
    statusDetails: {
      ...(outcome !== 'kept' && { message: visible(outcomeLine(row)) }),
      ...(details.length > 0 && { trace: visible(details.join('\n')) }),
      ...(outcome === 'known' && asKnown),
    },
    stage: 'finished',
    start,
    stop: start + row.checks.reduce((sum, { durationMs }) => sum + durationMs, 0),
    labels: [
      { name: 'requirement', value: id },
      { name: 'epic', value: area },
      { name: 'feature', value: id },
      { name: 'severity', value: level === 'MUST' ? 'critical' : 'minor' },
      { name: 'tag', value: outcome },
      { name: 'parentSuite', value: area },
    ],
    steps: stepsOf(row, start),
    attachments: [],
    parameters: [],
    links: address === undefined ? [] : [{ name: source, url: address, type: 'link' }],
  };
}

/** The status of a check; that of one which decides nothing is no failure. */
function statusOf(row: RequirementVerdict, { outcome }: CheckVerdict): string {
  const result = resultOf({ ...row, outcome });
  return statuses[result === 'failed' && resultOf(row) !== 'failed' ? 'skipped' : result];
}

function stepsOf(row: RequirementVerdict, start: number) {
  const { shown, more } = foldedList(row.checks);
  const rest = {
    status: statuses[resultOf(row)],
    stage: 'finished',
    start,
    stop: start,
    steps: [],
    attachments: [],
    parameters: [],
  };
  return [
    ...shown.map((check) => stepOf(check, row, start)),
    ...(more === undefined ? [] : [{ name: `${more}, in verdict.json`, statusDetails: {}, ...rest }]),
  ];
}

const stepOf = (check: CheckVerdict, row: RequirementVerdict, start: number) => ({
  name: `${check.title} (${check.file}:${check.line})`,
  status: statusOf(row, check),
  statusDetails: check.reason === null ? {} : { message: visible(check.reason) },
  stage: 'finished',
  start,
  stop: start + check.durationMs,
  steps: [],
  attachments: [],
  parameters: [],
});
