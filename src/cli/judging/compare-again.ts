import { requirements } from '../../contract/requirements/index.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import type { Comparand } from '../../verdict/comparing/grounds.ts';
import { met } from '../../verdict/comparing/met-before.ts';
import { suiteIdentity } from '../../verdict/suite-identity.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { messageOf } from '../../wire/message-of.ts';
import { tellComparison, withoutEvidence } from './compare-runs.ts';
import type { JudgeAgain } from './judge-again.ts';
import { evidenceIn, isEvidenceOf, verdictAt, type PlacedVerdict } from './recorded-folder.ts';
import { rejudged } from './rejudged.ts';

/** Compares two runs, and judges their evidence again to tell what lies behind each change; 1 when it got worse. Throws UsageError. */
export async function compareAgain(request: JudgeAgain & { readonly act: 'compare' }): Promise<number> {
  const before = await withEvidence(verdictAt(request.before), true);
  const after = verdictAt(request.after);
  return tellComparison(before, await withEvidence(after, !isOfThisSuite(after.verdict)), request);
}

function isOfThisSuite({ suite }: Verdict): boolean {
  const own = suiteIdentity(requirements);
  return suite.version === own.version && suite.catalogueHash === own.catalogueHash;
}

/** A run with what its evidence tells. That there is none, or none that can be judged, is no fault: it is said. */
async function withEvidence({ verdict, folder }: PlacedVerdict, judge: boolean): Promise<Comparand> {
  if (folder === undefined) return { verdict, whyNotAgain: withoutEvidence };
  try {
    if (!isEvidenceOf(folder, verdict)) return { verdict, whyNotAgain: 'the evidence beside its verdict is not that of its run' };
    const evidence = evidenceIn(folder);
    const seen = { verdict, met: met(evidence), settings: evidence.runs[0]?.settings ?? {} };
    return judge ? { ...seen, again: (await rejudged(evidence)).verdict } : seen;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { verdict, whyNotAgain: messageOf(error) };
  }
}
