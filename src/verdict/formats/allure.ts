import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceOn } from '../../contract/reference-pages.ts';
import { visible, visibleJson } from '../../wire/visible.ts';
import { exchangeLine, foldedList, proofLines, toldCauses, type ToldCause } from '../reports/causes.ts';
import { actionLines, findingLines, outcomeLine, resultOf, type RowResult } from '../reports/row.ts';
import { rowsOf } from '../causes.ts';
import { standingTitle } from '../check-verdict.ts';
import { factsOf } from './facts.ts';
import type { Proof } from '../proof.ts';
import { isBinding, type CheckVerdict, type RequirementVerdict, type Verdict } from '../verdict.ts';

const statuses: Readonly<Record<RowResult, string>> = { passed: 'passed', failed: 'failed', error: 'broken', skipped: 'skipped' };

/** How Allure is told that a failure is nobody's news. */
const asKnown = { known: true, muted: true } as const;

/** Allure knows four severities that fit: what decides the verdict first, what a server may do last. */
const severityOf = (row: RequirementVerdict): string => {
  if (isBinding(row)) return 'critical';
  return { MUST: 'normal', SHOULD: 'minor', MAY: 'trivial' }[row.level];
};

/** Which cause breaks it, at the end of its message: categories go by that. */
const causeMark = ({ number, lead }: ToldCause): string => `(cause ${number}: ${lead.id})`;

/**
 * Writes the verdict as a folder of Allure results, made anew: a file a requirement, with its checks as steps. What
 * fails there, and how much, is what the verdict says. Throws where the folder cannot be written to.
 */
export function writeAllureResults(folder: string, verdict: Verdict): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const causes = toldCauses(verdict);
  const write = (name: string, document: unknown): void =>
    writeFileSync(join(folder, name), visibleJson(JSON.stringify(document)));
  for (const row of verdict.requirements) {
    const cause = causes.find((told) => rowsOf(told.cause).includes(row.id));
    const proof = cause?.lead.id === row.id ? cause.cause.proof : null;
    const attachment = proof === null ? undefined : `${randomUUID()}-attachment.txt`;
    if (proof !== null) writeFileSync(join(folder, attachment!), visible(`${proofLines(proof).join('\n')}\n`));
    const result = allureResult(verdict, row, cause, proof === null ? [] : [exchangeStep(verdict, proof, attachment!)]);
    write(`${result.uuid}-result.json`, result);
  }
  write('categories.json', categoriesOf(causes));
  write('executor.json', executorOf(verdict));
  writeFileSync(join(folder, 'environment.properties'), environmentOf(verdict));
}

/** What Allure gathers results under: each cause, and what is no failure of the target's. */
function categoriesOf(causes: readonly ToldCause[]) {
  const any = String.raw`[\s\S]*`;
  return [
    ...causes.map((told) => ({
      name: `Cause ${told.number}: ${told.lead.id}`,
      matchedStatuses: ['failed'],
      messageRegex: `${any}${causeMark(told).replace(/[.()]/g, String.raw`\$&`)}`,
    })),
    { name: 'The list of known deviations is wrong', matchedStatuses: ['failed'], messageRegex: `stale: ${any}` },
    { name: 'The set-up failed', matchedStatuses: ['broken'] },
    { name: 'Known deviations', matchedStatuses: ['passed'], messageRegex: `known: ${any}` },
    { name: 'Warnings', matchedStatuses: ['passed'], messageRegex: `broken: ${any}` },
    { name: 'Not verified', matchedStatuses: ['skipped'] },
  ];
}

const executorOf = ({ suite, run }: Verdict) => ({
  name: `${suite.name} ${suite.version}`,
  type: suite.name,
  buildName: run.id,
  buildOrder: Math.floor(Date.parse(run.startedAt) / 1000),
});

/** What was judged, as a file of Java properties: a backslash or a line break would say something else there. */
function environmentOf(verdict: Verdict): string {
  return Object.entries(factsOf(verdict))
    .map(([name, value]) => `${name}=${visible(value).replace(/[\\\n\t]/g, ' ')}\n`)
    .join('');
}

/** The request that shows a cause, as a step with all there is to it. */
function exchangeStep(verdict: Verdict, proof: Proof, attachment: string) {
  const start = Date.parse(verdict.run.startedAt);
  return {
    name: visible(exchangeLine(proof)),
    status: 'failed',
    statusDetails: {},
    stage: 'finished',
    start,
    stop: start,
    steps: [],
    attachments: [{ name: 'request and answer', type: 'text/plain', source: attachment }],
    parameters: [],
  };
}

type Step = ReturnType<typeof exchangeStep>;

function allureResult(verdict: Verdict, row: RequirementVerdict, cause: ToldCause | undefined, exchanges: readonly Step[]) {
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
      ...(outcome !== 'kept' && {
        message: visible([outcomeLine(row), ...(cause === undefined ? [] : [causeMark(cause)])].join(' ')),
      }),
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
      { name: 'severity', value: severityOf(row) },
      { name: 'tag', value: outcome },
      { name: 'parentSuite', value: area },
    ],
    steps: [...exchanges, ...stepsOf(row, start)],
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
  name: check.title === standingTitle ? check.title : `${check.title} (${check.file}:${check.line})`,
  status: statusOf(row, check),
  statusDetails: check.reason === null ? {} : { message: visible(check.reason) },
  stage: 'finished',
  start,
  stop: start + check.durationMs,
  steps: [],
  attachments: [],
  parameters: [],
});
