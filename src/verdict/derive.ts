import type { CleanupReport } from '../contract/cleanup-report.ts';
import type { KnownDeviation } from '../contract/known-deviation.ts';
import { outcomes, type Outcome, type StandingRecord } from '../contract/outcomes.ts';
import type { Reason } from '../contract/reasons.ts';
import { areas, type Area, type Requirement } from '../contract/requirement.ts';
import { causesOf, type WhatIf } from './causes.ts';
import { checkVerdict, standingVerdict } from './check-verdict.ts';
import type { TestEvidence } from './evidence.ts';
import { inScope } from '../contract/scope.ts';
import { inTheLightOf } from './known.ts';
import { requirementOutcome } from './requirement-outcome.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isBinding, isEmptyShard, mustBeSeen } from './verdict.ts';
import type {
  CheckVerdict,
  RequirementVerdict,
  RunIdentity,
  SuiteIdentity,
  Tally,
  TargetIdentity,
  Verdict,
  VerdictWord,
} from './verdict.ts';

export interface VerdictInput {
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly tests: readonly TestEvidence[];
  /** What judges saw in exchanges that belong to no test: traffic that somebody else recorded. */
  readonly standing?: readonly StandingRecord[];
  /** Exchanges that belong to no test, as far as they are kept. */
  readonly exchanges?: readonly Exchange[];
  /** What would be kept if one fault were not, where that was tried. */
  readonly whatIf?: WhatIf;
  /** Why a requirement is unverified that no check speaks of. Default: no check ran. */
  readonly unseen?: Reason;
  readonly target: TargetIdentity;
  readonly run: RunIdentity;
  readonly suite: SuiteIdentity;
  /** What the run left on the target. It changes no outcome, and no word of the verdict. */
  readonly cleanup?: CleanupReport;
  /** Requirement ids or globs; empty means all. */
  readonly only: readonly string[];
  /** Failures that the target's file lists. */
  readonly known?: readonly KnownDeviation[];
  /** Words for a scope that was not given as ids, e.g. `shard 1 of 3`; by default the globs of `only`. */
  readonly scope?: string;
  /** What went wrong in the harness outside any check. */
  readonly faults: readonly string[];
}

/**
 * From what the tests left behind to the verdict document. Pure, and the same for any order of the tests.
 * Throws when a test speaks of a requirement that the catalogue does not have: dropping it would hide a check.
 */
export function deriveVerdict(input: VerdictInput): Verdict {
  const checks = checksByRequirement(input);
  const stands = barriers(input.tests);
  const requirements = Object.entries(input.requirements)
    .filter(([id]) => inScope(id, input.only) || stands.has(id))
    .map(([id, requirement]) => requirementVerdict(id, requirement, checks.get(id) ?? [], input));
  const noChecks = requirements.every((requirement) => requirement.checks.length === 0);
  return {
    schemaVersion: 1,
    suite: input.suite,
    target: input.target,
    run: input.run,
    verdict: isEmptyShard({ ...input, noChecks }) ? 'incomplete' : verdictWord(requirements, noChecks, input.faults),
    partial: input.only.length > 0,
    scope: input.scope ?? (input.only.length > 0 ? input.only.join(', ') : 'the whole catalogue'),
    noChecks,
    ...stopOf(requirements),
    faults: input.faults,
    totals: { byOutcome: tally(requirements), byArea: tallyByArea(requirements) },
    ...(input.cleanup && { cleanup: input.cleanup }),
    requirements,
    causes: causesOf(requirements, { exchanges: exchangesById(input), whatIf: input.whatIf }),
  };
}

const exchangesById = ({ tests, exchanges = [] }: VerdictInput): ReadonlyMap<string, Exchange> =>
  new Map([...tests.flatMap((test) => test.exchanges), ...exchanges].map((exchange) => [exchange.id, exchange]));

/** What was seen broken in the answer for which nobody could log in: it belongs to the verdict whatever was asked for. */
const barriers = (tests: readonly TestEvidence[]): ReadonlySet<string> =>
  new Set(
    tests
      .filter(({ record }) => record.reasonKind === 'no-login')
      .flatMap(({ standing }) => standing.filter(({ violations }) => violations.length > 0))
      .map(({ requirement }) => requirement)
      .filter((id) => id.startsWith('auth.')),
  );

