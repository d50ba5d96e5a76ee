import { expect, hrefOf, proves, test } from '#suite';

test.describe('the link self', () => {
  test('of an entity is the URL it was read from', proves('link.self-is-own-url'), async ({ client, given, hosts }) => {
    const host = await hosts.some();

    expect(await client.send({ method: 'GET', path: '' })).toBeAtItsOwnUrl();
    expect(await client.send({ method: 'GET', path: `/groups/${given.id}` })).toBeAtItsOwnUrl();
    expect(await hosts.read(host.id)).toBeAtItsOwnUrl();
  });
});

test('a host is linked to what it belongs to', proves('link.related-resource-linked'), async ({ hosts }) => {
  const host = await hosts.some();

  expect(await hosts.read(host.id)).toLinkToRelated('group', 'project');
});

test('the links of the root lead to what they name', proves('link.root-leads-to-collections'), async ({ client, followAll }) => {
  const root = await client.send({ method: 'GET', path: '' });

  for (const step of await followAll(root)) {
    expect(step.answer).toLeadSomewhere(step);
  }
});

test('the root leads to the projects', proves('link.root-leads-to-collections'), async ({ client }) => {
  const root = await client.send({ method: 'GET', path: '' });

  expect(root).toLink(hrefOf(root.json, 'projects') === undefined ? 'groups' : 'projects');
});

test('no link met on the way from the root is a dead end', proves('link.crawl-finds-no-dead-end'), async ({ crawl }) => {
  for (const step of await crawl()) {
    expect(step.answer).toLeadSomewhere(step);
  }
});
