import { expect, proves, test } from '#suite';

const roleRefusals = [
  'USER_UNAUTHORIZED',
  'NOT_GROUP_USER_ADMIN',
  'NOT_ORG_ADMIN',
  'NOT_USER_ADMIN',
  'NOT_GLOBAL_USER_ADMIN',
] as const;

test.describe('a key that may only read', () => {
  test('reads what is in the project', proves('access.role-allows'), async ({ caller, access }) => {
    for (const answer of await access.visitAsMember(await caller('read-only'))) {
      expect(answer).toHaveStatus(200);
    }
  });

  test('adds no host', proves('access.role-refuses-writes'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);

    expect(await hosts.as(client).create(hosts.draft())).toHaveStatus(401, 403);
  });

  test('adds no alert configuration', proves('access.role-refuses-writes'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const alertConfigs = await access.alertConfigsIn(project);

    expect(await alertConfigs.as(client).create(alertConfigs.draft())).toHaveStatus(401, 403);
  });

  test('changes no host', proves('access.role-refuses-writes'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).update(host.id, { alertsEnabled: false })).toHaveStatus(401, 403);
  });

  test('removes no host', proves('access.role-refuses-writes'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).remove(host.id)).toHaveStatus(401, 403);
  });

  test('is told that the role is the reason', proves('access.role-refusal-code'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();

    expect(await hosts.as(client).create(hosts.draft())).toBeRefusedWith([401, 403], ...roleRefusals);
    expect(await hosts.as(client).remove(host.id)).toBeRefusedWith([401, 403], ...roleRefusals);
  });

  test('leaves everything as it was', proves('access.role-refused-changes-nothing'), async ({ caller, access }) => {
    const { client, project } = await caller('read-only');
    const hosts = await access.hostsIn(project);
    const host = await hosts.own();
    const before = await hosts.read(host.id);

    await hosts.as(client).update(host.id, { alertsEnabled: false });
    await hosts.as(client).remove(host.id);

    expect(await hosts.read(host.id)).toBring(before);
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

test.describe('a key outside the project', () => {
  test('reads nothing of it', proves('access.outsider-refused'), async ({ access }) => {
    for (const answer of await access.visitAsOutsider()) {
      expect(answer).toHaveStatus(401);
    }
  });

  test('is told so', proves('access.outsider-code'), async ({ access }) => {
    for (const answer of await access.visitAsOutsider()) {
      expect(answer).toBeRefusedWith(401, 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP');
    }
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
