import {
  absent,
  acknowledgedAlert,
  acknowledgedGlobalAlert,
  alertOfAll,
  alertOfProject,
  expect,
  proves,
  telling,
  test,
  unacknowledgedAlert,
} from '#suite';

test('a listed alert is found under its id', proves('resource.alert-read'), async ({ api }) => {
  const { id, alertConfigId } = await alertOfProject(api);

  const answer = telling(await api.given.alerts.read(id));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id, '/alertConfigId': alertConfigId });
});

test('an acknowledgement is kept', proves('resource.alert-acknowledged'), async ({ api }) => {
  const { updated, meanwhile, everywhere, acknowledgement } = await acknowledgedAlert(api);

  expect(updated).toHaveStatus(200);
  expect(updated).toHold(acknowledgement);
  expect(meanwhile).toHold(acknowledgement);
  expect(everywhere).toShowEverywhere(acknowledgement);
});

test('an acknowledgement that is taken back is gone', proves('resource.alert-unacknowledged'), async ({ api }) => {
  const { restored, after } = await unacknowledgedAlert(api);

  expect(restored).toHaveStatus(200);
  expect(after).toHold({ '/acknowledgedUntil': absent });
});

test('an alert leads to its configuration', proves('resource.alert-configs-of-alert'), async ({ api }) => {
  const { id, alertConfigId } = await alertOfProject(api);

  const configs = telling(await api.given.alerts.listConfigs(id));

  expect(configs).toHaveStatus(200);
  expect([configs]).toList(alertConfigId);
});

test('a listed global alert is found under its id', proves('resource.global-alert-read'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const { id, alertConfigId } = await alertOfAll(api);

  const answer = telling(await api.globalAlerts.read(id));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id, '/alertConfigId': alertConfigId });
});

test(
  'an acknowledgement of a global alert is kept until it is taken back',
  proves('resource.global-alert-acknowledged'),
  async ({ api, onlyFor }) => {
    onlyFor('ops-manager');
    const { updated, meanwhile, everywhere, after, acknowledgement } = await acknowledgedGlobalAlert(api);

    expect(updated).toHaveStatus(200);
    expect(updated).toHold(acknowledgement);
    expect(meanwhile).toHold(acknowledgement);
    expect(everywhere).toShowEverywhere(acknowledgement);
    expect(after).toHold({ '/acknowledgedUntil': absent });
  },
);
