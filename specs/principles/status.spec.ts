import { expect, proves, test } from '#suite';

test('200 answers a GET that succeeds', proves('status.ok-on-get'), async ({ client, hosts }) => {
  const host = await hosts.some();

  expect(await client.send({ method: 'GET', path: '' })).toHaveStatus(200);
  expect(await client.send({ method: 'GET', path: '/groups' })).toHaveStatus(200);
  expect(await hosts.list()).toHaveStatus(200);
  expect(await hosts.read(host.id)).toHaveStatus(200);
});

test.describe('201, or what the page of the resource shows, answers the create', () => {
  test('of a project', proves('status.created-on-create'), async ({ creates }) => {
    expect(await creates.newProject()).toBeCreated();
  });

  test('of a host', proves('status.created-on-create'), async ({ hosts }) => {
    expect(await hosts.create(hosts.draft())).toBeCreated();
  });

  test('of an alert configuration', proves('status.created-on-create'), async ({ alertConfigs }) => {
    expect(await alertConfigs.create(alertConfigs.draft())).toBeCreated();
  });

  test('of a maintenance window', proves('status.created-on-create'), async ({ maintenanceWindows }) => {
    expect(await maintenanceWindows.create(maintenanceWindows.draft())).toBeCreated();
  });

  test('of an API key', proves('status.created-on-create'), async ({ creates }) => {
    expect(await creates.newApiKey()).toBeCreated();
  });
});

test('202 answers what goes on after the answer', proves('status.accepted-for-asynchronous'), async ({ creates }) => {
  expect(await creates.snapshot()).toHaveStatus(200, 201, 202);
});

test('400 answers a request with something wrong in it', proves('status.bad-request'), async ({ wrongRequest }) => {
  expect(await wrongRequest()).toHaveStatus(400);
});

test('401 answers a request without credentials', proves('status.unauthorized'), async ({ client }) => {
  expect(await client.send({ method: 'GET', path: '/groups', authentication: 'none' })).toHaveStatus(401);
});

test('403 answers a caller from an address that is not listed', proves('status.forbidden'), async ({ caller }) => {
  const { client, project } = await caller('other-address');

  expect(await client.send({ method: 'GET', path: '' })).toHaveStatus(403);
  expect(await client.send({ method: 'GET', path: `/groups/${project.id}` })).toHaveStatus(403);
});

test('404 answers a request for what does not exist', proves('status.not-found'), async ({ client, hosts, names }) => {
  expect(await hosts.read(names.unknownHostId())).toHaveStatus(404);
  expect(await client.send({ method: 'GET', path: `/${names.name('resource')}` })).toHaveStatus(404);
});

test.describe('405 answers a method that is not supported', () => {
  test('by the root', proves('status.method-not-allowed'), async ({ client, session }) => {
    session.needs('own-resources', 'sends methods that the root does not have, to be refused');

    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await client.send({ method, path: '' })).toHaveStatus(405);
    }
  });

  test('by the hosts of a project', proves('status.method-not-allowed'), async ({ hosts }) => {
    expect(await hosts.sendTo(hosts.pathOf(), 'PUT', [])).toHaveStatus(405);
  });

  test('by an alert configuration', proves('status.method-not-allowed'), async ({ alertConfigs }) => {
    const config = await alertConfigs.own();

    expect(await alertConfigs.sendTo(alertConfigs.pathOf(config.id), 'POST', {})).toHaveStatus(405);
  });
});

test.describe('409 answers', () => {
  test('a project created under a name that is taken', proves('status.conflict-on-create'), async ({ creates }) => {
    const { name } = await creates.ownProject();

    expect(await creates.project(name)).toHaveStatus(409);
  });

  test('a project renamed to a name that is taken', proves('status.conflict-on-update'), async ({ creates }) => {
    const { name } = await creates.ownProject();
    const other = await creates.ownProject();

    expect(await creates.rename(other.id, name)).toHaveStatus(409);
  });
});
