import type { CleanupReport } from '../contract/cleanup-report.ts';
import type { KnownDeviation } from '../contract/known-deviation.ts';
import type { Requirement } from '../contract/requirement.ts';
import type { Exchange } from '../wire/exchange.ts';
import { header } from '../wire/http.ts';
import type { VerdictInput } from './derive.ts';
import type { TestEvidence } from './evidence.ts';
import type { RunIdentity, SuiteIdentity, TargetIdentity } from './verdict.ts';

/** What is known of a run without looking at its evidence. */
export interface RunContext {
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly target: Omit<TargetIdentity, 'serverVersion'>;
  readonly run: Omit<RunIdentity, 'requests'>;
  readonly suite: SuiteIdentity;
  readonly cleanup?: CleanupReport;
  readonly only: readonly string[];
  readonly known?: readonly KnownDeviation[];
  readonly scope?: string;
}

/** Gathers what the tests of one run leave behind. */
export interface Collection {
  /** Takes what one test left behind; a retry of the same test replaces it. */
  add(test: string, evidence: readonly TestEvidence[]): void;
  /** Notes that something failed outside any check. */
  fault(message: string): void;
  /** All evidence so far, in the order in which the tests first ended. */
  tests(): TestEvidence[];
  exchanges(): Exchange[];
  /** What deriveVerdict takes: the context, completed with what the exchanges tell. */
  input(context: RunContext): VerdictInput;
}

/** An empty collection. */
export function collectEvidence(): Collection {
  const byTest = new Map<string, readonly TestEvidence[]>();
  const faults: string[] = [];
  const tests = () => [...byTest.values()].flat();
  // A test that proves several requirements repeats its exchanges in each record.
  const exchanges = () => {
    const recorded = tests().flatMap((test) => test.exchanges);
    return [...new Map(recorded.map((exchange) => [exchange.id, exchange])).values()];
  };
  return {
    add: (test, evidence) => void byTest.set(test, evidence),
    fault: (message) => void faults.push(message),
    tests,
    exchanges,
    input: ({ target, run, ...context }) => {
      const recorded = exchanges();
      return {
        ...context,
        tests: tests(),
        faults: [...faults],
        target: { ...target, serverVersion: serverVersion(recorded) },
        run: { ...run, requests: recorded.length },
      };
    },
  };
}

/**
 * The version that the target's answers name: the `versionString` of the first X-MongoDB-Service-Version header, or
 * that header as it is, or null. Source: example answers of the API's reference pages.
 */
export function serverVersion(exchanges: readonly Exchange[]): string | null {
  for (const { response } of exchanges) {
    const value = response === null ? undefined : header(response.headers, 'X-MongoDB-Service-Version');
    if (value !== undefined) return /versionString=([^;\s]+)/.exec(value)?.[1] ?? value;
  }
  return null;
}
