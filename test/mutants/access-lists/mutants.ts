import { parsedJson } from '../../../src/wire/json.ts';
import { BlockList } from 'node:net';
import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import { asMain } from '../credentials.ts';
import { answering, jsonOf, onlyFor, pathOf, rewritingLists, withBody, withJson } from '../lies.ts';
import { withMadeKeys, type MadeKey } from '../made-keys.ts';
import type { Mutant } from '../mutant.ts';

type Json = Record<string, unknown>;
type When = (key: MadeKey, request: MockRequest) => boolean;

const [userList, keyList] = [/^\/users\/[^/]+\/accessList$/, /^\/orgs\/[^/]+\/apiKeys\/[^/]+\/accessList$/];

/** Whether an entry holds the address, with its block so many bits wider, or narrower. */
function holds(entry: string, address: string, wider: (prefix: number) => number = (prefix) => prefix): boolean {
  const [base = '', prefix = '32'] = entry.split('/');
  const blocks = new BlockList();
  blocks.addSubnet(base, wider(Number(prefix)), 'ipv4');
  return blocks.check(address, 'ipv4');
}

const isBlock = (entry: string): boolean => entry.includes('/') && !entry.endsWith('/32');

/** Lets in who is not listed, where the lie says so: the request comes from the first address on the list. */
const admitting = (when: When): Layer =>
  withMadeKeys((request, key, next) =>
    key.entries.length > 0 && when(key, request)
      ? next({ ...request, remoteAddress: key.entries[0]!.replace(/\/.*$/, '') })
      : next(request),
  );

