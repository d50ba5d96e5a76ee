import { expect, proves, test } from '#suite';

test.describe('the link self', () => {
  test('of an entity is the URL it was read from', proves('link.self-is-own-url'), async ({ client, given, hosts }) => {
    const host = await hosts.some();

    expect(await client.send({ method: 'GET', path: '' })).toBeAtItsOwnUrl();
    expect(await client.send({ method: 'GET', path: `/groups/${given.id}` })).toBeAtItsOwnUrl();
    expect(await hosts.read(host.id)).toBeAtItsOwnUrl();
  });

  test('of a listed entity brings that entity', proves('link.self-answers-with-entity'), async ({ listed }) => {
    for (const entity of await listed.read()) {
      expect(entity.answer).toBeTheEntity(entity.listed);
    }
  });

  test('is the only one of a listed entity', proves('link.list-entity-has-only-self'), async ({ listed }) => {
    for (const page of await listed.pages()) {
      expect(page).toLinkEntitiesOnlyToSelf();
    }
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

test('no link met on the way from the root is a dead end', proves('link.crawl-finds-no-dead-end'), async ({ crawl }) => {
  for (const step of await crawl()) {
    expect(step.answer).toLeadSomewhere(step);
  }
});
