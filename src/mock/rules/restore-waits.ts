import { refuse } from '../world/refusal.ts';
import type { World } from '../world/world.ts';

/** So long after a snapshot nothing of a cluster can be restored; and at first, since the last one was just taken. */
const waitMs = 12_000;

const readyAt = new WeakMap<World, Map<string, number>>();

/** Where a restore has to wait: refuses it for a while, of each cluster or host. */
export function refuseBeforeReady(world: World, of: string): void {
  if (!world.forms.has('restores-wait')) return;
  const times = readyAt.get(world) ?? new Map<string, number>();
  readyAt.set(world, times);
  const ready = times.get(of) ?? world.now() + waitMs;
  times.set(of, ready);
  if (world.now() < ready) refuse('CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT');
}

/** A snapshot is taken of it. */
export function startWaiting(world: World, of: string): void {
  readyAt.get(world)?.delete(of);
}
