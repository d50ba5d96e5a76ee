import {
  alertOfAll,
  expect,
  forOwnProject,
  newGlobalAlertConfig,
  otherAlertConfig,
  proves,
  someGlobalAlertConfig,
  telling,
  test,
} from '#suite';

test(
  'a global alert configuration is what was sent',
  proves('resource.global-alert-config-created'),
  async ({ api, onlyFor }) => {
    onlyFor('ops-manager');
    const config = await newGlobalAlertConfig(api);

    expect(config.created).toHold(config.sent);
    expect(await config.read()).toHold(config.sent);
  },
);

test('a global alert configuration is listed', proves('resource.global-alert-config-listed'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const config = await someGlobalAlertConfig(api);

  expect(await config.pages()).toList(config.id);
  expect(await config.itsPage()).toList(config.id);
});

test(
  'a global alert configuration that is switched on stays so, and as it was',
  proves('resource.global-alert-config-updated'),
  async ({ api, onlyFor }) => {
    onlyFor('ops-manager');
    const config = await newGlobalAlertConfig(api);
    const changed = { ...config.sent, '/enabled': true };

    const updated = await config.update({ enabled: true });

    expect(updated).toHaveStatus(200);
    expect(updated).toHold(changed);
    expect(await config.read()).toHold(changed);
    expect(await config.everywhere()).toShowEverywhere(changed);
  },
);

test(
  'another document takes the place of a global alert configuration',
  proves('resource.global-alert-config-replaced'),
  async ({ api, onlyFor }) => {
    onlyFor('ops-manager');
    const config = await newGlobalAlertConfig(api);
    const { document, shown } = otherAlertConfig(api, forOwnProject(api));

    const replaced = await api.globalAlertConfigs.replace(config.id, document);

    expect(replaced).toHaveStatus(200);
    expect(replaced).toHold(shown);
    expect(await config.read()).toHold({ ...shown, '/id': config.id });
    expect(await config.everywhere()).toShowEverywhere(shown);
  },
);

test('a removed global alert configuration is gone', proves('resource.global-alert-config-removed'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const config = await newGlobalAlertConfig(api);

  const removed = await config.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await config.read()).toHaveStatus(404);
  expect(await config.everywhere()).toBeGoneEverywhere();
});

test(
  'a global alert configuration lists its open alerts',
  proves('resource.global-alert-config-alerts'),
  async ({ api, onlyFor }) => {
    onlyFor('ops-manager');
    const { id, alertConfigId } = await alertOfAll(api);

    const alerts = telling(await api.globalAlertConfigs.listAlerts(alertConfigId, { itemsPerPage: 500 }));

    expect(alerts).toHaveStatus(200);
    expect([alerts]).toList(id);
  },
);
