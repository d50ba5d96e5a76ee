import { expect, proves, test } from '#suite';

test('a path that names no resource is the parameter of the error', proves('error.unknown-resource'), async ({ client }) => {
  const refused = await client.send({ method: 'GET', path: '/softwareComponents/version' });

  expect(refused).toBeRefusedWith(404, 'RESOURCE_NOT_FOUND');
  expect(refused).toNameItsPath();
});

test(
  'what the message names is among the parameters',
  proves('error.parameters-fill-detail'),
  async ({ client, hosts, names }) => {
    const [hostId, hostname, projectId] = [names.unknownHostId(), names.hostname(), names.unknownId()];

    expect(await hosts.read(hostId)).toListWhatItFilledIn(hostId, hosts.project.id);
    expect(await hosts.readByName(hostname, 27099)).toListWhatItFilledIn(hostname, '27099', hosts.project.id);
    expect(await client.send({ method: 'GET', path: `/groups/${projectId}` })).toListWhatItFilledIn(projectId);
  },
);

test(
  'the detail is a sentence with everything filled in',
  proves('error.detail-is-readable'),
  async ({ client, hosts, names }) => {
    expect(await client.send({ method: 'GET', path: '/softwareComponents/version' })).toBeReadable();
    expect(await client.send({ method: 'GET', path: `/groups/${names.unknownId()}` })).toBeReadable();
    expect(await client.send({ method: 'GET', path: '/groups/no-id' })).toBeReadable();
    expect(await hosts.read(names.unknownHostId())).toBeReadable();
    expect(await hosts.readByName(names.hostname(), 27099)).toBeReadable();
  },
);
