import { visible } from '../../wire/visible.ts';
import { areas } from '../../contract/requirement.ts';
import { foldedLines } from '../../contract/violation-shape.ts';
import { isBinding, type CheckVerdict, type RequirementVerdict, type Verdict } from '../verdict.ts';

type Kind = 'failure' | 'error' | 'skipped' | 'passed';

interface Testcase {
  readonly requirement: RequirementVerdict;
  /** null where the requirement has no check: it still shows, as skipped. */
  readonly check: CheckVerdict | null;
  readonly kind: Kind;
}

/**
 * The verdict as JUnit XML: a suite an area, a case a check. A broken documented MUST is a failure, a set-up that
 * failed an error, what nobody saw is skipped with its reason; any other breach or finding is text of a passed case.
 */
export function junitXml(verdict: Verdict): string {
  const cases = verdict.requirements.flatMap(testcases);
  const suites = areas.flatMap((area) => {
    const own = cases.filter(({ requirement }) => requirement.area === area);
    if (own.length === 0) return [];
    return [`  <testsuite${attributes({ name: area, ...counts(own) })}>`, ...own.map(xml), '  </testsuite>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: verdict.suite.name, ...counts(cases) })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

/**
 * Text for XML 1.0, in content and in attributes alike. What XML cannot hold, not even escaped (most controls, lone
 * surrogates), stands as its code point: it comes from bodies of a target that may send anything.
 */
export function escapeXml(text: string): string {
  return visible(text).replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function testcases(requirement: RequirementVerdict): Testcase[] {
  if (requirement.checks.length === 0) return [{ requirement, check: null, kind: 'skipped' }];
  return requirement.checks.map((check) => ({ requirement, check, kind: kindOf(requirement, check) }));
}

function kindOf(requirement: RequirementVerdict, check: CheckVerdict): Kind {
  if (requirement.outcome === 'not-applicable') return 'skipped';
  switch (check.outcome) {
    case 'broken': return isBinding(requirement) ? 'failure' : 'passed';
    case 'stale': return requirement.outcome === 'stale' ? 'failure' : 'passed';
    case 'setup-failed': return 'error';
    case 'kept': case 'known': return 'passed';
    case 'not-provoked': case 'unverified': case 'not-offered': case 'not-applicable': case 'untested': return 'skipped';
  }
}

function counts(cases: readonly Testcase[]): Record<string, string> {
  const count = (kind: Kind) => String(cases.filter((each) => each.kind === kind).length);
  const milliseconds = cases.reduce((sum, { check }) => sum + (check?.durationMs ?? 0), 0);
  return {
    tests: String(cases.length), failures: count('failure'), errors: count('error'), skipped: count('skipped'),
    time: seconds(milliseconds),
  };
}

function xml({ requirement, check, kind }: Testcase): string {
  const open = `    <testcase${attributes({
    classname: requirement.id,
    name: check?.title ?? requirement.says,
    ...(check === null ? {} : { file: check.file, line: String(check.line) }),
    time: seconds(check?.durationMs ?? 0),
  })}`;
  const inner = content(requirement, check, kind);
  return inner === '' ? `${open}/>` : `${open}>${inner}</testcase>`;
}

function content(requirement: RequirementVerdict, check: CheckVerdict | null, kind: Kind): string {
  const outcome = check === null || requirement.outcome === 'not-applicable' ? requirement.outcome : check.outcome;
  const message = `${outcome}: ${(check?.reason ?? requirement.reason) ?? requirement.says}`;
  const details = foldedLines(check?.violations ?? []);
  const findings = foldedLines(check?.findings ?? []).map((line) => `finding: ${line}`);
  if (kind === 'skipped') return `<skipped${attributes({ message })}/>${systemOut(findings)}`;
  if (kind === 'passed') {
    const notes = outcome === 'kept' ? findings : [`warning: ${message}`, ...details, ...findings];
    return systemOut(notes);
  }
  const text = escapeXml([requirement.says, ...details].join('\n'));
  return `<${kind}${attributes({ message, type: outcome })}>${text}</${kind}>${systemOut(findings)}`;
}

function systemOut(lines: readonly string[]): string {
  return lines.length > 0 ? `<system-out>${escapeXml(lines.join('\n'))}</system-out>` : '';
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
