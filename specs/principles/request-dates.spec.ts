import { expect, instant, proves, test } from '#suite';

test.describe('a date in a field', () => {
  test('without a time is midnight UTC', proves('request.field-date-only'), async ({ maintenanceWindows }) => {
    for (const written of await maintenanceWindows.datedFrom('2090-09-27', '2090-09-28')) {
      expect(written).toHold({
        '/startDate': instant('2090-09-27T00:00:00Z'),
        '/endDate': instant('2090-09-28T00:00:00Z'),
      });
    }
  });

  test('with an offset is that instant', proves('request.field-date-with-offset'), async ({ maintenanceWindows }) => {
    for (const written of await maintenanceWindows.datedFrom('2090-09-27T16:00:00-04:00', '2090-09-28T02:30:00+05:30')) {
      expect(written).toHold({
        '/startDate': instant('2090-09-27T20:00:00Z'),
        '/endDate': instant('2090-09-27T21:00:00Z'),
      });
    }
  });

  test('may leave out the seconds', proves('request.field-date-without-seconds'), async ({ maintenanceWindows }) => {
    for (const written of await maintenanceWindows.datedFrom('2090-09-27T16:00-04:00', '2090-09-27T17:00-04:00')) {
      expect(written).toHold({
        '/startDate': instant('2090-09-27T20:00:00Z'),
        '/endDate': instant('2090-09-27T21:00:00Z'),
      });
    }
  });

  test('that ends in Z is in UTC', proves('request.field-date-in-utc'), async ({ maintenanceWindows }) => {
    for (const written of await maintenanceWindows.datedFrom('2090-09-27T16:00:00Z', '2090-09-27T17:00:00Z')) {
      expect(written).toHold({
        '/startDate': instant('2090-09-27T16:00:00Z'),
        '/endDate': instant('2090-09-27T17:00:00Z'),
      });
    }
  });

  test('without a zone is in UTC', proves('request.field-date-without-zone'), async ({ maintenanceWindows }) => {
    for (const written of await maintenanceWindows.datedFrom('2090-09-27T16:00:00', '2090-09-27T17:00:00')) {
      expect(written).toHold({
        '/startDate': instant('2090-09-27T16:00:00Z'),
        '/endDate': instant('2090-09-27T17:00:00Z'),
      });
    }
  });
});

test.describe('events asked for by date', () => {
  test('by the day are those of that day', proves('request.query-date-only'), async ({ events }) => {
    const { id, around, before, after } = await events.askedFor('date only');

    expect(around).toList(id);
    expect(before).toLeaveOut(id);
    expect(after).toLeaveOut(id);
  });

  test('with an offset are those of that time', proves('request.query-date-with-offset'), async ({ events }) => {
    const { id, around, before, after } = await events.askedFor('with offset');

    expect(around).toList(id);
    expect(before).toLeaveOut(id);
    expect(after).toLeaveOut(id);
  });

  test('in UTC are those of that time', proves('request.query-date-in-utc'), async ({ events }) => {
    const { id, around, before, after } = await events.askedFor('in UTC');

    expect(around).toList(id);
    expect(before).toLeaveOut(id);
    expect(after).toLeaveOut(id);
  });

  test('without a zone are those of that time in UTC', proves('request.query-date-without-zone'), async ({ events }) => {
    const { id, around, before, after } = await events.askedFor('without zone');

    expect(around).toList(id);
    expect(before).toLeaveOut(id);
    expect(after).toLeaveOut(id);
  });
});

test('a BSON timestamp is a date and an increment', proves('request.bson-timestamps'), async ({ look }) => {
  const cluster = await look.clusterWith('snapshots');

  const { list, entity } = await look.atCollection(`/groups/{G}/clusters/${cluster}/snapshots`);

  expect(list).toHaveBsonTimestamps();
  expect(entity).toHaveBsonTimestamps();
});
