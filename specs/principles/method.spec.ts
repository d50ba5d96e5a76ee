import { absent, examined, expect, prepared, proves, test } from '#suite';

test.describe('a method', () => {
  test('GET brings the entity', proves('method.get-retrieves'), async ({ hosts }) => {
    const host = await hosts.some();

    const answer = await hosts.read(host.id);

    expect(answer).toHaveStatus(200);
    expect(answer).toHold({ '/id': host.id });
  });

  test('POST creates what it was given', proves('method.post-creates'), async ({ hosts }) => {
    const draft = hosts.draft();

    const created = await hosts.create(draft);

    expect(created).toHaveStatus(200, 201);
    expect(created).toHold({ '/hostname': draft.hostname, '/port': draft.port });
    const found = await hosts.readByName(draft.hostname, draft.port);
    expect(found).toHold({ '/hostname': draft.hostname, '/port': draft.port });
  });

  test('PUT replaces the whole', proves('method.put-replaces'), async ({ alertConfigs }) => {
    const config = await alertConfigs.own();
    const { matchers: _, ...withoutMatchers } = alertConfigs.draft({ enabled: false });

    const replaced = await alertConfigs.replace(config.id, withoutMatchers);

    expect(replaced).toHaveStatus(200);
    expect(await alertConfigs.read(config.id)).toHold({ '/enabled': false, '/matchers/0': absent });
  });

  test('PATCH changes what it names', proves('method.patch-updates-named-fields'), async ({ maintenanceWindows, names }) => {
    const window = await maintenanceWindows.own();
    const description = names.name('patched');

    const patched = await maintenanceWindows.update(window.id, { description });

    expect(patched).toHaveStatus(200);
    expect(await maintenanceWindows.read(window.id)).toHold({ '/description': description });
  });

  test('PATCH changes what it names of a host', proves('method.patch-updates-named-fields'), async ({ hosts }) => {
    const { id } = await hosts.own({ logsEnabled: false });

    const patched = await hosts.update(id, { logsEnabled: true });

    expect(patched).toHaveStatus(200);
    expect(await hosts.read(id)).toHold({ '/logsEnabled': true });
  });

  test('PATCH leaves what it does not name', proves('method.patch-leaves-the-rest'), async ({ maintenanceWindows, names }) => {
    const window = await maintenanceWindows.own();
    const before = await maintenanceWindows.read(window.id);

    prepared(await maintenanceWindows.update(window.id, { description: names.name('patched') }), 'change a window');

    expect(await maintenanceWindows.read(window.id)).toBring(before, '/description', '/updated');
  });

  test('PATCH changes and leaves fields of a host', proves('method.patch-leaves-the-rest'), async ({ hosts }) => {
    const { id } = await hosts.own({ alertsEnabled: true, logsEnabled: false, profilerEnabled: false });
    const before = await hosts.read(id);

    prepared(await hosts.update(id, { alertsEnabled: false }), 'change a host');

    const after = await hosts.read(id);
    expect(after).toHold({ '/alertsEnabled': false });
    expect(after).toBring(before, '/alertsEnabled');
  });

  test('DELETE removes', proves('method.delete-removes'), async ({ hosts, walkFrom }) => {
    const host = await hosts.own();

    const removed = await hosts.remove(host.id);

    expect(removed).toHaveStatus(200, 202, 204);
    expect(await hosts.read(host.id)).toHaveStatus(404);
    expect(await walkFrom(await hosts.list({ itemsPerPage: 500 }), 'next')).toLeaveOut(host.id);
  });
});

test.describe('HEAD', () => {
  test('is answered with the status of GET', proves('method.head-status'), async ({ hosts, names }) => {
    const host = await hosts.some();

    for (const id of examined([host.id, names.unknownHostId()])) {
      const get = await hosts.read(id);
      expect(await hosts.head(id)).toHaveStatus(get.status);
    }
  });

  test('brings the headers of GET', proves('method.head-headers'), async ({ hosts }) => {
    const host = await hosts.some();
    const get = await hosts.read(host.id);

    expect(await hosts.head(host.id)).toHaveHeadersOf(get);
  });

  test('brings no body', proves('method.head-no-body'), async ({ hosts }) => {
    const host = await hosts.some();

    expect(await hosts.head(host.id)).toHaveNoBody();
    expect(await hosts.head()).toHaveNoBody();
  });
});

test.describe('a method that is not supported', () => {
  test('is answered 405 on a collection', proves('method.unsupported-is-405'), async ({ unsupportedMethods }) => {
    for (const answer of await unsupportedMethods.onCollections()) expect(answer).toHaveStatus(405);
  });

  test('is answered 405 on the projects', proves('method.unsupported-is-405'), async ({ unsupportedMethods }) => {
    for (const answer of await unsupportedMethods.onProjects()) expect(answer).toHaveStatus(405);
  });

  test('is answered 405 on a project', proves('method.unsupported-is-405'), async ({ unsupportedMethods }) => {
    for (const answer of await unsupportedMethods.onProject()) expect(answer).toHaveStatus(405);
  });

  test('is answered 405 on the root', proves('method.unsupported-is-405'), async ({ unsupportedMethods }) => {
    for (const answer of await unsupportedMethods.onRoot()) expect(answer).toHaveStatus(405);
  });

  test('is answered 405 on a host', proves('method.unsupported-is-405'), async ({ hosts }) => {
    const { id } = await hosts.own();

    for (const method of ['POST', 'PUT']) expect(await hosts.sendTo(hosts.pathOf(id), method)).toHaveStatus(405);
  });

  test('is answered 405 when it is DELETE on the root', proves('method.root-delete-is-405'), async ({ session, client }) => {
    session.needs('own-resources', 'sends DELETE to the root, to be refused');

    expect(await client.send({ method: 'DELETE', path: '' })).toHaveStatus(405);
  });

  test('changes nothing', proves('method.unsupported-changes-nothing'), async ({ hosts }) => {
    const { id } = await hosts.own();
    const before = await hosts.read(id);

    const posted = await hosts.sendTo(hosts.pathOf(id), 'POST', { alertsEnabled: false });
    const put = await hosts.sendTo(hosts.pathOf(id), 'PUT', hosts.draft({ alertsEnabled: false }));

    prepared(posted, 'have POST refused', 405);
    prepared(put, 'have PUT refused', 405);
    expect(await hosts.read(id)).toBring(before);
  });

  test('is told which methods are', proves('method.unsupported-names-allowed'), async ({ hosts }) => {
    const refused = await hosts.sendTo(hosts.pathOf(), 'PATCH');

    expect(refused).toHaveStatus(405);
    expect(refused).toHaveHeader('Allow', /\bGET\b/);
  });
});
