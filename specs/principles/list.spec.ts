import { expect, idsOn, largestPage, present, proves, test } from '#suite';

test.describe('a page', () => {
  test('asked for without a number is the first', proves('list.page-number-default'), async ({ hosts }) => {
    await hosts.haveAtLeast(3);

    const first = await hosts.list({ pageNum: 1, itemsPerPage: 2 });
    const page = await hosts.list({ itemsPerPage: 2 });

    expect(page).toHaveStatus(200);
    expect(page).toHoldEntities(idsOn(first));
  });

  test('asked for without a size brings 100', proves('list.page-size-default'), async ({ lists }) => {
    const { list } = await lists.withAtLeast(101);

    const page = await list();

    expect(page).toHaveStatus(200);
    expect(page).toBePageOf(100);
  });

  test('is as large as itemsPerPage says', proves('list.page-size-honoured'), async ({ hosts }) => {
    await hosts.haveAtLeast(3);

    const page = await hosts.list({ itemsPerPage: 2 });

    expect(page).toHaveStatus(200);
    expect(page).toBePageOf(2);
  });

  test('may be larger than 100', proves('list.page-size-maximum'), async ({ lists, settings }) => {
    const { list } = await lists.withAtLeast(101);

    const page = await list({ itemsPerPage: 500 });

    expect(page).toHaveStatus(200);
    expect(page).toHold({ [`/results/${Math.min(largestPage(settings), 101) - 1}`]: present });
  });

  test('of another number brings other entities', proves('list.page-number-honoured'), async ({ hosts }) => {
    await hosts.haveAtLeast(4);
    const both = await hosts.list({ itemsPerPage: 4 });

    const second = await hosts.list({ pageNum: 2, itemsPerPage: 2 });

    expect(second).toHaveStatus(200);
    expect(second).toHoldEntities(idsOn(both).slice(2, 4));
  });

  test('past the end is empty', proves('list.past-the-end-is-empty'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(1);

    const page = await hosts.list({ pageNum: total + 2, itemsPerPage: 1 });

    expect(page).toHaveStatus(200);
    expect(page).toHold({ '/results': [] });
  });

  test('out of range is answered soundly', proves('list.bad-paging-answered-soundly'), async ({ hosts }) => {
    await hosts.haveAtLeast(1);

    for (const query of [
      { pageNum: 0 },
      { pageNum: -1 },
      { pageNum: 'x' },
      { pageNum: '' },
      { pageNum: 1.5 },
      { itemsPerPage: 0 },
      { itemsPerPage: -1 },
      { itemsPerPage: 'x' },
      { itemsPerPage: '' },
      { itemsPerPage: 501 },
    ]) {
      expect(await hosts.list(query)).toBePageOrRefusal();
    }
  });
});

test.describe('totalCount', () => {
  test('counts the whole set', proves('list.total-count-is-whole-set'), async ({ hosts }) => {
    await hosts.haveAtLeast(5);
    const everyId = await hosts.everyId();

    const page = await hosts.list({ itemsPerPage: 2 });

    expect(page).toHaveStatus(200);
    expect(page).toHold({ '/totalCount': everyId.length });
  });

  test('is the same on every page', proves('list.total-count-on-every-page'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(5);

    const first = await hosts.list({ itemsPerPage: 2, pageNum: 1 });
    const second = await hosts.list({ itemsPerPage: 2, pageNum: 2 });
    const last = await hosts.list({ itemsPerPage: 2, pageNum: Math.ceil(total / 2) });

    expect(first).toHold({ '/totalCount': total });
    expect(second).toHold({ '/totalCount': total });
    expect(last).toHold({ '/totalCount': total });
  });
});

