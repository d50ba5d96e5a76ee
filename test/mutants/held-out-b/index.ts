import { access } from './access.ts';
import type { HeldOut } from './lie.ts';
import { others } from './others.ts';
import { rate } from './rate.ts';
import { refusals } from './refusals.ts';
import { values } from './values.ts';

export const heldOut: readonly HeldOut[] = [...rate, ...access, ...refusals, ...values, ...others];
