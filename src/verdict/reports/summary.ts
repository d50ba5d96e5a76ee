import type { Exchange } from '../../wire/exchange.ts';
import { cleanupSentences } from './cleanup.ts';
import { code, escapeMarkdown, section } from './markdown.ts';
import { notProvokedSentence } from './not-provoked.ts';
import { newFieldLines } from '../new-fields.ts';
import { firstProof, requestLine, whatIsWrong } from './request-line.ts';
import { verdictSentence } from './sentence.ts';
import { columnOf, columns, isKnown, rowsByArea, totalRow, unseenByReason, type Row } from './tally.ts';
import { insecureTlsWarning, type RequirementVerdict, type Verdict } from '../verdict.ts';

/** The verdict as Markdown for the summary page of a CI job. */
export function summaryMarkdown(verdict: Verdict, exchanges: readonly Exchange[]): string {
  const { suite, target, run } = verdict;
  return [
    `## ${escapeMarkdown(verdictSentence(verdict))}`,
    '',
    [
      code(target.url), target.product, target.dialect, escapeMarkdown(target.serverVersion ?? 'version unknown'),
      `risk ${escapeMarkdown(run.risk)}`, `${run.requests} requests`, `${(run.durationMs / 1000).toFixed(1)} s`,
      escapeMarkdown(`${suite.name} ${suite.version}`),
    ].join(' · '),
    '',
    ...(run.insecureTls ? [`**Mind:** ${escapeMarkdown(insecureTlsWarning)}.`, ''] : []),
    ...table(verdict),
    ...broken(verdict, new Map(exchanges.map((exchange) => [exchange.id, exchange]))),
    ...section('Warnings', entries(verdict.requirements.filter((each) => columnOf(each) === 'warned' && !isKnown(each)))),
    ...section('Known deviations', entries(verdict.requirements.filter(isKnown))),
    ...section('What could not be provoked', [notProvokedSentence(verdict)].flatMap((text) => (text === undefined ? [] : [escapeMarkdown(text)]))),
    ...section('Fields that no page names', newFieldLines(verdict).map((field) => `- ${escapeMarkdown(field)}`)),
    ...section('What nobody could see', unseenByReason(verdict).map(({ says, requirements }) => (
      `- ${requirements.length} ${escapeMarkdown(says)}: ${requirements.map(({ id }) => code(id)).join(' ')}`
    ))),
    ...section('What went wrong in the run itself', verdict.faults.map((fault) => `- ${escapeMarkdown(fault)}`)),
    ...cleanup(verdict),
    '',
  ].join('\n');
}

function table(verdict: Verdict): string[] {
  return [
    `| area | ${columns.join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...rowsByArea(verdict).map(([area, row]) => line(area, row)),
    line('**all**', totalRow(verdict)),
  ];
}

function line(name: string, row: Row): string {
  return `| ${name} | ${columns.map((column) => row[column] || '').join(' | ')} |`;
}

function broken(verdict: Verdict, exchanges: ReadonlyMap<string, Exchange>): string[] {
  const found = verdict.requirements.filter((requirement) => columnOf(requirement) === 'broken');
  return section('Broken', found.flatMap((requirement) => {
    const proof = firstProof(requirement, exchanges);
    return [
      `- ${code(requirement.id)} ${escapeMarkdown(requirement.says)}`,
      ...whatIsWrong(requirement).map((said) => `  - ${escapeMarkdown(said)}`),
      ...(proof === undefined ? [] : [`  - ${code(`${proof.check.file}:${proof.check.line}`)}`]),
      ...(proof?.exchange === undefined ? [] : [`  - ${code(requestLine(proof.exchange))}`]),
    ];
  }));
}

function entries(requirements: readonly RequirementVerdict[]): string[] {
  return requirements.map((requirement) => `- ${code(requirement.id)} ${escapeMarkdown(whatIsWrong(requirement).join('; '))}`);
}

function cleanup(verdict: Verdict): string[] {
  const sentences = cleanupSentences(verdict.cleanup);
  return sentences === undefined ? [] : ['', escapeMarkdown(sentences.says), ...[...sentences.items, ...(sentences.again === undefined ? [] : [sentences.again])].map((item) => `- ${escapeMarkdown(item)}`)];
}
