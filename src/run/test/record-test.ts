import { judgeStanding } from '../../checks/judge-standing.ts';
import { errorCodes, isErrorCodeName } from '../../contract/error-codes/index.ts';
import {
  evidenceAttachment,
  type CheckRecord,
  type EvidenceOfTest,
  type Judgement,
  type StandingRecord,
} from '../../contract/outcomes.ts';
import { reason, type Reason } from '../../contract/reasons.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isOfGateway } from '../../wire/gateway.ts';
import { visibleJson } from '../../wire/visible.ts';
import { claimedIdRecords } from './claimed-id-records.ts';
import { agreedLater } from './counted-again.ts';
import { fromProjectRoot, requirementOf, shownIn, type CurrentTest } from './current-test.ts';

/** Hands over what a finished test leaves behind, and gives it. To another process, which is where Playwright reports, it goes as text. */
export function leaveRecord(test: CurrentTest): EvidenceOfTest<Exchange> {
  const evidence = recordOf(test);
  if (test.info.keep) test.info.keep(evidence);
  else {
    const body = Buffer.from(visibleJson(JSON.stringify(evidence)));
    test.info.attachments.push({ name: evidenceAttachment, contentType: 'application/json', body });
  }
  return evidence;
}

/** Its check, what the standing judges saw in its exchanges, and these. */
function recordOf(test: CurrentTest): EvidenceOfTest<Exchange> {
  const { outcome, reason: why, violations, untold } = outcomeOf(test);
  const record: CheckRecord = {
    requirement: requirementOf(test.info),
    title: test.info.title,
    file: fromProjectRoot(test.info.file),
    line: test.info.line,
    outcome,
    ...(why && { reason: why.says, reasonKind: why.kind, ...(why.needs && { needs: why.needs }) }),
    ...(untold && { untold }),
    examined: test.examined,
    violations,
    findings: test.findings,
    durationMs: Math.round(performance.now() - test.startedAt),
    exchanges: test.exchanges.map((exchange) => exchange.id),
  };
  const { status } = test.info;
  const endedByRunner = status === 'timedOut' || status === 'interrupted';
  // What took more than an exchange to see is not seen again where such a test is told from its record.
  const standing = [
    ...standingRecords(test.exchanges, record),
    ...(endedByRunner ? [] : [...claimedIdRecords(test), ...test.alsoSeen]),
  ];
  return {
    record,
    standing,
    exchanges: test.exchanges,
    provenance: test.provenance,
    ...(endedByRunner && { endedByRunner: true }),
  };
}

/** A server error that a check asks for is not told against the target. */
function isProvoked(standing: string, proven: string): boolean {
  const code = proven.replace(/^code\./, '');
  return standing === 'status.no-server-error' && isErrorCodeName(code) && errorCodes[code].status >= 500;
}

type Ended = Pick<CheckRecord, 'outcome' | 'violations' | 'untold'> & { readonly reason?: Reason };

function outcomeOf(test: CurrentTest): Ended {
  if (test.unmet !== undefined) return { ...test.unmet, violations: [] };
  const { status, errors } = test.info;
  if (errors.length > 0 || status === 'failed' || status === 'timedOut') return failureOf(test);
  if (test.examined === 0) {
    return { outcome: 'unverified', reason: reason('nothing-to-look-at', 'the check had nothing to look at'), violations: [] };
  }
  return { outcome: 'kept', violations: [] };
}

/** A test fails for a claim that the target broke, or else for the harness or the network, which is not its fault. */
function failureOf(test: CurrentTest): Ended {
  const spokenFor = answersInItsPlace(test);
  if (spokenFor !== undefined) return { outcome: 'setup-failed', reason: reason('unanswered', spokenFor), violations: [] };
  if (test.violations.length > 0) return { outcome: 'broken', violations: test.violations };
  const message = plainText(test.info.errors[0]?.message ?? `the test ended as ${test.info.status}`);
  if (/\bexpect\(/.test(message)) {
    // A plain `expect` failed: its own words are the violation.
    const exchange = test.exchanges.at(-1)?.id;
    return { outcome: 'broken', violations: [{ path: '', message: inOneLine(message), ...(exchange && { exchange }) }] };
  }
  const fault = test.exchanges.findLast(({ response }) => response === null)?.fault;
  const says = fault ?? inOneLine(message).replace(/^(Error: )?Setup: /, '');
  return { outcome: 'setup-failed', reason: reason('set-up', says), violations: [] };
}

/** Set when all that is wrong shows in answers that were not the target's: what a gateway said, in words. */
function answersInItsPlace(test: CurrentTest): string | undefined {
  const { violations, exchanges } = test;
  const decisive = violations.length > 0 ? violations.map((one) => shownIn(test, one)) : exchanges.slice(-1);
  if (!decisive.every((one) => one !== undefined && one.response !== null && isOfGateway(one.response))) return undefined;
  const last = decisive.at(-1);
  if (!last) return undefined;
  const {
    request: { method, url },
    response,
  } = last;
  return `what stands before the target answered ${method} ${new URL(url).pathname} in its place: ${response?.status}`;
}

/** What was wrong once, and not when it was asked for again, is told without being held against the target. */
const onlyOnce = ({ examined, violations, findings = [] }: Judgement): Judgement => ({
  examined,
  violations: [],
  findings: [...findings, ...violations.map((one) => ({ ...one, message: `${one.message}; asked again, it was not so` }))],
});

/** What the standing judges see in the exchanges of one test, which left that record. */
export function standingRecords(
  exchanges: readonly Exchange[],
  { requirement: proven, outcome }: Pick<CheckRecord, 'requirement' | 'outcome'>,
): StandingRecord[] {
  const seen = new Map<string, { file: string; judgements: Judgement[] }>();
  for (const exchange of exchanges.filter(({ kind }) => kind !== 'plain-http')) {
    for (const { requirement, file, judgement: seenHere } of judgeStanding(exchange)) {
      if (isProvoked(requirement, proven)) continue;
      const judgement =
        seenHere.violations.length > 0 && agreedLater(requirement, exchange, exchanges) ? onlyOnce(seenHere) : seenHere;
      // A code with which everything is refused was answered and yet not seen.
      if (outcome === 'not-provoked' && requirement === proven && judgement.violations.length === 0) continue;
      const known = seen.get(requirement);
      if (known === undefined) seen.set(requirement, { file, judgements: [judgement] });
      else known.judgements.push(judgement);
    }
  }
  return [...seen].map(([requirement, { file, judgements }]) => ({
    requirement,
    file,
    examined: judgements.reduce((sum, { examined }) => sum + examined, 0),
    violations: judgements.flatMap(({ violations }) => violations),
    findings: judgements.flatMap(({ findings = [] }) => findings),
  }));
}

function plainText(message: string): string {
  // eslint-disable-next-line no-control-regex -- Playwright colours its messages
  return message.replace(/\u001B\[[0-9;]*m/g, '').replace(/^Error: /, '');
}

const inOneLine = (message: string): string =>
  message
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(' · ');
