import { insteadOfCode, type InsteadOfCode } from '../../contract/reasons.ts';
import type { Verdict } from '../verdict.ts';

const kinds = Object.keys(insteadOfCode) as InsteadOfCode[];

/**
 * What could not be provoked, in one sentence with the codes gathered under what came instead; of each kind as many are
 * named as `shown` says. Undefined where there is none.
 */
export function notProvokedSentence(verdict: Verdict, shown = Infinity): string | undefined {
  const found = verdict.requirements.filter(({ outcome }) => outcome === 'not-provoked');
  if (found.length === 0) return undefined;
  const kindOf = ({ checks }: Verdict['requirements'][number]) =>
    kinds.find((kind) => checks.some(({ outcome, reasonKind }) => outcome === 'not-provoked' && reasonKind === kind));
  const lines = [...kinds, undefined].flatMap((kind) => {
    const names = found.filter((one) => kindOf(one) === kind).map(({ id }) => id.replace(/^code\./, ''));
    if (names.length === 0) return [];
    const rest = names.length - shown;
    return [
      `${kind === undefined ? 'otherwise' : insteadOfCode[kind]} (${names.slice(0, shown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`,
    ];
  });
  return `${found.length} code${found.length === 1 ? '' : 's'} could not be provoked: ${lines.join('; ')}.`;
}