function checksByRequirement({ requirements, tests, standing: besides = [] }: VerdictInput): Map<string, CheckVerdict[]> {
  // Workers finish in any order; the document must not depend on it.
  const sorted = tests.toSorted((a, b) => byPlace(a.record, b.record));
  const checks = new Map<string, CheckVerdict[]>();
  for (const { record } of sorted) append(checks, record.requirement, checkVerdict(record));
  const standing = new Map<string, StandingRecord[]>();
  for (const record of [...sorted.flatMap((test) => test.standing), ...besides]) append(standing, record.requirement, record);
  for (const [id, records] of standing) append(checks, id, standingVerdict(records));
  for (const id of checks.keys()) {
    if (!Object.hasOwn(requirements, id)) throw new Error(`a test names ${id}, which the catalogue does not have`);
  }
  return checks;
}

function requirementVerdict(
  id: string,
  requirement: Requirement,
  checks: readonly CheckVerdict[],
  { target, run, known = [], unseen }: VerdictInput,
): RequirementVerdict {
  const { level, basis, circumstance, source, says } = requirement;
  const examined = checks.reduce((sum, check) => sum + check.examined, 0);
  const area = areaOf(id);
  const judged = {
    id,
    area,
    level,
    basis,
    ...(circumstance && { circumstance }),
    source,
    says,
    ...requirementOutcome(requirement, checks, target, unseen),
    examined,
    checks,
  };
  return inTheLightOf(known, judged, run.startedAt.slice(0, 10));
}

function verdictWord(requirements: readonly RequirementVerdict[], noChecks: boolean, faults: readonly string[]): VerdictWord {
  const count = (...wanted: Outcome[]) => requirements.filter(({ outcome }) => wanted.includes(outcome)).length;
  const binding = requirements.filter(isBinding);
  const isAmong =
    (...wanted: Outcome[]) =>
    ({ outcome }: RequirementVerdict) =>
      wanted.includes(outcome);

  if (noChecks) return 'error';
  if (binding.some(isAmong('broken'))) return 'non-conformant';
  // A deviation that is listed and gone, or past its day, is a wrong list, not a fault of the target.
  if (faults.length > 0 || count('stale') > 0) return 'error';
  // A target that refuses the credentials still lets a few unauthenticated checks through: most, not all.
  const judged = count('kept', 'broken', 'known');
  if (count('setup-failed') > judged) return 'error';
  if (judged === 0 || binding.filter(mustBeSeen).some(isAmong('unverified', 'setup-failed'))) return 'incomplete';
  return count('known') > 0 ? 'conformant-with-known-deviations' : 'conformant';
}

/** Whether checks were left untried because enough was broken. */
function stopOf(requirements: readonly RequirementVerdict[]): Pick<Verdict, 'stopped'> {
  const notTried = requirements.filter(
    ({ outcome, checks }) => outcome === 'unverified' && checks.some(({ reasonKind }) => reasonKind === 'stopped-early'),
  ).length;
  const broken = requirements.filter((requirement) => isBinding(requirement) && requirement.outcome === 'broken').length;
  return notTried > 0 ? { stopped: { broken, notTried } } : {};
}

function tally(requirements: readonly RequirementVerdict[]): Tally {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of requirements) counts[outcome] += 1;
  return counts;
}

function tallyByArea(requirements: readonly RequirementVerdict[]): Verdict['totals']['byArea'] {
  return Object.fromEntries(
    areas.flatMap((area) => {
      const own = requirements.filter((requirement) => requirement.area === area);
      return own.length > 0 ? [[area, tally(own)]] : [];
    }),
  );
}

function areaOf(id: string): Area {
  const area = areas.find((candidate) => id.startsWith(`${candidate}.`));
  if (area === undefined) throw new Error(`${id} belongs to no area`);
  return area;
}

function byPlace(a: TestEvidence['record'], b: TestEvidence['record']): number {
  return (
    a.file.localeCompare(b.file, 'en') ||
    a.line - b.line ||
    a.title.localeCompare(b.title, 'en') ||
    a.requirement.localeCompare(b.requirement, 'en')
  );
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
