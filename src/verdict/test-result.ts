import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { evidenceAttachment, ownRequirementAnnotation, type Outcome } from '../contract/outcomes.ts';
import { reason, type Reason } from '../contract/reasons.ts';
import type { Requirement } from '../contract/requirement.ts';
import { readEvidence, type TestEvidence } from './evidence.ts';

const requirementAnnotation = 'allure.label.requirement';

/** Ids of the requirements that a test proves, as `proves(…)` annotated it. */
export function requirementsOf(test: Pick<TestCase, 'annotations'>): string[] {
  return test.annotations.flatMap(({ type, description }) =>
    type === requirementAnnotation && description !== undefined ? [description] : [],
  );
}

/** The rows of requirements that these tests added to the catalogue, by their ids. */
export function ownRequirementsOf(tests: readonly Pick<TestCase, 'annotations'>[]): Record<string, Requirement> {
  return Object.fromEntries(
    tests.flatMap((test) =>
      test.annotations
        .filter(({ type }) => type === ownRequirementAnnotation)
        .flatMap(({ description = '' }) => requirementsOf(test).map((id) => [id, JSON.parse(description) as Requirement])),
    ),
  );
}

/**
 * What one ended Playwright test left behind. Without an attachment the check never got to its record: it was skipped
 * or never started (unverified), or it crashed, timed out or lost its fixtures (setup-failed, with the first line
 * of the error).
 *
 * @param root folder against which file names are given.
 */
export function evidenceOf(test: TestCase, result: TestResult, root: string): TestEvidence[] {
  const attached = result.attachments.filter(({ name }) => name === evidenceAttachment);
  if (attached.length === 0) return requirementsOf(test).map((id) => withoutRecord(test, result, id, root));
  return attached.map((attachment) => {
    const body = attachment.body ?? readFileSync(attachment.path!);
    return mistrustful(readEvidence(body.toString('utf8')), result);
  });
}

/**
 * Leaves nothing of the record of a test that did not fail to the reporters that come after: it goes into the evidence
 * of the run, and to copy it for each test is most of what they would do. The attachment itself stays, because steps
 * point to it, and the HTML report is not written where one points to nothing.
 */
export function emptyRecord(result: TestResult): void {
  if (result.status !== 'passed' && result.status !== 'skipped') return;
  for (const attachment of result.attachments) {
    if (attachment.name === evidenceAttachment) delete attachment.body;
  }
}

/**
 * Makes a test that failed one that was expected to pass: no test of the suite is there to fail. That it was expected
 * kept its worker (`src/run/spared-worker.ts`); every reporter that comes after, and Playwright's own count, are to see
 * the failure. To be called before any other reporter is told.
 */
export function failedAfterAll(test: TestCase): void {
  if (test.expectedStatus === 'failed') test.expectedStatus = 'passed';
}

/** The evidence of a test that was planned and did not run. */
export function neverRan(test: TestCase, root: string): TestEvidence[] {
  return requirementsOf(test).map((id) => blank(test, id, root, 'unverified', reason('did-not-run', 'did not run')));
}

/** First line of an error, without colours. */
export function firstLine(error: TestError | undefined): string | undefined {
  const text = error?.message ?? error?.value;
  return text === undefined ? undefined : stripVTControlCharacters(text).trim().split('\n', 1)[0];
}

/** A check may have written its record before a fixture failed behind it: kept, but not to be believed. */
function mistrustful(evidence: TestEvidence, result: TestResult): TestEvidence {
  if (evidence.record.outcome !== 'kept' || result.status === 'passed') return evidence;
  return {
    ...evidence,
    record: { ...evidence.record, outcome: 'setup-failed', reason: whyNot(result), reasonKind: 'set-up' },
    endedByRunner: true,
  };
}

function withoutRecord(test: TestCase, result: TestResult, id: string, root: string): TestEvidence {
  if (result.status === 'skipped') {
    const skip = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
    return blank(test, id, root, 'unverified', reason('did-not-run', skip?.description ?? 'skipped without a reason'));
  }
  return blank(test, id, root, 'setup-failed', reason('set-up', whyNot(result)), result.duration);
}

function whyNot(result: TestResult): string {
  return firstLine(result.error) ?? `the test ended as ${result.status} without a record`;
}

function blank(test: TestCase, requirement: string, root: string, outcome: Outcome, why: Reason, durationMs = 0): TestEvidence {
  const inside = relative(root, test.location.file);
  const file = (inside.startsWith('..') ? relative(process.cwd(), test.location.file) : inside).split(sep).join('/');
  return {
    record: {
      requirement,
      title: test.title,
      file,
      line: test.location.line,
      outcome,
      reason: why.says,
      reasonKind: why.kind,
      examined: 0,
      violations: [],
      findings: [],
      durationMs,
      exchanges: [],
    },
    standing: [],
    exchanges: [],
  };
}
