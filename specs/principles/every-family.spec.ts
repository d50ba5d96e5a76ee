import { expect, pageOfOne, proves, refusalsOfContext, test } from '#suite';

test.describe('a list of every family', () => {
  test('has other entities on its other pages', proves('list.page-number-honoured'), async ({ everyFamily }) => {
    for (const { plain, other } of await everyFamily.pages()) {
      expect(other).toHaveStatus(200);
      expect(other).toHoldOnly(pageOfOne(plain));
    }
  });

  test('is no error when it is empty', proves('list.empty-is-200'), async ({ everyFamily, lists }) => {
    const empty = await everyFamily.emptyLists();

    for (const page of empty.length > 0 ? empty : [await lists.ofNothing()]) {
      expect(page).toHaveStatus(200);
      expect(page).toHoldOnly([]);
    }
  });

  test('is not found where it would belong to nothing', proves('list.missing-context-is-404'), async ({ everyFamily }) => {
    for (const { template, answer } of await everyFamily.lostLists()) {
      expect(answer).toHaveStatus(...refusalsOfContext(template));
    }
  });

  test('gains the status in an envelope, empty or not', proves('envelope.list-gains-status'), async ({ everyFamily }) => {
    const filled = (await everyFamily.pages()).map(({ other }) => other);
    const empty = (await everyFamily.emptyLists()).filter(({ status }) => status === 200);

    for (const page of [...filled, ...empty]) {
      expect(page).toHold({ '/status': page.status });
    }
  });

  test('gains nothing else in an envelope', proves('envelope.list-gains-only-status'), async ({ everyFamily, writes }) => {
    for (const { plain, other } of await everyFamily.pages()) {
      expect(other).toBeListWithStatus();
      expect(other).toGainOnlyStatus(plain);
    }
    for (const written of await writes.shown('list')) expect(written).toBeListWithStatus();
  });

  test('is laid out for people', proves('pretty.list-formatted'), async ({ everyFamily, writes }) => {
    for (const { other } of await everyFamily.pages()) {
      expect(other).toBePretty();
    }
    for (const written of await writes.shown('list')) expect(written).toBePretty();
  });

  test('has entities that their links self bring', proves('link.self-answers-with-entity'), async ({ everyFamily }) => {
    for (const { listed, answer } of await everyFamily.followed()) {
      expect(answer).toBeTheEntity(listed);
    }
  });

  test('has entities with no link but self', proves('link.list-entity-has-only-self'), async ({ everyFamily }) => {
    for (const page of await everyFamily.lists()) {
      expect(page).toLinkEntitiesOnlyToSelf();
    }
  });
});

test.describe('an entity of every family', () => {
  test('comes as status and content in an envelope', proves('envelope.wraps-entity'), async ({ everyFamily, writes }) => {
    for (const entity of await everyFamily.entities()) {
      expect(entity).toHaveStatus(200);
      expect(entity).toBeEnveloped();
    }
    for (const written of await writes.shown('entity')) expect(written).toBeEnveloped();
  });

  test('comes with the number of the HTTP status', proves('envelope.status-is-http-status'), async ({ everyFamily, writes }) => {
    for (const entity of [...(await everyFamily.entities()), ...(await writes.shown('entity'))]) {
      expect(entity).toHold({ '/status': entity.status });
    }
  });

  test('has its fields on lines of their own', proves('pretty.entity-formatted'), async ({ everyFamily, writes }) => {
    for (const entity of [...(await everyFamily.entities()), ...(await writes.shown('entity'))]) {
      expect(entity).toBePretty();
    }
  });
});

test('a refusal of every family is laid out for people', proves('pretty.error-formatted'), async ({ everyFamily }) => {
  const refusals = (await everyFamily.lostLists()).filter(({ answer }) => answer.status >= 400);

  for (const { answer } of refusals) {
    expect(answer).toBePretty();
  }
});

test.describe('HEAD on every list and entity', () => {
  test('is answered with the status of GET', proves('method.head-status'), async ({ everyFamily }) => {
    for (const { plain, other } of await everyFamily.heads()) {
      expect(other).toHaveStatus(plain.status);
    }
  });

  test('is answered with it where there is nothing', proves('method.head-status'), async ({ everyFamily }) => {
    for (const { plain, other } of await everyFamily.headsOfNothing()) {
      expect(other).toHaveStatus(plain.status);
    }
  });

  test('brings the headers of GET', proves('method.head-headers'), async ({ everyFamily }) => {
    for (const { plain, other } of await everyFamily.heads()) {
      expect(other).toHaveHeadersOf(plain);
    }
  });

  test('brings no body', proves('method.head-no-body'), async ({ everyFamily }) => {
    for (const { other } of await everyFamily.heads()) {
      expect(other).toHaveNoBody();
    }
  });
});

test.describe('a key outside the project', () => {
  test('reads nothing of it, nor writes to it', proves('access.outsider-refused'), async ({ access, forbiddenWrites }) => {
    for (const answer of [...(await access.visitAsOutsider()), ...(await forbiddenWrites.ofOutsider())]) {
      expect(answer).toHaveStatus(401);
    }
  });

  test('is told so', proves('access.outsider-code'), async ({ access, forbiddenWrites }) => {
    for (const answer of [...(await access.visitAsOutsider()), ...(await forbiddenWrites.ofOutsider())]) {
      expect(answer).toBeRefusedWith(401, 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP');
    }
  });

  test('has nothing done that it is refused', proves('access.role-refused-changes-nothing'), async ({ forbiddenWrites }) => {
    for (const looked of await forbiddenWrites.refusedToOutsider()) expect(looked.after).toShowNoTraceOf(looked);
  });
});

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

  test('is not done', proves('request.unreadable-body-changes-nothing'), async ({ writes }) => {
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

  test('changes nothing of an entity', proves('response.rejected-update-applies-nothing'), async ({ writes }) => {
    for (const looked of await writes.refusedForFields('PUT', 'PATCH')) expect(looked.after).toShowNoTraceOf(looked);
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
