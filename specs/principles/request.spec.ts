import { expect, proves, test } from '#suite';

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
