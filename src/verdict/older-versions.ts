import type { CheckRecord, Provenance } from '../contract/outcomes.ts';
import { insteadOfCode, type ReasonKind } from '../contract/reasons.ts';
import type { Verdict } from './verdict.ts';

/** How the sentences of versions that kept no kinds begin, where judging again depends on the kind. */
const beginnings = Object.entries({
  'stopped-early': 'stopped early',
  budget: 'budget',
  'not-in-plan': 'not in the plan',
  ...insteadOfCode,
} satisfies Partial<Record<ReasonKind, string>>) as readonly [ReasonKind, string][];

/** A record that a version left which kept no kinds, with the kind of its reason; any other as it is. */
export function withKind(record: CheckRecord): CheckRecord {
  const { reason, reasonKind } = record;
  if (reason === undefined || reasonKind !== undefined) return record;
  const [kind = 'unclassified'] = beginnings.find(([, words]) => reason.startsWith(`${words}: `)) ?? [];
  return { ...record, reasonKind: kind };
}

/** A recorded test of a version that called its provenance its course; any other as it is. */
export const withProvenance = <T extends { readonly provenance?: Provenance }>({
  course,
  ...test
}: T & { readonly course?: Provenance }): Omit<T, 'course'> =>
  ({ ...test, ...(course && { provenance: course }) }) as Omit<T, 'course'>;

/** Whether a version made it that keeps kinds, as far as it shows: a verdict in which all was judged shows nothing. */
const keepsKinds = ({ requirements }: Verdict): boolean =>
  requirements.some(({ reasons, checks }) => reasons !== undefined || checks.some(({ reasonKind }) => reasonKind !== undefined));

/** A verdict as the version would have made it that made `said`. */
export function inTheVersionOf(said: Verdict, verdict: Verdict): Verdict {
  return withoutKinds(said, withoutCauses(said, verdict));
}

/** Versions that kept no kinds had no causes either. */
function withoutCauses(said: Verdict, verdict: Verdict): Verdict {
  if (said.causes !== undefined) return verdict;
  const { causes: _causes, ...rest } = verdict;
  return rest;
}

function withoutKinds(said: Verdict, verdict: Verdict): Verdict {
  if (keepsKinds(said)) return verdict;
  return {
    ...verdict,
    requirements: verdict.requirements.map(({ reasons: _reasons, ...requirement }) => ({
      ...requirement,
      checks: requirement.checks.map(({ reasonKind: _kind, needs: _needs, ...check }) => check),
    })),
  };
}
