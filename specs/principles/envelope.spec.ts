import { expect, proves, test } from '#suite';

const enveloped = { envelope: true };

test.describe('an entity asked for in an envelope', () => {
  test('comes as status and content', proves('envelope.wraps-entity'), async ({ hosts }) => {
    const host = await hosts.some();

    const answer = await hosts.read(host.id, enveloped);

    expect(answer).toHaveStatus(200);
    expect(answer).toBeEnveloped();
  });

  test('is the entity that comes without', proves('envelope.content-is-entity'), async ({ hosts }) => {
    const host = await hosts.some();
    const plain = await hosts.read(host.id);

    const answer = await hosts.read(host.id, enveloped);

    expect(answer).toHold({ '/content/id': host.id });
    expect(answer).toBring(plain);
  });

  test('carries the number of the HTTP status', proves('envelope.status-is-http-status'), async ({ hosts }) => {
    const host = await hosts.some();

    const answer = await hosts.read(host.id, enveloped);

    expect(answer).toHold({ '/status': answer.status });
  });
});

test.describe('a list asked for in an envelope', () => {
  test('gains the status', proves('envelope.list-gains-status'), async ({ hosts }) => {
    await hosts.haveAtLeast(2);

    const answer = await hosts.list({ ...enveloped, itemsPerPage: 2 });

    expect(answer).toHaveStatus(200);
    expect(answer).toHold({ '/status': 200 });
  });

  test('is otherwise as it is without', proves('envelope.list-gains-only-status'), async ({ hosts }) => {
    await hosts.haveAtLeast(2);
    const plain = await hosts.list({ itemsPerPage: 2 });

    const answer = await hosts.list({ ...enveloped, itemsPerPage: 2 });

    expect(answer).toBeListWithStatus();
    expect(answer).toBring(plain);
  });
});

test('a create asked for in an envelope brings the new entity in one', proves('envelope.on-create'), async ({ hosts }) => {
  const draft = hosts.draft();

  const created = await hosts.create(draft, enveloped);

  expect(created).toHold({ '/status': created.status, '/content/hostname': draft.hostname });
});

test('an error in an envelope has the status of the error', proves('envelope.error-status-agrees'), async ({ hosts, names }) => {
  const answer = await hosts.read(names.unknownHostId(), enveloped);

  expect(answer).toAgreeOnStatus();
});
