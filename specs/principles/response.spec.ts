import { expect, prepared, proves, test } from '#suite';

const unknown = 'omcUnknownField';

/** An alert configuration with an unknown field in its matcher, and one with it in its notification. */
function spoiltInside<T extends { readonly matchers: readonly object[]; readonly notifications: readonly object[] }>(draft: T) {
  const { matchers, notifications } = draft;
  return [
    { ...draft, matchers: [{ ...matchers[0], [unknown]: 'x' }] },
    { ...draft, notifications: [{ ...notifications[0], [unknown]: 'x' }] },
  ];
}

test.describe('an unknown field', () => {
  test('makes a create a bad request', proves('response.unknown-field-on-create-is-400'), async ({ writes }) => {
    for (const write of await writes.all('POST')) {
      const document = write.document();
      expect(await write.send({ ...document, [unknown]: 'x' })).toHaveStatus(400);
      expect(await write.send(document)).toHaveStatus(200, 201);
    }
  });

  test('makes an update a bad request', proves('response.unknown-field-on-update-is-400'), async ({ writes }) => {
    for (const write of await writes.all('PUT', 'PATCH')) {
      const document = write.document();
      expect(await write.send({ ...document, [unknown]: 'x' })).toHaveStatus(400);
      expect(await write.send(document)).toHaveStatus(200);
    }
  });

  test('deep in a create is one too', proves('response.unknown-nested-field-on-create-is-400'), async ({ alertConfigs }) => {
    await alertConfigs.own();
    for (const document of spoiltInside(alertConfigs.draft())) {
      expect(await alertConfigs.create(document)).toHaveStatus(400);
    }
  });

  test('deep in an update is one too', proves('response.unknown-nested-field-on-update-is-400'), async ({ alertConfigs }) => {
    const { id } = await alertConfigs.own();
    for (const document of spoiltInside(alertConfigs.draft())) {
      expect(await alertConfigs.replace(id, document)).toHaveStatus(400);
    }
    expect(await alertConfigs.replace(id, alertConfigs.draft())).toHaveStatus(200);
  });

  test('is named by the answer', proves('response.unknown-field-is-named'), async ({ writes }) => {
    for (const write of await writes.all()) {
      const refused = await write.send({ ...write.document(), [unknown]: 'x' });

      expect(prepared(refused, 'have an unknown field refused', 400)).toNameField(unknown);
    }
  });

  test('deep in a create is named too', proves('response.unknown-field-is-named'), async ({ alertConfigs }) => {
    const {
      matchers: [matcher],
      ...rest
    } = alertConfigs.draft();

    const refused = await alertConfigs.create({ ...rest, matchers: [{ ...matcher, [unknown]: 'x' }] });

    expect(prepared(refused, 'have an unknown field refused', 400)).toNameField(unknown);
  });
});

test.describe('a field that cannot be modified', () => {
  test('is refused of a host', proves('response.read-only-field-is-400'), async ({ hosts, names }) => {
    const { id } = await hosts.own();

    for (const change of [
      { id: names.unknownHostId() },
      { groupId: names.unknownId() },
      { created: '2018-09-27T16:00:00Z' },
      { hostname: names.hostname() },
      { port: 27018 },
    ]) {
      expect(await hosts.update(id, change)).toHaveStatus(400);
    }
    expect(await hosts.update(id, { alertsEnabled: false })).toHaveStatus(200);
  });

  test('is refused of a window', proves('response.read-only-field-is-400'), async ({ maintenanceWindows, names }) => {
    const { id } = await maintenanceWindows.own();

    for (const change of [{ id: names.unknownId() }, { groupId: names.unknownId() }, { created: '2018-09-27T16:00:00Z' }]) {
      expect(await maintenanceWindows.update(id, change)).toHaveStatus(400);
    }
    expect(await maintenanceWindows.update(id, { description: names.name('patched') })).toHaveStatus(200);
  });

  test('is named by the refusal', proves('response.read-only-field-is-named'), async ({ hosts, names }) => {
    const { id } = await hosts.own();

    const refusedName = await hosts.update(id, { hostname: names.hostname() });
    const refusedDate = await hosts.update(id, { created: '2018-09-27T16:00:00Z' });

    expect(prepared(refusedName, 'have a read-only field refused', 400)).toNameField('hostname');
    expect(prepared(refusedDate, 'have a read-only field refused', 400)).toNameField('created');
  });
});

test.describe('a write with a good field and a bad one', () => {
  test('adds nothing to a collection', proves('response.rejected-create-makes-nothing'), async ({ writes }) => {
    for (const write of await writes.all('POST')) {
      const before = await write.look();

      const refused = await write.send({ ...write.document(), [unknown]: 'x' });

      prepared(refused, 'have an unknown field refused', 400);
      expect(await write.look()).toBring(before, '/results', '/links');
    }
  });

  test('makes no host', proves('response.rejected-create-makes-nothing'), async ({ hosts }) => {
    const draft = hosts.draft();

    const refused = await hosts.create({ ...draft, [unknown]: 'x' });

    prepared(refused, 'have an unknown field refused', 400);
    expect(await hosts.readByName(draft.hostname, draft.port)).toHaveStatus(404);
  });

  test('changes nothing', proves('response.rejected-update-applies-nothing'), async ({ writes }) => {
    for (const write of await writes.all('PUT', 'PATCH')) {
      const before = await write.look();

      const refused = await write.send({ ...write.document(), [unknown]: 'x' });

      prepared(refused, 'have an unknown field refused', 400);
      expect(await write.look()).toBring(before);
    }
  });

  test('that is read-only changes nothing', proves('response.rejected-update-applies-nothing'), async ({ hosts, names }) => {
    const { id } = await hosts.own();
    const before = await hosts.read(id);

    const refused = await hosts.update(id, { alertsEnabled: false, hostname: names.hostname() });

    prepared(refused, 'have a read-only field refused', 400);
    expect(await hosts.read(id)).toBring(before);
  });
});
