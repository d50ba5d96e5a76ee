import { isBinding, isEmptyShard, type Verdict } from './verdict.ts';

/** The verdict in one or two sentences, without a line break; it says when it speaks of a part only. */
export function verdictSentence(verdict: Verdict): string {
  const scope = verdict.partial ? ` Partial: this speaks of ${verdict.scope} alone.` : '';
  return `${verdict.verdict.toUpperCase()}: ${because(verdict)}.${scope}`;
}

function because(verdict: Verdict): string {
  const binding = verdict.requirements.filter(isBinding);
  const count = (outcome: string) => binding.filter((requirement) => requirement.outcome === outcome).length;
  switch (verdict.verdict) {
    case 'conformant': return `${conformance(count('kept'))}${apart(verdict)}`;
    case 'non-conformant': return breach(count('broken'), binding.length);
    case 'incomplete': return isEmptyShard(verdict) ? 'this part of the run holds no check; merge it with the others' : incompleteness(count('unverified'), count('setup-failed'));
    case 'error': return fault(verdict);
  }
}

function conformance(kept: number): string {
  if (kept === 0) return 'no documented MUST is in scope that this target can show';
  return kept === 1
    ? 'the one documented MUST in scope that this target can show was kept'
    : `all ${kept} documented MUSTs in scope that this target can show were kept`;
}

function apart(verdict: Verdict): string {
  const { byOutcome } = verdict.totals;
  const warned = verdict.requirements.filter((each) => each.outcome === 'broken').length;
  const parts = [
    ...(byOutcome.known > 0 ? [counted(byOutcome.known, 'known deviation')] : []),
    ...(warned > 0 ? [counted(warned, 'warning')] : []),
    ...(byOutcome['not-offered'] > 0 ? [`${byOutcome['not-offered']} not offered`] : []),
  ];
  return parts.length > 0 ? `; besides: ${parts.join(', ')}` : '';
}

function incompleteness(unverified: number, setupFailed: number): string {
  const parts = [
    ...(unverified > 0 ? [`${unverified} could not be verified`] : []),
    ...(setupFailed > 0 ? [`${setupFailed} failed for the set-up`] : []),
  ];
  return parts.length > 0
    ? `none was broken, but of the documented MUSTs in scope ${parts.join(' and ')}`
    : 'nothing in scope could be seen on this target';
}

function fault({ noChecks, faults, totals }: Verdict): string {
  if (noChecks) return `not one check ran${faults.length > 0 ? `: ${faults[0]}` : ', so there is nothing to judge'}`;
  if (faults.length > 0) return `the run itself went wrong: ${faults[0]}`;
  if (totals.byOutcome.stale > 0) {
    return `no longer met, and to be taken off the list: ${counted(totals.byOutcome.stale, 'listed deviation')}`;
  }
  const failed = counted(totals.byOutcome['setup-failed'], 'requirement');
  return `the target could not be judged: ${failed} failed for the set-up`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function breach(broken: number, all: number): string {
  return `${broken} of ${all} documented MUSTs in scope ${broken === 1 ? 'was' : 'were'} broken`;
}
