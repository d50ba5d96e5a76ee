import { formatSecond } from '../dates.ts';
import type { World } from '../world.ts';

/** A date so many days from now, in whole seconds; negative is past. */
export function daysFromNow(world: World, days: number): string {
  return formatSecond(world.now() + days * 86_400_000);
}
