import type { Forecast } from './forecast.ts';
import type { Finding } from './finding.ts';
import type { Settings } from '../target/settings/types.ts';
import { mustBeSeen, type Verdict } from '../verdict/verdict.ts';

/** What a run on the target is likely to see. */
export interface Outlook {
  readonly requests: number;
  readonly scenarios: Forecast['scenarios'];
  readonly verdict: Verdict;
}

export interface Diagnosis {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** What earlier runs left, in one line with the command that removes it; undefined where that is nothing. */
  readonly leftovers?: string;
  /** Undefined where no run could judge the target. */
  readonly outlook?: Outlook;
}

/** Documented MUSTs that are likely to stay unseen: what makes a run incomplete. */
export const unseenMusts = ({ verdict }: Outlook): Verdict['requirements'] =>
  verdict.requirements.filter((one) => mustBeSeen(one) && (one.outcome === 'unverified' || one.outcome === 'setup-failed'));

/** The exit code of the doctor: that of a run which would find nothing broken. */
export function exitCodeFor({ settings, outlook }: Diagnosis): number {
  if (outlook === undefined) return 3;
  return unseenMusts(outlook).length > 0 && !settings.run.allowIncomplete ? 4 : 0;
}

/** The diagnosis as JSON: the same, requirement by requirement, without keys. */
export function documentOf(diagnosis: Diagnosis) {
  const {
    settings: { target, run },
    findings,
    leftovers,
    outlook,
  } = diagnosis;
  return {
    schemaVersion: 1,
    target: { url: target.url, product: target.product, dialect: target.dialect },
    risk: run.risk,
    exitCode: exitCodeFor(diagnosis),
    findings,
    ...(leftovers !== undefined && { leftovers }),
    ...(outlook && {
      forecast: {
        requests: outlook.requests,
        scenarios: outlook.scenarios,
        totals: outlook.verdict.totals.byOutcome,
        requirements: outlook.verdict.requirements.map(({ id, level, basis, outcome, reason, reasons }) => ({
          id,
          level,
          basis,
          outcome: outcome === 'kept' ? 'judged' : outcome,
          reason,
          ...(reasons && { reasons }),
        })),
      },
    }),
  };
}
