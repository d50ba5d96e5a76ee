import { mutants as list } from './list.ts';
import type { Mutant } from './mutant.ts';

/** Every mutant, area by area. */
export const mutants: readonly Mutant[] = [...list];
