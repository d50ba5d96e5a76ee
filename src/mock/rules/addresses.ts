import { BlockList, isIP } from 'node:net';
import type { AccessListEntry, ApiKey } from '../world/world.ts';

/** A single address or a CIDR block in its one canonical text; undefined when it is neither. */
function parseBlock(text: string): { address: string; prefix: number; single: boolean } | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const most = version === 4 ? 32 : 128;
  if (length === undefined) return { address, prefix: most, single: true };
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : most + 1;
  return prefix > most ? undefined : { address, prefix, single: prefix === most };
}

/** An entry for an address or block; a block of one address is that address. */
export function accessListEntry(text: string, created: string): AccessListEntry | undefined {
  const block = parseBlock(text);
  if (!block) return undefined;
  const { address, prefix, single } = block;
  return { cidrBlock: `${address}/${prefix}`, count: 0, created, ipAddress: single ? address : undefined };
}

/** The name under which an entry is found in its list: the address, or the block. */
export function entryName(entry: AccessListEntry): string {
  return entry.ipAddress ?? entry.cidrBlock;
}

/** What a dual-stack socket calls `::ffff:127.0.0.1` is the peer 127.0.0.1. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

export function covers(entry: AccessListEntry, address: string): boolean {
  return has(blockListOf([entry]), address);
}

function has(blocks: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && blocks.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function blockListOf(entries: readonly AccessListEntry[]): BlockList {
  const blocks = new BlockList();
  for (const { cidrBlock } of entries) {
    const block = parseBlock(cidrBlock);
    if (block) blocks.addSubnet(block.address, block.prefix, isIP(block.address) === 6 ? 'ipv6' : 'ipv4');
  }
  return blocks;
}

/** What was found out of an address, for as long as the list stays as it is: asked at every request, from few peers. */
const answers = new WeakMap<readonly AccessListEntry[], Map<string, boolean>>();

/** True when the key's list has the address, IPv4 or IPv6. An empty list has none. */
export function isListed({ accessList }: ApiKey, address: string): boolean {
  const known = answers.get(accessList) ?? new Map<string, boolean>();
  const listed = known.get(address) ?? has(blockListOf(accessList), address);
  answers.set(accessList, known.set(address, listed));
  return listed;
}
