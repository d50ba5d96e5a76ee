import type { Layer, MockOptions } from '../../src/mock/forms/types.ts';
import { mutants } from '../mutants/index.ts';

/** A mock that tells all of these lies. Throws when no mutant has one of the names. */
export function stackedLies(names: readonly string[]): MockOptions {
  const lies = names.map((name) => {
    const mutant = mutants.find((one) => one.name === name);
    if (mutant === undefined) throw new Error(`there is no mutant called ${name}`);
    return mutant.mock;
  });
  const stacked =
    (seam: 'wire' | 'inner'): Layer =>
    (next) =>
      lies.reduce((handler, lie) => lie[seam]?.(handler) ?? handler, next);
  return { ...(Object.assign({}, ...lies) as MockOptions), wire: stacked('wire'), inner: stacked('inner') };
}
