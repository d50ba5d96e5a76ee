import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  addedAndRemoved,
  anotherUser,
  circumstances,
  expect,
  keyWithAccessList,
  keyWithoutRights,
  listedCaller,
  play,
  proves,
  scenario,
  test,
  unlistedCaller,
  userWithAccessList,
  type Scenarios,
} from '#suite';

const listOfAnotherUser = scenario({
  given: 'the access list of another user',
  state: anotherUser,
  when: (_, { list }) => list.list(),
  fills: (_, { username }) => [username],
  beside: (_, { own }) => own.list(),
});
const unlistedOfUser = scenario({
  given: "an address that is not on the caller's own list",
  state: async (api) => ({ ...(await userWithAccessList(api)), unlisted: api.names.address() }),
  when: (_, { list, unlisted }) => list.read(unlisted),
  fills: (_, { unlisted, username }) => [unlisted, username],
  beside: (_, { list, address }) => list.read(address),
});
const listedAlready = scenario({
  given: "an address that is on the key's list already",
  state: keyWithAccessList,
  when: (_, { list, address }) => list.add([{ ipAddress: address }]),
  fills: (_, { address }) => [address],
  watch: (_, { list }) => list.list(),
  beside: ({ names }, { list }) => list.add([{ ipAddress: names.address() }]),
});
const listOfAnotherKey = [
  scenario({
    given: 'the list of another API key, read without a role that administers users',
    state: keyWithoutRights,
    when: (_, { other }) => other.asCaller.list(),
    beside: (_, { own }) => own.list(),
  }),
  scenario({
    given: 'the list of another API key, added to without a role that administers users',
    state: keyWithoutRights,
    when: ({ names }, { other }) => other.asCaller.add([{ ipAddress: names.address() }]),
    watch: (_, { other }) => other.asMain.list(),
    beside: ({ names }, { other }) => other.asMain.add([{ ipAddress: names.address() }]),
  }),
];
const unlistedOfKey = [
  scenario({
    given: "an address that is not on the key's list",
    state: keyWithAccessList,
    when: ({ names }, { list }) => list.read(names.address()),
    beside: (_, { list, address }) => list.read(address),
  }),
  scenario({
    given: "the removal of an address that is not on the key's list",
    state: keyWithAccessList,
    when: ({ names }, { list }) => list.remove(names.address()),
    watch: (_, { list }) => list.list(),
    beside: ({ names }, { list }) => addedAndRemoved(list, names.address()),
  }),
];
const addressAndBlock = scenario({
  given: 'an entry that is both an address and a block',
  state: async (api) => ({ ...(await keyWithAccessList(api)), added: api.names.address() }),
  when: (_, { list, added }) => list.add([{ ipAddress: added, cidrBlock: `${added}/32` }]),
  watch: (_, { list }) => list.list(),
  beside: (_, { list, added }) => list.add([{ ipAddress: added }]),
});
const ownAddressRemoved = [
  scenario({
    given: "the address of the call itself, removed from the list of the caller's key",
    state: listedCaller,
    when: (_, { keyList, address }) => keyList.remove(address),
    fills: (_, { address }) => [address],
    watch: (_, { watched }) => watched.list(),
    beside: ({ names }, { keyList }) => addedAndRemoved(keyList, names.address()),
  }),
  scenario({
    given: "the address of the call itself, removed from the list of the caller's user",
    state: userWithAccessList,
    when: (_, { list, address }) => list.remove(address),
    fills: (_, { address }) => [address],
    // What lies behind the first entry: the use of that one is counted, that of a refused request too.
    watch: (_, { list }) => list.list({ itemsPerPage: 1, pageNum: 2 }),
    beside: ({ names }, { list }) => addedAndRemoved(list, names.address()),
  }),
];
const callFromElsewhere = [
  scenario({
    given: 'a call from an address that is not on the list of the caller',
    state: unlistedCaller,
    when: (_, { client, project }) => client.send({ method: 'GET', path: `/groups/${project.id}` }),
    beside: (api, { project }) => api.projects.read(project.id),
  }),
  scenario({
    given: 'a write from an address that is not on the list of the caller',
    state: async (api) => ({ ...(await unlistedCaller(api)), hostname: api.names.hostname() }),
    when: ({ projectId }, { client, hostname }) =>
      client.send({ method: 'POST', path: `/groups/${projectId}/hosts`, body: { hostname, port: 27017 } }),
    watch: ({ hosts }) => hosts.list(),
    beside: ({ hosts }, { hostname }) => hosts.create({ hostname, port: 27017 }),
  }),
];

const scenarios: Scenarios<ErrorCodeOf<'access-list'>> = {
  ACCESS_LIST_ACCESS_DENIED: listOfAnotherUser,
  ACCESS_LIST_NOT_FOUND: unlistedOfUser,
  ADDRESS_ALREADY_IN_ACCESS_LIST: listedAlready,
  ADDRESS_ALREADY_IN_WHITELIST: listedAlready,
  API_KEY_ACCESS_LIST_ACCESS_DENIED: listOfAnotherKey,
  API_KEY_ACCESS_LIST_NOT_FOUND: unlistedOfKey,
  API_KEY_WHITELIST_ACCESS_DENIED: listOfAnotherKey,
  API_KEY_WHITELIST_NOT_FOUND: unlistedOfKey,
  BAD_ACCESS_LIST_ADD_REQUEST: addressAndBlock,
  BAD_WHITELIST_ADD_REQUEST: addressAndBlock,
  CANNOT_ADD_IP_ADDRESS_TO_API_KEY_WHITELIST: ['ipAddress', 'cidrBlock'].map((field) =>
    scenario({
      given: `0.0.0.0/32 as ${field}`,
      state: keyWithAccessList,
      when: (_, { list }) => list.add([{ [field]: field === 'ipAddress' ? '0.0.0.0' : '0.0.0.0/32' }]),
      watch: (_, { list }) => list.list(),
      beside: ({ names }, { list }) => list.add([{ [field]: names.address() + (field === 'ipAddress' ? '' : '/32') }]),
    }),
  ),
  CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST: ownAddressRemoved,
  CANNOT_REMOVE_CALLER_FROM_WHITELIST: ownAddressRemoved,
  DUPLICATE_ADDRESSES_IN_INPUT: scenario({
    given: 'one address twice in one request',
    state: async (api) => ({ ...(await keyWithAccessList(api)), added: api.names.address() }),
    when: (_, { list, added }) => list.add([{ ipAddress: added }, { ipAddress: added }]),
    watch: (_, { list }) => list.list(),
    beside: ({ names }, { list, added }) => list.add([{ ipAddress: added }, { ipAddress: names.address() }]),
  }),
  IP_ADDRESS_NOT_ON_ACCESS_LIST: callFromElsewhere,
  IP_ADDRESS_NOT_ON_WHITELIST: callFromElsewhere,
  WHITELIST_ACCESS_DENIED: listOfAnotherUser,
  WHITELIST_NOT_FOUND: unlistedOfUser,
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
