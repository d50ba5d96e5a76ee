import { expect, hostThere, isUnseen, prepared, proves, test } from '#suite';

test('the statistics of a host never pinged are zero', proves('response.no-statistics-are-zero'), async ({ api }) => {
  const { hosts, id } = await hostThere(isUnseen)(api);

  expect(prepared(await hosts.read(id), 'read the host')).toHaveNoStatistics();
});

test('a host without authentication has no username', proves('response.no-value-is-omitted'), async ({ hosts }) => {
  await hosts.haveAtLeast(1);

  expect(prepared(await hosts.list(), 'list the hosts')).toOmitIdleUsernames();
});

test('a quantity is named for its unit', proves('response.units-in-names'), async ({ givenHosts, alertConfigs }) => {
  await alertConfigs.haveAtLeast(1);

  expect(prepared(await givenHosts.list({ itemsPerPage: 500 }), 'list the hosts')).toNameUnits();
  expect(prepared(await alertConfigs.list(), 'list the alert configurations')).toNameUnits();
});
