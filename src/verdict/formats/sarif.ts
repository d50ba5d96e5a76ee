import { sourceOn } from '../../contract/reference-pages.ts';
import { visible, visibleJson } from '../../wire/visible.ts';
import { actionLines, checkOf, outcomeLine, resultOf } from '../reports/row.ts';
import type { RequirementVerdict, Verdict } from '../verdict.ts';

/** Of what is broken, listed or not; of nothing else there is anything to say. */
const isTold = ({ outcome }: RequirementVerdict): boolean => ['broken', 'known', 'stale'].includes(outcome);

/**
 * What is wrong as SARIF 2.1.0, for the code scanning of forges: a rule and a result for each requirement. An error makes
 * the target non-conformant, or the list of known deviations wrong; what is listed is a suppressed warning.
 */
export function sarifJson(verdict: Verdict): string {
  const { suite, run, requirements } = verdict;
  const told = requirements.filter(isTold);
  const start = Date.parse(run.startedAt);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: suite.name, version: suite.version, rules: told.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: verdict.verdict !== 'error',
            startTimeUtc: run.startedAt,
            endTimeUtc: new Date(start + run.durationMs).toISOString(),
            toolExecutionNotifications: verdict.faults.map((fault) => ({ level: 'error', message: { text: visible(fault) } })),
          },
        ],
        automationDetails: { id: `${suite.name}/${verdict.target.product}/${run.id}` },
        results: told.map((row, index) => resultFor(verdict, row, index)),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

function ruleOf({ id, says, source, level, basis, area }: RequirementVerdict) {
  const address = /https:\S+$/.exec(sourceOn(source))?.[0];
  return {
    id,
    shortDescription: { text: visible(says) },
    help: { text: visible(`${says} (${sourceOn(source)}, ${level}, ${basis})`) },
    ...(address !== undefined && { helpUri: address }),
    properties: { tags: [area, level, basis] },
  };
}

function resultFor(verdict: Verdict, row: RequirementVerdict, ruleIndex: number) {
  const { id, outcome, fingerprint, reason } = row;
  const check = checkOf(row);
  return {
    ruleId: id,
    ruleIndex,
    level: resultOf(row) === 'failed' ? 'error' : 'warning',
    message: { text: visible([outcomeLine(row), ...actionLines(verdict, row)].join('\n')) },
    locations: check === undefined ? [] : [locationOf(check)],
    ...(fingerprint !== null && { partialFingerprints: { 'requirement/v1': fingerprint } }),
    ...(outcome === 'known' && { suppressions: [{ kind: 'external', justification: visible(reason ?? '') }] }),
  };
}

const locationOf = ({ file, line }: NonNullable<ReturnType<typeof checkOf>>) => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(file) },
    ...(line !== undefined && { region: { startLine: Math.max(1, line) } }),
  },
});
