import { expect, proves, test } from '#suite';

/*
 * What is claimed of every write, whatever family it is of. The ways to write that a target has are found once a worker,
 * which runs a file from its first test to its last.
 */

test.describe('a JSON document', () => {
  test('is taken by POST', proves('request.json-accepted-on-post'), async ({ writes }) => {
    for (const answer of await writes.taken('POST')) expect(answer).toHaveStatus(200, 201, 202);
  });

  test('is taken by PUT', proves('request.json-accepted-on-put'), async ({ writes }) => {
    for (const answer of await writes.taken('PUT')) expect(answer).toHaveStatus(200);
  });

  test('is taken by PATCH', proves('request.json-accepted-on-patch'), async ({ writes }) => {
    for (const answer of await writes.taken('PATCH')) expect(answer).toHaveStatus(200);
  });
});

test.describe('a body that is not the object due', () => {
  test('is refused when it is no JSON', proves('request.malformed-json-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withBody('no JSON')) expect(answer).toHaveStatus(400);
  });

  test('is refused when it is an array', proves('request.array-for-object-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withBody('array')) expect(answer).toHaveStatus(400);
  });

  test('is refused when it is a scalar', proves('request.scalar-for-object-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withBody('scalar')) expect(answer).toHaveStatus(400);
  });

  test('is refused when it is empty', proves('request.empty-body-is-400'), async ({ writes }) => {
    for (const { answer } of await writes.withBody('nothing')) expect(answer).toHaveStatus(400);
  });

  test('changes nothing', proves('request.unreadable-body-changes-nothing'), async ({ writes }) => {
    for (const looked of await writes.refusedForBodies()) expect(looked.after).toShowNoTraceOf(looked);
  });
});

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

test.describe('the answer to a write', () => {
  test('comes in an envelope', proves('envelope.wraps-entity'), async ({ writes }) => {
    for (const answer of await writes.shown('entity')) expect(answer).toBeEnveloped();
  });

  test('carries its status there', proves('envelope.status-is-http-status'), async ({ writes }) => {
    for (const answer of await writes.shown('entity')) expect(answer).toHold({ '/status': answer.status });
  });

  test('gains no more where it is a list', proves('envelope.list-gains-only-status'), async ({ writes }) => {
    for (const answer of await writes.shown('list')) expect(answer).toBeListWithStatus();
  });

  test('is laid out for people', proves('pretty.entity-formatted'), async ({ writes }) => {
    for (const answer of await writes.shown('entity')) expect(answer).toBePretty();
  });

  test('is laid out for people where it is a list', proves('pretty.list-formatted'), async ({ writes }) => {
    for (const answer of await writes.shown('list')) expect(answer).toBePretty();
  });
});

test('PUT leaves nothing of what was there', proves('method.put-replaces'), async ({ writes }) => {
  for (const { answer, mark } of await writes.replaced()) expect(answer).toLackText(mark);
});

test.describe('a key that may only read', () => {
  test('creates, changes and removes nothing', proves('access.role-refuses-writes'), async ({ forbiddenWrites }) => {
    for (const answer of await forbiddenWrites.ofReader()) expect(answer).toHaveStatus(401, 403);
  });

  test('leaves everything as it was', proves('access.role-refused-changes-nothing'), async ({ forbiddenWrites }) => {
    for (const looked of await forbiddenWrites.refusedToReader()) expect(looked.after).toShowNoTraceOf(looked);
  });
});

test.describe('a key outside the project', () => {
  test('writes nothing to it', proves('access.outsider-refused'), async ({ forbiddenWrites }) => {
    for (const answer of await forbiddenWrites.ofOutsider()) expect(answer).toHaveStatus(401);
  });

  test('is told so', proves('access.outsider-code'), async ({ forbiddenWrites }) => {
    for (const answer of await forbiddenWrites.ofOutsider())
      expect(answer).toBeRefusedWith(401, 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP');
  });

  test('has nothing done that it is refused', proves('access.role-refused-changes-nothing'), async ({ forbiddenWrites }) => {
    for (const looked of await forbiddenWrites.refusedToOutsider()) expect(looked.after).toShowNoTraceOf(looked);
  });
});
