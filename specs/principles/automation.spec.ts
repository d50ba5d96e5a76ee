import { absent, atLeast, expect, fieldsOf, present, proves, test } from '#suite';

test('the automation configuration can be read', proves('automation.config-read'), async ({ automation }) => {
  const answer = await automation.given.readConfig();

  expect(answer).toHaveStatus(200);
});

test(
  'a new automation configuration takes the place of the old',
  proves('automation.config-replaced'),
  async ({ automation, scratch, names }) => {
    const { config, ...own } = await automation.own(scratch);
    const role = names.name('role');

    const replaced = await own.replaceConfig(automation.changed(config, role));

    expect(replaced).toHaveStatus(200);
    expect(await own.readConfig()).toHold({ '/roles/0/role': role, '/roles/1': absent });
    const { roles: _, ...kept } = fieldsOf(await own.readConfig());
    // Whether a configuration may leave out its roles is not documented; that what it leaves out goes is.
    const without = await own.replaceConfig(kept);
    if (without.status === 200) expect(await own.readConfig()).toHold({ '/roles/0': absent });
  },
);

test(
  'the new automation configuration is what the agents are to reach',
  proves('automation.config-replaced'),
  async ({ automation, scratch, names }) => {
    const { config, ...own } = await automation.own(scratch);

    await own.replaceConfig(automation.changed(config, names.name('role')));

    const { version } = fieldsOf(await own.readConfig());
    expect(await own.readStatus()).toHold({ '/goalVersion': atLeast(version) });
  },
);

test(
  'a configuration whose processes are a number is refused and changes nothing',
  proves('automation.invalid-config-refused'),
  async ({ automation, scratch }) => {
    const { config, ...own } = await automation.own(scratch);

    const refused = await own.replaceConfig({ ...config, processes: 5 });

    expect(await own.readConfig()).toHold({
      '/processes': config['processes'] ?? absent,
      '/version': config['version'] ?? absent,
    });
    expect(refused).toHaveStatus(400, 500);
  },
);

test.describe('of two changes made from the same configuration', () => {
  test('the later wins', proves('automation.later-change-wins'), async ({ automation, scratch, names, onlyFor }) => {
    onlyFor('cloud-manager');
    const { config, ...own } = await automation.own(scratch);
    const later = names.name('later');

    await own.replaceConfig(automation.changed(config, names.name('earlier')));
    const answer = await own.replaceConfig(automation.changed(config, later));

    expect(answer).toHaveStatus(200);
    expect(await own.readConfig()).toHold({ '/roles/0/role': later });
  });

  test(
    'the later wins or is refused',
    proves('automation.concurrent-change-settled'),
    async ({ automation, scratch, names, onlyFor }) => {
      onlyFor('ops-manager');
      const { config, ...own } = await automation.own(scratch);
      const [earlier, later] = [names.name('earlier'), names.name('later')];

      await own.replaceConfig(automation.changed(config, earlier));
      const answer = await own.replaceConfig(automation.changed(config, later));

      expect(answer).toHaveStatusOrRefusal(200, 409, 'AUTOMATION_CONFIG_CONCURRENT_MODIFICATION');
      expect(await own.readConfig()).toHold({ '/roles/0/role': answer.status === 200 ? later : earlier });
    },
  );
});

test('the status of the latest plan can be read', proves('automation.status-read'), async ({ automation }) => {
  const answer = await automation.given.readStatus();

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/goalVersion': present, '/processes': present });
});
