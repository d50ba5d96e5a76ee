import { expect, proves, test } from '#suite';

const pretty = { pretty: true };

test('an entity asked for pretty is laid out for people', proves('pretty.entity-formatted'), async ({ hosts }) => {
  const host = await hosts.some();

  expect(await hosts.read(host.id, pretty)).toBePretty();
});

test('a list asked for pretty is laid out for people', proves('pretty.list-formatted'), async ({ hosts }) => {
  await hosts.haveAtLeast(2);

  expect(await hosts.list(pretty)).toBePretty();
});

test('pretty changes the layout, not the document', proves('pretty.same-document'), async ({ hosts }) => {
  const host = await hosts.some();
  const plain = await hosts.read(host.id);

  expect(await hosts.read(host.id, pretty)).toBring(plain);
});

test('pretty works together with envelope', proves('pretty.with-envelope'), async ({ hosts }) => {
  const host = await hosts.some();

  const answer = await hosts.read(host.id, { ...pretty, envelope: true });

  expect(answer).toBePretty();
  expect(answer).toHold({ '/status': 200, '/content/id': host.id });
});

test('pretty works together with paging', proves('pretty.with-paging'), async ({ hosts }) => {
  await hosts.haveAtLeast(3);

  const page = await hosts.list({ ...pretty, itemsPerPage: 2, pageNum: 1 });

  expect(page).toBePretty();
  expect(page).toBePageOf(2);
});

test('an error document asked for pretty is laid out for people', proves('pretty.error-formatted'), async ({ client }) => {
  const refused = await client.send({ method: 'GET', path: '/no-such-resource', query: pretty });

  expect(refused).toHaveStatus(404);
  expect(refused).toBePretty();
});
