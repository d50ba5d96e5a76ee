import { expect, proves, test } from '#suite';

test('a path that names no resource is the parameter of the error', proves('error.unknown-resource'), async ({ client }) => {
  const refused = await client.send({ method: 'GET', path: '/softwareComponents/version' });

  expect(refused).toBeRefusedWith(404, 'RESOURCE_NOT_FOUND');
  expect(refused).toNameItsPath();
});

test.describe('what was filled into the message is among the parameters', () => {
  test('of an unknown host', proves('error.parameters-fill-detail'), async ({ hosts, names }) => {
    const id = names.unknownHostId();

    const refused = await hosts.read(id);

    expect(refused).toHaveStatus(404);
    expect(refused).toListWhatItFilledIn(id, hosts.project.id);
  });

  test('of an unknown name', proves('error.parameters-fill-detail'), async ({ hosts, names }) => {
    const hostname = names.hostname();

    const refused = await hosts.readByName(hostname, 27017);

    expect(refused).toHaveStatus(404);
    expect(refused).toListWhatItFilledIn(hostname, hosts.project.id);
  });

  test('of an unknown project', proves('error.parameters-fill-detail'), async ({ client, names }) => {
    const id = names.unknownId();

    const refused = await client.send({ method: 'GET', path: `/groups/${id}` });

    expect(refused).toHaveStatus(404, 401);
    expect(refused).toListWhatItFilledIn(id);
  });
});

test('the detail is a sentence with everything filled in', proves('error.detail-is-readable'), async ({ client, hosts, names }) => {
  expect(await client.send({ method: 'GET', path: '/softwareComponents/version' })).toBeReadable();
  expect(await client.send({ method: 'GET', path: `/groups/${names.unknownId()}` })).toBeReadable();
  expect(await client.send({ method: 'GET', path: '/groups/no-id' })).toBeReadable();
  expect(await hosts.read(names.unknownHostId())).toBeReadable();
  expect(await hosts.readByName(names.hostname(), 27017)).toBeReadable();
});
