import { askedForListOfAnother, expect, proves, test, type ChangingLists } from '#suite';

const roleRefusals = [
  'USER_UNAUTHORIZED',
  'NOT_GROUP_USER_ADMIN',
  'NOT_ORG_ADMIN',
  'NOT_USER_ADMIN',
  'NOT_GLOBAL_USER_ADMIN',
] as const;

/** What callers were answered while their list said that of the address from which they called. */
const answersWhere = ({ steps }: ChangingLists, kind: ChangingLists['steps'][number]['kind']) =>
  steps.filter((step) => step.kind === kind).flatMap(({ answers }) => answers);

test.describe('a key that may only read', () => {
  test('reads what is in the project', proves('access.role-allows'), async ({ caller, access }) => {
    for (const answer of await access.visitAsMember(await caller('read-only'))) {
      expect(answer).toHaveStatus(200);
    }
  });

  test('is told that the role is the reason', proves('access.role-refusal-code'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).create(hosts.draft())).toBeRefusedWith([401, 403], ...roleRefusals);
    expect(await hosts.as(client).remove(host.id)).toBeRefusedWith([401, 403], ...roleRefusals);
  });
});

test.describe('a key of another role in the project', () => {
  test('removes a host as its monitoring admin', proves('access.role-allows-removal'), async ({ newCaller, access }) => {
    const { client, project } = await newCaller('monitoring-admin', ['GROUP_MONITORING_ADMIN'], []);
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).remove(host.id)).toHaveStatus(200, 202, 204);
  });

  test('removes no host as its backup admin', proves('access.role-refuses-removal'), async ({ newCaller, access }) => {
    const { client, project } = await newCaller('backup-admin', ['GROUP_BACKUP_ADMIN'], []);
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).remove(host.id)).toHaveStatus(401, 403);
  });
});

test.describe('an empty access list', () => {
  test('admits from any address', proves('access.empty-list-admits-any'), async ({ caller, access }) => {
    for (const answer of await access.visitProject(await caller('empty-access-list'))) {
      expect(answer).toHaveStatus(200);
    }
  });

  test('is not enough where a list is always wanted', proves('access.list-required-refuses-empty'), async ({ access }) => {
    expect(await access.addWithoutOwnList()).toHaveStatus(403);
  });
});

test.describe('an access list', () => {
  test('admits an address that it names', proves('access.listed-address-admitted'), async ({ access }) => {
    for (const answer of await access.visitProject(await access.listedCaller())) {
      expect(answer).toHaveStatus(200);
    }
  });

  test('admits an address in a block that it names', proves('access.listed-block-admitted'), async ({ access }) => {
    for (const answer of await access.visitProject(await access.listedByBlock())) {
      expect(answer).toHaveStatus(200);
    }
  });

  test('keeps every other address out', proves('access.unlisted-address-refused'), async ({ caller, access }) => {
    for (const answer of await access.visitEverything(await caller('other-address'))) {
      expect(answer).toHaveStatus(403);
    }
  });

  test('keeps it out with the code of the version', proves('access.unlisted-refusal-code'), async ({ caller, access }) => {
    for (const answer of await access.visitEverything(await caller('other-address'))) {
      expect(answer).toBeRefusedWith(403, access.unlistedCode);
    }
  });
});

test.describe('an access list that changes', () => {
  test('admits an address from when it is named, first or last', proves('access.listed-address-admitted'), async ({ access }) => {
    for (const answer of answersWhere(await access.changingLists(), 'names the address')) expect(answer).toHaveStatus(200);
  });

  test('admits an address from each block around it', proves('access.listed-block-admitted'), async ({ access }) => {
    for (const answer of answersWhere(await access.changingLists(), 'has a block around it')) expect(answer).toHaveStatus(200);
  });

  test('admits from any address before and after it has entries', proves('access.empty-list-admits-any'), async ({ access }) => {
    for (const answer of answersWhere(await access.changingLists(), 'empty')) expect(answer).toHaveStatus(200, 201);
  });

  test('keeps an address out while it has others only', proves('access.unlisted-address-refused'), async ({ access }) => {
    for (const answer of answersWhere(await access.changingLists(), 'has others only')) expect(answer).toHaveStatus(403);
  });

  test('keeps every kind of write out', proves('access.unlisted-address-refused'), async ({ access }) => {
    const { writes, untouched } = await access.writesFromElsewhere();

    for (const answer of writes) expect(answer).toHaveStatus(403);
    for (const { before, after } of untouched.kept) expect(after).toBring(before);
    for (const answer of untouched.created) expect(answer).toHaveStatus(404);
  });

  test('says so with the code of the version', proves('access.unlisted-refusal-code'), async ({ access }) => {
    const changing = await access.changingLists();

    for (const answer of [...answersWhere(changing, 'has others only'), ...changing.writes]) {
      if (answer.exchange.request.method !== 'HEAD') expect(answer).toBeRefusedWith(403, access.unlistedCode);
    }
  });
});

test(
  'the access list of a user is shown to nobody else, nor changed by them',
  proves('access.list-of-another-user-refused'),
  async ({ api }) => {
    for (const answer of await askedForListOfAnother(api)) expect(answer).toHaveStatus(401);
  },
);
