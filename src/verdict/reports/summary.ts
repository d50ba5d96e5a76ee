import type { Proof } from '../proof.ts';
import { openersOf } from '../openers.ts';
import {
  exchangeLine,
  foldedList,
  mostListed,
  namesInLine,
  sentenceLine,
  toldCauses,
  wrongOf,
  type ToldCause,
} from './causes.ts';
import { cleanupSentences } from './cleanup.ts';
import { code, escapeMarkdown, section } from './markdown.ts';
import { notProvokedSentence } from './not-provoked.ts';
import { newFieldLines } from '../new-fields.ts';
import { whatIsWrong } from './what-is-wrong.ts';
import { openerInWords, verdictSentence } from './sentence.ts';
import { columnOf, columns, isKnown, rowsByArea, totalRow, unseenByReason, type Row } from './tally.ts';
import { insecureTlsWarning, type RequirementVerdict, type Verdict } from '../verdict.ts';

/** The verdict as Markdown for the summary page of a CI job. */
export function summaryMarkdown(verdict: Verdict): string {
  const { suite, target, run } = verdict;
  return [
    `## ${escapeMarkdown(verdictSentence(verdict))}`,
    '',
    [
      code(target.url),
      target.product,
      target.dialect,
      escapeMarkdown(target.serverVersion ?? 'version unknown'),
      `risk ${escapeMarkdown(run.risk)}`,
      `${run.requests} requests`,
      `${(run.durationMs / 1000).toFixed(1)} s`,
      escapeMarkdown(`${suite.name} ${suite.version}`),
    ].join(' · '),
    '',
    ...(run.insecureTls ? [`**Mind:** ${escapeMarkdown(insecureTlsWarning)}.`, ''] : []),
    ...table(verdict),
    ...causes(verdict),
    ...section(
      'Listed, and kept now or past its day',
      entries(verdict.requirements.filter(({ outcome }) => outcome === 'stale')),
    ),
    ...section('Warnings', entries(verdict.requirements.filter((each) => columnOf(each) === 'warned' && !isKnown(each)))),
    ...section('Known deviations', entries(verdict.requirements.filter(isKnown))),
    ...section(
      'What could not be provoked',
      [notProvokedSentence(verdict, mostListed)].flatMap((text) => (text === undefined ? [] : [escapeMarkdown(text)])),
    ),
    ...section(
      'Fields that no page names',
      newFieldLines(verdict).map((field) => `- ${escapeMarkdown(field)}`),
    ),
    ...section('What nobody could see', [
      ...openersOf(verdict).map((opener) => `- ${openerInWords(opener, code)}`),
      ...unseenByReason(verdict).map(
        ({ says, requirements }) =>
          `- ${requirements.length} ${escapeMarkdown(says)}: ${namesInLine(
            requirements.map(({ id }) => id),
            code,
          )}`,
      ),
    ]),
    ...section(
      'What went wrong in the run itself',
      verdict.faults.map((fault) => `- ${escapeMarkdown(fault)}`),
    ),
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

function causes(verdict: Verdict): string[] {
  const told = toldCauses(verdict);
  const { shown, more } = foldedList(told);
  return section(
    `What breaks it (${told.length})`,
    [
      ...shown.flatMap(causeLines),
      ...(more === undefined
        ? []
        : [
            `- ${more}: ${namesInLine(
              told.slice(shown.length).map(({ lead }) => lead.id),
              code,
            )}`,
          ]),
    ],
    told.length > 0,
  );
}

function causeLines(told: ToldCause): string[] {
  const {
    cause: { proof, follows, hides },
    number,
    lead,
    share,
  } = told;
  return [
    `${number}. ${code(lead.id)} ${share}: ${escapeMarkdown(sentenceLine(lead))}`,
    ...wrongOf(told).map((said) => `   - ${escapeMarkdown(said)}`),
    ...(proof === null ? [] : [`   - ${code(exchangeLine(proof))}`, ...markedLines(proof), `   - Again: ${code(proof.again)}`]),
    ...(follows.length === 0
      ? []
      : [
          `   - Follow: ${namesInLine(
            follows.map((one) => one.requirement),
            code,
          )}`,
        ]),
    ...(hides.length === 0 ? [] : [`   - Hidden by it: ${namesInLine(hides, code)}`]),
  ];
}

const markedLines = ({ answer }: Proof): string[] =>
  (answer?.lines ?? []).filter(({ marked, text }) => marked && text.length > 1).map(({ text }) => `   - > ${code(text.trim())}`);

function entries(requirements: readonly RequirementVerdict[]): string[] {
  const { shown, more } = foldedList(requirements);
  return [
    ...shown.map((requirement) => `- ${code(requirement.id)} ${escapeMarkdown(whatIsWrong(requirement).join('; '))}`),
    ...(more === undefined ? [] : [`- ${more}, in verdict.json`]),
  ];
}

function cleanup(verdict: Verdict): string[] {
  const sentences = cleanupSentences(verdict.cleanup);
  return sentences === undefined
    ? []
    : [
        '',
        escapeMarkdown(sentences.says),
        ...[...sentences.items, ...(sentences.again === undefined ? [] : [sentences.again])].map(
          (item) => `- ${escapeMarkdown(item)}`,
        ),
      ];
}
