import { inScope } from '../contract/scope.ts';
import type { VerdictInput } from './derive.ts';
import type { TestEvidence } from './evidence.ts';

/**
 * What a verdict speaks of: what the user named; where something else chose some of the tests, what of it these and the
 * exchanges of theirs can speak of.
 *
 * @param proven ids of the requirements that the chosen tests prove, whether they ran or not.
 */
export function speaksOf(
  only: readonly string[],
  chosen: string | null,
  proven: readonly string[],
  tests: readonly TestEvidence[],
): Pick<VerdictInput, 'only' | 'scope'> {
  if (chosen === null) return { only };
  const standing = tests.flatMap((test) => test.standing.filter(({ examined }) => examined > 0));
  const ids = [...proven, ...standing.map(({ requirement }) => requirement)].filter((id) => inScope(id, only));
  return {
    // An empty choice must not read as the whole catalogue: no id contains a blank.
    only: ids.length > 0 ? [...new Set(ids)].toSorted() : [' '],
    scope: [...only, `tests chosen by ${chosen}`].join(', '),
  };
}

/** Everything that chose some of the tests, in words; null when nothing did. */
export const chosenBy = (chosen: string | null, shard: { current: number; total: number } | undefined): string | null =>
  [chosen, shard && `shard ${shard.current}/${shard.total}`].filter(Boolean).join(' ') || null;
