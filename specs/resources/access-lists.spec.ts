import {
  addressOfKey,
  addressOfUser,
  entriesOfKey,
  entriesOfUser,
  entryOf,
  expect,
  holding,
  lacking,
  proves,
  test,
} from '#suite';

test(
  'an address added to the list of an API key is found',
  proves('resource.api-key-access-list-entry-added'),
  async ({ api }) => {
    const { added, address, read } = await addressOfKey(api);

    expect(added).toHold({ '/results': holding({ ipAddress: address }) });
    expect(await read()).toHold({ '/ipAddress': address });
  },
);

test('an address is listed beside those of the API key', proves('resource.api-key-access-list-entry-listed'), async ({ api }) => {
  const { list, address, there } = await addressOfKey(api);

  expect(await list()).toHold({ '/results': holding({ ipAddress: address }) });
  expect(await list()).toHold({ '/results': holding({ ipAddress: there }) });
});

test(
  'an address taken off the list of an API key is gone',
  proves('resource.api-key-access-list-entry-removed'),
  async ({ api }) => {
    const { list, read, remove, address, there } = await addressOfKey(api);

    const removed = await remove();

    expect(removed).toHaveStatus(200, 202, 204);
    expect(await read()).toHaveStatus(404);
    expect(await list()).toHold({ '/results': lacking({ ipAddress: address }) });
    expect(await list()).toHold({ '/results': holding({ ipAddress: there }) });
  },
);

test('an address added to the list of a user is found', proves('resource.user-access-list-entry-added'), async ({ api }) => {
  const { added, address, read } = await addressOfUser(api);

  expect(added).toHold({ '/results': holding({ ipAddress: address }) });
  expect(await read()).toHold({ '/ipAddress': address });
});

test('an address is listed beside those of the user', proves('resource.user-access-list-entry-listed'), async ({ api }) => {
  const { list, address, there } = await addressOfUser(api);

  expect(await list()).toHold({ '/results': holding({ ipAddress: address }) });
  expect(await list()).toHold({ '/results': holding({ ipAddress: there }) });
});

test('an address taken off the list of a user is gone', proves('resource.user-access-list-entry-removed'), async ({ api }) => {
  const { list, read, remove, address, there } = await addressOfUser(api);

  const removed = await remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await read()).toHaveStatus(404);
  expect(await list()).toHold({ '/results': lacking({ ipAddress: address }) });
  expect(await list()).toHold({ '/results': holding({ ipAddress: there }) });
});

for (const { whose, entries, id } of [
  { whose: 'an API key', entries: entriesOfKey, id: 'resource.api-key-access-list-entry-added' },
  { whose: 'a user', entries: entriesOfUser, id: 'resource.user-access-list-entry-added' },
] as const) {
  test(`two addresses added at once to the list of ${whose} are both found`, proves(id), async ({ api }) => {
    const { addresses, shown, read } = await entries(api);

    for (const address of addresses) {
      for (const answer of shown) expect(answer).toHold({ '/results': entryOf(address) });
      expect(await read(address)).toHold({ '/ipAddress': address });
    }
  });

  test(`a block added to the list of ${whose} is shown as it was sent`, proves(id), async ({ api }) => {
    const { withBlock } = await entries(api);
    const { cidrBlock, shown } = await withBlock();

    for (const answer of shown) expect(answer).toHold({ '/results': holding({ cidrBlock }) });
  });
}
