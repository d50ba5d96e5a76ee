import { BlockList } from 'node:net';
import type { Handler, Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { withMadeKeys, type MadeKey } from '../made-keys.ts';
import { pathOf } from '../lies.ts';
import { operations } from '../../../src/contract/operations/index.ts';
import { there, whole, type Kind, type KindEverywhere } from './lie.ts';

/** Whether an entry holds the address, with its block so many bits wider. */
function holds(entry: string, address: string, wider = 0): boolean {
  const [base = '', prefix = '32'] = entry.split('/');
  const blocks = new BlockList();
  blocks.addSubnet(base, Math.max(0, Math.min(32, Number(prefix) - wider)), 'ipv4');
  return blocks.check(address, 'ipv4');
}

const isBlock = (entry: string): boolean => entry.includes('/');

type When = (key: MadeKey, request: MockRequest) => boolean;

/** When a caller is let in who is not listed. */
const admits: Readonly<Record<string, When>> = {
  'any-block': ({ entries }) => entries.some(isBlock),
  'any-address': ({ entries }) => entries.some((entry) => !isBlock(entry)),
  'blocks-a-bit-wider': ({ entries }, { remoteAddress }) =>
    entries.filter(isBlock).some((entry) => holds(entry, remoteAddress, 1)),
  'blocks-an-octet-wider': ({ entries }, { remoteAddress }) =>
    entries.filter(isBlock).some((entry) => holds(entry, remoteAddress, 8)),
  'removed-entries': ({ removed }, { remoteAddress }) => removed.some((entry) => holds(entry, remoteAddress)),
};

/** When a caller is refused who is listed. */
const refuses: Readonly<Record<string, When>> = {
  'all-but-the-first': ({ entries }, { remoteAddress }) => entries.length > 1 && !holds(entries[0]!, remoteAddress),
  'all-but-the-last': ({ entries }, { remoteAddress }) => entries.length > 1 && !holds(entries.at(-1)!, remoteAddress),
  addresses: ({ entries }) => entries.length > 0 && entries.every((entry) => !isBlock(entry)),
  blocks: ({ entries }) => entries.length > 0 && entries.every(isBlock),
  'what-was-added-later': ({ entries, first }, { remoteAddress }) =>
    entries.length > 0 && !first.some((entry) => holds(entry, remoteAddress)),
  'the-empty-list': ({ entries, roles }) => entries.length === 0 && roles.includes('GROUP_OWNER'),
};

const unlisted = ({ remoteAddress }: MockRequest): ServerResponse => ({
  status: 403,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    detail: `IP address ${remoteAddress} is not allowed to access this resource.`,
    error: 403,
    errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST',
    parameters: [remoteAddress],
    reason: 'Forbidden',
  }),
});

/** From the first address on the caller's list. */
const fromListed = (request: MockRequest, { entries }: MadeKey): MockRequest => ({
  ...request,
  remoteAddress: entries[0]!.replace(/\/.*$/, ''),
});

const admitting = (when: When): Layer =>
  withMadeKeys((request, key, next) => next(key.entries.length > 0 && when(key, request) ? fromListed(request, key) : request));

const refusing = (when: When): Layer =>
  withMadeKeys((request, key, next: Handler) => (when(key, request) ? unlisted(request) : next(request)));

const regions: Readonly<Record<string, RegExp>> = {
  root: /^\/?$/,
  projects: /^\/groups$/,
  hosts: /^\/groups\/[^/]+\/hosts/,
  clusters: /^\/groups\/[^/]+\/clusters/,
  alerts: /^\/groups\/[^/]+\/alert/,
  organizations: /^\/orgs/,
  users: /^\/users/,
};

export const addressKindsEverywhere: readonly KindEverywhere[] = [
  { name: 'addresses.admit', everywhere: Object.keys(admits), mock: ({ part }) => ({ wire: admitting(admits[part]!) }) },
  { name: 'addresses.refuse', everywhere: Object.keys(refuses), mock: ({ part }) => ({ inner: refusing(refuses[part]!) }) },
  {
    name: 'addresses.do-not-guard',
    everywhere: [...Object.keys(regions), 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'],
    mock: ({ part }) => ({
      wire: admitting((_key, request) => regions[part]?.test(pathOf(request)) ?? request.method === part),
    }),
  },
];

/** Operations that always want a list are open without one. */
export const addressKinds: readonly Kind[] = [
  {
    name: 'addresses.not-wanted',
    parts: ({ operation }) => (operation.startsWith('user-access-list.') && operations[operation].needsAccessList ? whole : []),
    mock: (told) => ({
      wire: there(told, (next) => async (request) => {
        const answer = await next(request);
        return answer.status === 403 && answer.body.includes('IP_ADDRESS_NOT_ON')
          ? { ...answer, status: 200, body: '{"links":[],"results":[],"totalCount":0}' }
          : answer;
      }),
    }),
  },
];
