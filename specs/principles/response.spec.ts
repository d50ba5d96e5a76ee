import { expect, proves, test } from '#suite';

test.describe('an unknown field', () => {
  test('makes a create a bad request', proves('response.unknown-field-on-create-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withWrongField('unknown field', 'POST')) expect(answer).toHaveStatus(400);
  });

  test('makes an update a bad request', proves('response.unknown-field-on-update-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withWrongField('unknown field', 'PUT', 'PATCH')) expect(answer).toHaveStatus(400);
  });

  test('deep in a create is one too', proves('response.unknown-nested-field-on-create-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withWrongField('unknown field inside', 'POST')) expect(answer).toHaveStatus(400);
  });

  test('deep in an update is one too', proves('response.unknown-nested-field-on-update-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withWrongField('unknown field inside', 'PUT', 'PATCH')) {
      expect(answer).toHaveStatus(400);
    }
  });

  test('is named by the answer', proves('response.unknown-field-is-named'), async ({ writes }) => {
    for (const { answer, field } of await writes.refusedOf('unknown field', 'unknown field inside')) {
      expect(answer).toNameField(field);
    }
  });
});

test.describe('a field that cannot be modified', () => {
  test('makes a write a bad request', proves('response.read-only-field-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withWrongField('read-only field')) expect(answer).toHaveStatus(400);
  });

  test('is named by the refusal', proves('response.read-only-field-is-named'), async ({ writes }) => {
    for (const { answer, field } of await writes.refusedOf('read-only field')) expect(answer).toNameField(field);
  });
});

test.describe('a write with a good field and a bad one', () => {
  test('adds nothing to a collection', proves('response.rejected-create-makes-nothing'), async ({ writes }) => {
    for (const looked of await writes.refusedForFields('POST')) expect(looked.after).toShowNoTraceOf(looked);
  });

  test('changes nothing', proves('response.rejected-update-applies-nothing'), async ({ writes }) => {
    for (const looked of await writes.refusedForFields('PUT', 'PATCH')) expect(looked.after).toShowNoTraceOf(looked);
  });
});
