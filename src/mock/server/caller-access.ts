import { formatSecond } from '../world/dates.ts';
import { covers, entryName, isListed, plainAddress } from '../rules/addresses.ts';
import { refuse } from '../world/refusal.ts';
import type { Route } from '../rules/route.ts';
import type { ApiKey } from '../world/world.ts';

/**
 * Refuses a caller whose access list does not have the address the request comes from. An empty list admits every
 * address, except where the route always wants one. Source: API Network Whitelist.
 */
export function admit(caller: ApiKey, remoteAddress: string, route: Route | undefined, now: number): void {
  const address = plainAddress(remoteAddress);
  const required = route?.accessListRequired === true;
  if (caller.accessList.length === 0 && !required) return;
  if (!isListed(caller, address)) refuse('IP_ADDRESS_NOT_ON_ACCESS_LIST', address);
  if (!required) return;
  // Only protected resources count as a use of an entry.
  const used = caller.accessList.find((entry) => covers(entry, address));
  if (!used) return;
  caller.accessList = caller.accessList.map((entry) =>
    entryName(entry) === entryName(used)
      ? { ...entry, count: entry.count + 1, lastUsed: formatSecond(now), lastUsedAddress: address }
      : entry,
  );
}
