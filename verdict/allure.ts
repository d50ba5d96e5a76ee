import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standingTitle, violationLine } from './check-verdict.ts';
import type { CheckVerdict, RequirementVerdict, Verdict } from './verdict.ts';

const statusOf: Readonly<Record<string, string>> = { kept: 'passed', broken: 'failed', 'setup-failed': 'broken' };

/**
 * Adds to a folder of Allure results what Playwright cannot tell Allure: the checks of the standing judges, which are
 * no tests. Without them a report could be green beside a broken requirement. One result file a check.
 */
export function writeStandingResults(folder: string, verdict: Verdict): void {
  for (const requirement of verdict.requirements) {
    for (const check of requirement.checks.filter(({ title }) => title === standingTitle)) {
      const result = resultOf(requirement, check, Date.parse(verdict.run.startedAt));
      writeFileSync(join(folder, `${result.uuid}-result.json`), JSON.stringify(result));
    }
  }
}

function resultOf({ id, area, says, source, basis, level }: RequirementVerdict, check: CheckVerdict, time: number) {
  const history = createHash('md5').update(id).digest('hex');
  const message = check.violations.map((violation) =>
    `${violationLine(violation)}${violation.exchange === undefined ? '' : ` (${violation.exchange})`}`).join('\n');
  return {
    uuid: randomUUID(),
    historyId: history,
    testCaseId: history,
    fullName: `${check.file} › ${id}`,
    name: `${id} ${standingTitle}`,
    description: `${says} (${source}, ${basis})`,
    status: statusOf[check.outcome] ?? 'skipped',
    statusDetails: { message: message || check.reason || undefined },
    stage: 'finished',
    start: time,
    stop: time,
    labels: [
      { name: 'requirement', value: id }, { name: 'epic', value: area }, { name: 'feature', value: id },
      { name: 'severity', value: level === 'MUST' ? 'critical' : 'minor' }, { name: 'tag', value: id },
      { name: 'parentSuite', value: 'standing' }, { name: 'suite', value: check.file },
    ],
    steps: [],
    attachments: [],
    parameters: [],
    links: [],
  };
}
