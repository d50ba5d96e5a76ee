import { bindingCauses } from '../causes.ts';
import { openersOf, sightOf, type Opener } from '../openers.ts';
import { isBinding, isEmptyShard, mustBeSeen, type Verdict } from '../verdict.ts';

/** The verdict in one or two sentences, without a line break; it says when it speaks of a part only. */
export function verdictSentence(verdict: Verdict): string {
  const scope = verdict.partial ? ` Partial: this speaks of ${verdict.scope} alone.` : '';
  return `${headline(verdict)}: ${because(verdict)}.${stop(verdict)}${scope}`;
}

const stop = ({ stopped }: Verdict): string =>
  stopped === undefined
    ? ''
    : ` Stopped after ${stopped.broken} broken: ${counted(stopped.notTried, 'requirement')} ${stopped.notTried === 1 ? 'was' : 'were'} not tried.`;

function headline({ verdict, totals }: Verdict): string {
  return verdict === 'conformant-with-known-deviations'
    ? `CONFORMANT WITH ${counted(totals.byOutcome.known, 'known deviation').toUpperCase()}`
    : verdict.toUpperCase();
}

function because(verdict: Verdict): string {
  const binding = verdict.requirements.filter(isBinding);
  const count = (outcome: string) => binding.filter((requirement) => requirement.outcome === outcome).length;
  const unseen = (outcome: string) =>
    binding.filter((requirement) => mustBeSeen(requirement) && requirement.outcome === outcome).length;
  switch (verdict.verdict) {
    case 'conformant':
    case 'conformant-with-known-deviations':
      return `${conformance(count('kept'), count('known'))}${apart(verdict)}`;
    case 'non-conformant':
      return `${breach(verdict)}${besides(verdict)}${notSeen(verdict)}`;
    case 'incomplete':
      return isEmptyShard(verdict)
        ? 'this part of the run holds no check; merge it with the others'
        : incompleteness(unseen('unverified'), unseen('setup-failed'));
    case 'error':
      return fault(verdict);
  }
}

function conformance(kept: number, known: number): string {
  if (kept + known === 0) return 'no documented MUST is in scope that this target can show';
  if (known > 0)
    return `${kept} of ${kept + known} documented MUSTs in scope that this target can show were kept, and ${known} broken as is known`;
  return kept === 1
    ? 'the one documented MUST in scope that this target can show was kept'
    : `all ${kept} documented MUSTs in scope that this target can show were kept`;
}

function apart(verdict: Verdict): string {
  const { byOutcome } = verdict.totals;
  const warned = verdict.requirements.filter((each) => each.outcome === 'broken').length;
  const parts = [
    ...(warned > 0 ? [counted(warned, 'warning')] : []),
    ...(byOutcome['not-provoked'] > 0 ? [`${byOutcome['not-provoked']} not provoked`] : []),
    ...(byOutcome['not-offered'] > 0 ? [`${byOutcome['not-offered']} not offered`] : []),
    ...(byOutcome.unverified > 0 ? [`${byOutcome.unverified} unverified`] : []),
  ];
  return parts.length > 0 ? `; besides: ${parts.join(', ')}` : '';
}

const besides = ({ totals }: Verdict): string =>
  totals.byOutcome.known > 0 ? `, besides ${counted(totals.byOutcome.known, 'known deviation')}` : '';

function incompleteness(unverified: number, setupFailed: number): string {
  const parts = [
    ...(unverified > 0 ? [`${unverified} could not be verified`] : []),
    ...(setupFailed > 0 ? [`${setupFailed} failed for the set-up`] : []),
  ];
  return parts.length > 0
    ? `none was broken, but of the documented MUSTs that a run must see ${parts.join(' and ')}`
    : 'nothing in scope could be seen on this target';
}

function fault({ noChecks, faults, totals }: Verdict): string {
  if (noChecks) return `not one check ran${faults.length > 0 ? `: ${faults[0]}` : ', so there is nothing to judge'}`;
  if (faults.length > 0) return `the run itself went wrong: ${faults[0]}`;
  if (totals.byOutcome.stale > 0) {
    return `kept now or past its day, so that the list must be corrected: ${counted(totals.byOutcome.stale, 'listed deviation')}`;
  }
  const failed = counted(totals.byOutcome['setup-failed'], 'requirement');
  return `the target could not be judged: ${failed} failed for the set-up`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function breach(verdict: Verdict): string {
  const { seen } = sightOf(verdict);
  const broken = seen.filter(({ outcome }) => outcome === 'broken').length;
  const ofSeen = `of the ${counted(seen.length, 'documented MUST')} that ${seen.length === 1 ? 'was' : 'were'} seen`;
  // Verdicts of earlier versions tell no causes.
  if (verdict.causes === undefined) return `${broken} ${ofSeen} ${broken === 1 ? 'was' : 'were'} broken`;
  const causes = bindingCauses(verdict).length;
  return `${counted(causes, 'cause')} ${causes === 1 ? 'breaks' : 'break'} ${broken} ${ofSeen}`;
}

/** What can be given, and what it opens; `show` says how a thing to type is set. */
export const openerInWords = ({ give, opens }: Opener, show: (text: string) => string = String): string =>
  `${show(give)} opens ${counted(opens, 'documented MUST')}`;

/** What nobody could see, and what would let the most of it be seen. */
function notSeen(verdict: Verdict): string {
  const { seen, unseen } = sightOf(verdict);
  if (unseen.length === 0) return '';
  const [opener] = openersOf(verdict);
  const give = opener === undefined ? '' : `: give ${opener.give}, which opens ${opener.opens}`;
  return `; ${unseen.length} of ${seen.length + unseen.length} ${unseen.length === 1 ? 'was' : 'were'} not seen${give}`;
}