/** Refuses who is let in, where the lie says so. */
const refusing = (when: When): Layer =>
  withMadeKeys((request, key, next) => {
    if (!when(key, request)) return next(request);
    const detail = `IP address ${request.remoteAddress} is not allowed to access this resource.`;
    const error = { error: 403, reason: 'Forbidden', errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST' };
    const document = { ...error, detail, parameters: [request.remoteAddress] };
    return { status: 403, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(document) };
  });

const isUnlisted = ({ status, body }: { readonly status: number; readonly body: string }): boolean =>
  status === 403 && body.includes('IP_ADDRESS_NOT_ON_ACCESS_LIST');

const at =
  (path: RegExp): When =>
  (_, request) =>
    path.test(pathOf(request));
const by =
  (...methods: readonly string[]): When =>
  (_, { method }) =>
    methods.includes(method);

const admits: readonly (readonly [name: string, when: When, also?: readonly RequirementId[]])[] = [
  ['any-block-admits', ({ entries }) => entries.some(isBlock)],
  [
    'blocks-are-read-by-whole-octets',
    ({ entries }, { remoteAddress }) =>
      entries.filter(isBlock).some((entry) => holds(entry, remoteAddress, (prefix) => Math.floor(prefix / 8) * 8)),
  ],
  [
    'blocks-are-read-a-bit-wider',
    ({ entries }, { remoteAddress }) =>
      entries.filter(isBlock).some((entry) => holds(entry, remoteAddress, (prefix) => prefix - 1)),
  ],
  [
    'neighbour-of-a-block-of-one-is-admitted',
    ({ entries }, { remoteAddress }) =>
      entries.filter((entry) => entry.endsWith('/32')).some((entry) => holds(entry, remoteAddress, (prefix) => prefix - 1)),
  ],
  ['removed-entry-goes-on-admitting', ({ removed }, { remoteAddress }) => removed.some((entry) => holds(entry, remoteAddress))],
  ['list-guards-reads-alone', by('POST', 'PATCH', 'PUT', 'DELETE')],
  ...['POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'].map((method): [string, When] => [
    `list-does-not-guard-${method.toLowerCase()}`,
    by(method),
  ]),
  ['root-is-open-to-the-unlisted', at(/^\/?$/), ['status.forbidden']],
  ['entities-are-open-to-the-unlisted', at(/^\/groups\/[^/]+\/hosts\/[0-9a-f]+$/)],
  ['names-are-open-to-the-unlisted', at(/\/byName\//)],
  ['organizations-are-open-to-the-unlisted', at(/^\/orgs\/[^/]+(?:\/users)?$/)],
  ['users-are-open-to-the-unlisted', at(/^\/users\/[^/]+$/)],
  ['list-of-a-reader-is-not-looked-at', ({ roles }) => roles.includes('GROUP_READ_ONLY')],
  ['list-of-a-member-is-not-looked-at', ({ roles }) => roles.includes('ORG_MEMBER')],
];

const refuses: readonly (readonly [name: string, breaks: RequirementId, when: When])[] = [
  [
    'second-entry-is-not-looked-at',
    'access.listed-address-admitted',
    ({ entries }, { remoteAddress }) => entries.length > 1 && !holds(entries[0]!, remoteAddress),
  ],
  [
    'only-the-last-entry-is-looked-at',
    'access.listed-address-admitted',
    ({ entries }, { remoteAddress }) => entries.length > 1 && !holds(entries.at(-1)!, remoteAddress),
  ],
  [
    'list-is-kept-as-it-was-first-read',
    'access.listed-address-admitted',
    ({ entries, first }, { remoteAddress }) => entries.length > 0 && !first.some((entry) => holds(entry, remoteAddress)),
  ],
  [
    'block-of-one-admits-nobody',
    'access.listed-block-admitted',
    ({ entries }) => entries.length > 0 && entries.every((entry) => entry.endsWith('/32')),
  ],
  [
    'blocks-are-read-a-bit-narrower',
    'access.listed-block-admitted',
    ({ entries }, { remoteAddress }) =>
      entries.some(isBlock) && !entries.some((entry) => holds(entry, remoteAddress, (prefix) => Math.min(32, prefix + 1))),
  ],
];

/** Drops all but the first of what is posted. */
const firstAlone: Layer = (next) => (request) => {
  const sent = parsedJson(request.body);
  return next(Array.isArray(sent) && sent.length > 1 ? withBody(request, sent.slice(0, 1)) : request);
};

const lists = [
  { whose: 'user', path: userList, id: 'resource.user-access-list-entry-added', also: [] },
  {
    whose: 'key',
    path: keyList,
    id: 'resource.api-key-access-list-entry-added',
    // Whoever is thought to have others on their list may have none, which admits all.
    also: ['access.unlisted-address-refused', 'access.unlisted-refusal-code'],
  },
] as const;

export const mutants: readonly Mutant[] = [
  ...admits.map(([name, when, also = []]): Mutant => ({
    name: `access-${name}`,
    breaks: 'access.unlisted-address-refused',
    also,
    mock: { wire: admitting(when) },
  })),
  ...refuses.map(([name, breaks, when]): Mutant => ({ name: `access-${name}`, breaks, mock: { inner: refusing(when) } })),
  {
    name: 'access-emptied-list-admits-nobody',
    breaks: 'access.empty-list-admits-any',
    mock: { inner: refusing(({ entries, removed }) => entries.length === 0 && removed.length > 0) },
  },
  {
    name: 'access-empty-list-admits-no-member-of-the-organization',
    breaks: 'access.empty-list-admits-any',
    mock: {
      inner: refusing(
        ({ entries, roles }, request) =>
          entries.length === 0 && roles.includes('ORG_MEMBER') && /^\/orgs\/[^/]+$/.test(pathOf(request)),
      ),
    },
  },
  ...['POST', 'PUT'].map((method): Mutant => ({
    name: `access-empty-list-does-not-open-to-${method.toLowerCase()}`,
    breaks: 'access.empty-list-admits-any',
    mock: {
      inner: refusing(
        ({ entries, roles }, request) =>
          entries.length === 0 &&
          roles.includes('GROUP_OWNER') &&
          request.method === method &&
          /\/alertConfigs\b/.test(pathOf(request)),
      ),
    },
  })),
  {
    name: 'access-write-from-elsewhere-is-done-all-the-same',
    breaks: 'access.unlisted-address-refused',
    mock: {
      wire: (next) => async (request) => {
        const response = await next(request);
        if (request.method === 'PATCH' && isUnlisted(response)) await asMain(next, request);
        return response;
      },
    },
  },
  {
    name: 'access-unlisted-is-401-below-organizations',
    breaks: 'access.unlisted-address-refused',
    also: ['code.IP_ADDRESS_NOT_ON_ACCESS_LIST'],
    mock: {
      wire: answering((response, request) =>
        pathOf(request).startsWith('/orgs') && isUnlisted(response)
          ? { ...withJson(response, { ...(jsonOf(response) as Json), error: 401, reason: 'Unauthorized' }), status: 401 }
          : response,
      ),
    },
  },
  ...(['GET', 'POST'] as const).map((method): Mutant => ({
    name: `access-list-of-another-user-is-open-to-${method.toLowerCase()}`,
    breaks: 'access.list-of-another-user-refused',
    mock: {
      inner: onlyFor(method, userList, (next) => async (request) => {
        const response = await next(request);
        if (response.status !== 401) return response;
        const self = { rel: 'self', href: request.origin + request.target };
        return { ...withJson(response, { links: [self], results: [], totalCount: 0 }), status: method === 'GET' ? 200 : 201 };
      }),
    },
  })),
  ...lists.flatMap(({ whose, path, id, also }): Mutant[] => [
    {
      name: `access-second-of-two-for-a-${whose}-is-dropped`,
      breaks: id,
      also,
      mock: { inner: onlyFor('POST', path, firstAlone) },
    },
    {
      name: `access-entry-of-a-${whose}-shows-a-wider-block`,
      breaks: id,
      mock: {
        inner: onlyFor(
          undefined,
          path,
          rewritingLists((list) => ({
            ...list,
            results: list.results.map((entry) => ({ ...entry, cidrBlock: String(entry['cidrBlock']).replace(/\/32$/, '/0') })),
          })),
        ),
      },
    },
    {
      name: `access-block-of-a-${whose}-is-shown-as-another`,
      breaks: id,
      mock: {
        inner: onlyFor(
          undefined,
          path,
          rewritingLists((list) => ({
            ...list,
            results: list.results.map((entry) => ({ ...entry, cidrBlock: String(entry['cidrBlock']).replace(/\/31$/, '/30') })),
          })),
        ),
      },
    },
  ]),
];
