import { mutants as automation } from './automation.ts';
import { mutants as journey } from './journey.ts';
import { mutants as auth } from './auth.ts';
import { mutants as list } from './list.ts';
import type { Mutant } from './mutant.ts';
import { mutants as rate } from './rate.ts';
import { mutants as resource } from './resource.ts';

/** Every mutant, area by area. */
export const mutants: readonly Mutant[] = [
  ...auth,
  ...list, ...rate, ...automation, ...resource, ...journey,
];
