import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldLine, folded } from '../../contract/violation-shape.ts';
import { visible } from '../../wire/visible.ts';
import { standingTitle } from '../check-verdict.ts';
import { isKnown } from './tally.ts';
import type { CheckVerdict, RequirementVerdict, Verdict } from '../verdict.ts';

const statusOf: Readonly<Record<string, string>> = {
  kept: 'passed', broken: 'failed', known: 'failed', stale: 'failed', 'setup-failed': 'broken',
};

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

let unwritten: string | undefined;

/** Notes that a result could not be written: a run goes on without it, and says so at its end. */
export function noteUnwrittenResult(file: string, error: unknown): void {
  unwritten ??= `${file} cannot be written to: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
}

/** What was noted first in this process. */
export const unwrittenResult = (): string | undefined => unwritten;

/** How Allure is told that a failure is nobody's news. */
const asKnown = { known: true, muted: true } as const;

interface AllureResult {
  readonly status?: string;
  readonly statusDetails?: object;
  readonly labels?: readonly { readonly name: string; readonly value: string }[];
}

/** Tells Allure which of the failed tests belong to known deviations. */
export function markKnown(folder: string, { requirements }: Verdict): void {
  const known = new Set(requirements.filter(isKnown).map(({ id }) => id));
  if (known.size === 0) return;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('-result.json'))) {
    const file = join(folder, name);
    const result = JSON.parse(readFileSync(file, 'utf8')) as AllureResult;
    const concerned = result.labels?.some((label) => label.name === 'requirement' && known.has(label.value));
    if (!concerned || result.status !== 'failed') continue;
    writeFileSync(file, JSON.stringify({ ...result, statusDetails: { ...result.statusDetails, ...asKnown } }));
  }
}

function resultOf({ id, area, says, source, basis, level }: RequirementVerdict, check: CheckVerdict, time: number) {
  const history = createHash('md5').update(id).digest('hex');
  const message = folded(check.violations).map((fold) =>
    `${foldLine(fold)}${fold.first.exchange === undefined ? '' : ` (${fold.first.exchange})`}`).join('\n');
  return {
    uuid: randomUUID(),
    historyId: history,
    testCaseId: history,
    fullName: `${check.file} › ${id}`,
    name: `${id} ${standingTitle}`,
    description: `${says} (${source}, ${basis})`,
    status: statusOf[check.outcome] ?? 'skipped',
    statusDetails: { message: visible(message || check.reason || '') || undefined, ...(check.outcome === 'known' && asKnown) },
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