test.describe('the links of a list', () => {
  test('have self on every page', proves('list.self-link-always'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(3);

    for (const pageNum of [1, 2, total]) {
      expect(await hosts.list({ itemsPerPage: 1, pageNum })).toLinkToItself();
    }
  });

  test('have no previous on the first page', proves('list.previous-absent-on-first'), async ({ hosts }) => {
    await hosts.haveAtLeast(3);

    expect(await hosts.list({ itemsPerPage: 2 })).toLackLink('previous');
    expect(await hosts.list({ itemsPerPage: 2, pageNum: 1 })).toLackLink('previous');
  });

  test('have no next on the last page', proves('list.next-absent-on-last'), async ({ hosts, settings }) => {
    const total = await hosts.haveAtLeast(3);
    const size = Math.min(total - 1, largestPage(settings));

    expect(await hosts.list({ itemsPerPage: size, pageNum: Math.ceil(total / size) })).toLackLink('next');
  });

  test('have no next on a last page that is full', proves('list.next-absent-on-full-last'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(2);

    expect(await hosts.list({ itemsPerPage: 1, pageNum: total })).toLackLink('next');
  });

  test('have next before the last page', proves('list.next-present-before-last'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(3);

    expect(await hosts.list({ itemsPerPage: 1, pageNum: 1 })).toLink('next');
    expect(await hosts.list({ itemsPerPage: 1, pageNum: total - 1 })).toLink('next');
  });

  test('have previous after the first page', proves('list.previous-present-after-first'), async ({ hosts }) => {
    const total = await hosts.haveAtLeast(3);

    expect(await hosts.list({ itemsPerPage: 1, pageNum: 2 })).toLink('previous');
    expect(await hosts.list({ itemsPerPage: 1, pageNum: total })).toLink('previous');
  });

  test('lead on to the next page', proves('list.next-leads-to-next-page'), async ({ hosts, follow }) => {
    await hosts.haveAtLeast(5);
    const third = await hosts.list({ itemsPerPage: 1, pageNum: 3 });

    const followed = await follow(await hosts.list({ itemsPerPage: 1, pageNum: 2 }), 'next');

    expect(followed).toHaveStatus(200);
    expect(followed).toHoldEntities(idsOn(third));
  });

  test('lead back to the previous page', proves('list.previous-leads-back'), async ({ hosts, follow }) => {
    await hosts.haveAtLeast(5);
    const second = await hosts.list({ itemsPerPage: 1, pageNum: 2 });

    const followed = await follow(await hosts.list({ itemsPerPage: 1, pageNum: 3 }), 'previous');

    expect(followed).toHaveStatus(200);
    expect(followed).toHoldEntities(idsOn(second));
  });

  test('keep the other parameters', proves('list.links-keep-other-parameters'), async ({ hosts, follow }) => {
    await hosts.haveAtLeast(3);

    const followed = await follow(await hosts.list({ itemsPerPage: 1, pageNum: 1, pretty: true }), 'next');

    expect(followed).toBePretty();
  });
});

test.describe('a walk', () => {
  test('along next meets each entity once', proves('list.walk-meets-each-once'), async ({ hosts, walkFrom }) => {
    await hosts.haveAtLeast(7);
    const everyId = await hosts.everyId();

    const pages = await walkFrom(await hosts.list({ itemsPerPage: 3 }), 'next');

    expect(pages[0]!).toBePageOf(3);
    expect(pages).toMeetEachOnce(everyId);
  });

  test('along previous meets each entity once', proves('list.walk-back-meets-each-once'), async ({ hosts, walkFrom }) => {
    const total = await hosts.haveAtLeast(7);
    const everyId = await hosts.everyId();

    const pages = await walkFrom(await hosts.list({ itemsPerPage: 3, pageNum: Math.ceil(total / 3) }), 'previous');

    expect(pages[0]!).toHaveStatus(200);
    expect(pages).toMeetEachOnce(everyId);
  });
});

test.describe('a list', () => {
  test('with nothing in it is no error', proves('list.empty-is-200'), async ({ lists }) => {
    const page = await lists.ofNothing();

    expect(page).toHaveStatus(200);
    expect(page).toHold({ '/results': [], '/totalCount': 0 });
  });

  test(
    'of a project that does not exist is not found',
    proves('list.missing-context-is-404'),
    async ({ client, names, hosts: _ }) => {
      const page = await client.send({ method: 'GET', path: `/groups/${names.unknownId()}/hosts` });

      expect(page).toHaveStatus(404, 401);
    },
  );
});
