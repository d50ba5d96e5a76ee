import { expect, proves, test } from '#suite';

const jsonTypes = ['application/json', 'application/json; charset=UTF-8'];

test.describe('a JSON document', () => {
  test('is taken by POST', proves('request.json-accepted-on-post'), async ({ writes }) => {
    for (const write of await writes.all('POST')) {
      for (const type of jsonTypes) expect(await write.send(write.document(), type)).toHaveStatus(200, 201);
    }
  });

  test('is taken by PUT', proves('request.json-accepted-on-put'), async ({ writes }) => {
    for (const write of await writes.all('PUT')) {
      for (const type of jsonTypes) expect(await write.send(write.document(), type)).toHaveStatus(200);
    }
  });

  test('is taken by PATCH', proves('request.json-accepted-on-patch'), async ({ writes }) => {
    for (const write of await writes.all('PATCH')) {
      for (const type of jsonTypes) expect(await write.send(write.document(), type)).toHaveStatus(200);
    }
  });
});

test.describe('a body that is not the object due', () => {
  test('is refused when it is no JSON', proves('request.malformed-json-is-400'), async ({ writes }) => {
    for (const write of await writes.all()) {
      for (const text of ['{"enabled": fal', '{"enabled" true}', 'enabled=true']) {
        expect(await write.sendText(text)).toHaveStatus(400);
      }
      expect(await write.send(write.document())).toHaveStatus(200, 201);
    }
  });

  test('is refused when it is an array', proves('request.array-for-object-is-400'), async ({ writes }) => {
    for (const write of await writes.all()) {
      const document = write.document();
      expect(await write.send([document])).toHaveStatus(400);
      expect(await write.send(document)).toHaveStatus(200, 201);
    }
  });

  test('is refused when it is a scalar', proves('request.scalar-for-object-is-400'), async ({ writes }) => {
    for (const write of await writes.all()) {
      for (const scalar of [42, 'enabled', true, null]) expect(await write.send(scalar)).toHaveStatus(400);
      expect(await write.send(write.document())).toHaveStatus(200, 201);
    }
  });

  test('is refused when it is empty', proves('request.empty-body-is-400'), async ({ writes }) => {
    for (const write of await writes.all()) {
      expect(await write.sendText('')).toHaveStatus(400);
      expect(await write.send(write.document())).toHaveStatus(200, 201);
    }
  });

  test('changes nothing', proves('request.unreadable-body-changes-nothing'), async ({ writes }) => {
    for (const write of await writes.all()) {
      const before = await write.look();

      const document = JSON.stringify(write.document());
      for (const text of [document.slice(0, -1), `${document}}`, `[${document}]`, 'true', 'null', '']) {
        await write.sendText(text);
      }

      expect(await write.look()).toBring(before, '/results', '/links');
    }
  });
});
