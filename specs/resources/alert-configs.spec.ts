import {
  alertOfProject,
  expect,
  including,
  newAlertConfig,
  otherAlertConfig,
  proves,
  someAlertConfig,
  telling,
  test,
} from '#suite';

test('an alert configuration is what was sent', proves('resource.alert-config-created'), async ({ api }) => {
  const config = await newAlertConfig(api);

  expect(config.created).toHold(config.sent);
  expect(await config.read()).toHold(config.sent);
});

test('an alert configuration is listed', proves('resource.alert-config-listed'), async ({ api }) => {
  const config = await someAlertConfig(api);

  expect(await config.pages()).toList(config.id);
  expect(await config.itsPage()).toList(config.id);
});

test(
  'an alert configuration that is switched on stays so, and as it was',
  proves('resource.alert-config-updated'),
  async ({ api }) => {
    const config = await newAlertConfig(api);
    const changed = { ...config.sent, '/enabled': true };

    const updated = await config.update({ enabled: true });

    expect(updated).toHaveStatus(200);
    expect(updated).toHold(changed);
    expect(await config.read()).toHold(changed);
    expect(await config.everywhere()).toShowEverywhere(changed);
  },
);

test('another document takes the place of an alert configuration', proves('resource.alert-config-replaced'), async ({ api }) => {
  const config = await newAlertConfig(api);
  const { document, shown } = otherAlertConfig(api);

  const replaced = await api.alertConfigs.replace(config.id, document);

  expect(replaced).toHaveStatus(200);
  expect(replaced).toHold(shown);
  expect(await config.read()).toHold({ ...shown, '/id': config.id });
  expect(await config.everywhere()).toShowEverywhere(shown);
});

test('a removed alert configuration is gone', proves('resource.alert-config-removed'), async ({ api }) => {
  const config = await newAlertConfig(api);

  const removed = await config.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await config.read()).toHaveStatus(404);
  expect(await config.everywhere()).toBeGoneEverywhere();
});

test('an alert configuration lists its open alerts', proves('resource.alert-config-alerts'), async ({ api }) => {
  const { id, alertConfigId } = await alertOfProject(api);

  const alerts = telling(await api.given.alertConfigs.listAlerts(alertConfigId, { itemsPerPage: 500 }));

  expect(alerts).toHaveStatus(200);
  expect([alerts]).toList(id);
});

test('the fields that matchers may name are a plain array', proves('resource.alert-matcher-fields'), async ({ client }) => {
  const answer = telling(await client.send({ method: 'GET', path: '/alertConfigs/matchers/fieldNames' }));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '': including('HOSTNAME') });
});
