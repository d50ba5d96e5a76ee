import { expect, newWindow, proves, test } from '#suite';

test('a maintenance window is what was sent', proves('resource.maintenance-window-created'), async ({ api }) => {
  const window = await newWindow(api);

  expect(window.created).toHold(window.sent);
  expect(await window.read()).toHold(window.sent);
});

test('a maintenance window is listed', proves('resource.maintenance-window-listed'), async ({ api }) => {
  await newWindow(api);
  const window = await newWindow(api);

  expect(await window.pages()).toList(window.id);
  expect(await window.itsPage()).toList(window.id);
});

test(
  'a change of a maintenance window is kept, and nothing else changes',
  proves('resource.maintenance-window-updated'),
  async ({ api }) => {
    const window = await newWindow(api);
    const changed = { ...window.sent, '/alertTypeNames': ['AGENT', 'BACKUP'] };

    const updated = await window.update({ alertTypeNames: ['AGENT', 'BACKUP'] });

    expect(updated).toHaveStatus(200);
    expect(updated).toHold(changed);
    expect(await window.read()).toHold(changed);
    expect(await window.everywhere()).toShowEverywhere(changed);
  },
);

test('a removed maintenance window is gone', proves('resource.maintenance-window-removed'), async ({ api }) => {
  const window = await newWindow(api);

  const removed = await window.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await window.read()).toHaveStatus(404);
  expect(await window.everywhere()).toBeGoneEverywhere();
});
