import { expect, idsOn, proves, test } from '#suite';

test('57 hosts in tens are six pages', proves('journey.fifty-seven-hosts'), async ({ scratchHosts, follow }) => {
  await scratchHosts.haveAtLeast(57);
  const everyHost = idsOn(await scratchHosts.list());

  const second = await scratchHosts.list({ pageNum: 2, itemsPerPage: 10 });
  const sixth = await scratchHosts.list({ pageNum: 6, itemsPerPage: 10 });

  expect(second).toBePageOf(10);
  expect(second).toHold({ '/totalCount': 57 });
  expect(await follow(second, 'self')).toHoldEntities(everyHost.slice(10, 20));
  expect(await follow(second, 'previous')).toHoldEntities(everyHost.slice(0, 10));
  expect(await follow(second, 'next')).toHoldEntities(everyHost.slice(20, 30));
  expect(sixth).toBePageOf(7);
  expect(sixth).toHold({ '/totalCount': 57 });
  expect(sixth).toLackLink('next');
});
