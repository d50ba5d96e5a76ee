import { visible } from '../../wire/visible.ts';
import { areas } from '../../contract/requirement.ts';
import { factsOf } from './facts.ts';
import { actionLines, checkOf, findingLines, outcomeLine, resultOf, type RowResult } from '../reports/row.ts';
import type { RequirementVerdict, Verdict } from '../verdict.ts';

/**
 * The verdict as JUnit XML: a suite an area, a case a requirement. A broken documented MUST is a failure, a set-up that
 * failed an error, what nobody saw is skipped with its reason; any other breach or finding is text of a passed case.
 */
export function junitXml(verdict: Verdict): string {
  const { requirements, run, suite, target } = verdict;
  // The schema that readers of JUnit share knows what was skipped of a suite alone.
  const { skipped: _skipped, ...whole } = counts(requirements);
  const suites = areas.flatMap((area) => {
    const own = requirements.filter((row) => row.area === area);
    if (own.length === 0) return [];
    const timestamp = run.startedAt.replace(/\.\d+Z$|Z$/, '');
    const open = `  <testsuite${attributes({ name: area, ...counts(own), timestamp, hostname: hostOf(target) })}>`;
    return [open, ...propertiesOf(verdict), ...own.map((row) => xml(verdict, row)), '  </testsuite>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: suite.name, ...whole })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

const hostOf = ({ url }: Verdict['target']): string => (URL.canParse(url) ? new URL(url).host : url);

/** What was judged, and how: of every suite, for tools that show one alone. */
function propertiesOf(verdict: Verdict): string[] {
  const lines = Object.entries(factsOf(verdict)).map(([name, value]) => `      <property${attributes({ name, value })}/>`);
  return ['    <properties>', ...lines, '    </properties>'];
}

/**
 * Text for XML 1.0, in content and in attributes alike. What XML cannot hold, not even escaped (most controls, lone
 * surrogates), stands as its code point: it comes from bodies of a target that may send anything.
 */
export function escapeXml(text: string): string {
  return visible(text).replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const durationOf = ({ checks }: RequirementVerdict): number => checks.reduce((sum, { durationMs }) => sum + durationMs, 0);

function counts(rows: readonly RequirementVerdict[]): Record<string, string> {
  const count = (result: RowResult) => String(rows.filter((row) => resultOf(row) === result).length);
  return {
    tests: String(rows.length),
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(rows.reduce((sum, row) => sum + durationOf(row), 0)),
  };
}

function xml(verdict: Verdict, row: RequirementVerdict): string {
  const open = `    <testcase${attributes({
    classname: row.area,
    name: row.id,
    time: seconds(durationOf(row)),
  })}`;
  const inner = content(verdict, row);
  return inner === '' ? `${open}/>` : `${open}>${inner}</testcase>`;
}

function content(verdict: Verdict, row: RequirementVerdict): string {
  const message = outcomeLine(row);
  const findings = findingLines(row);
  switch (resultOf(row)) {
    case 'skipped':
      return `<skipped${attributes({ message })}/>${systemOut(findings)}`;
    case 'passed':
      return systemOut(row.outcome === 'kept' ? findings : [`warning: ${message}`, ...actionLines(verdict, row), ...findings]);
    case 'failed':
      return (
        withText('failure', { message, type: row.outcome }, [...actionLines(verdict, row), ...whereLines(row)]) +
        systemOut(findings)
      );
    case 'error':
      return withText('error', { message, type: row.outcome }, [row.says, ...whereLines(row)]) + systemOut(findings);
  }
}

function whereLines(row: RequirementVerdict): string[] {
  const { file, line } = checkOf(row) ?? {};
  return file === undefined ? [] : [`Check: ${file}${line === undefined ? '' : `:${line}`}`];
}

const withText = (name: string, values: Readonly<Record<string, string>>, lines: readonly string[]): string =>
  `<${name}${attributes(values)}>${escapeXml(lines.join('\n'))}</${name}>`;

function systemOut(lines: readonly string[]): string {
  return lines.length > 0 ? `<system-out>${escapeXml(lines.join('\n'))}</system-out>` : '';
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
