import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dialects, products } from '../../src/contract/products.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { callerOf } from '../support/mock-caller.ts';

type Document = Readonly<Record<string, unknown>>;

function* objectsIn(value: unknown): Generator<Document> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Document;
    for (const inner of Object.values(value)) yield* objectsIn(inner);
  }
}

function hrefs(document: unknown): string[] {
  return [...objectsIn(document)].flatMap(({ href }) => (typeof href === 'string' ? [href] : []));
}

function linksOf(document: Document): { rel: string; href: string }[] {
  return (document['links'] ?? []) as { rel: string; href: string }[];
}

for (const product of products) {
  for (const dialect of dialects) {
    describe(`browsing ${product} in the ${dialect} dialect`, () => {
      const mock = createMock({ product, dialect, rateLimit: 10_000 });
      const visited = new Map<string, Document>();
      /** Records that the mock fails to show: its world has one, which is listed. */
      const damaged: string[] = [];

      test('every link from the root on leads somewhere', async () => {
        const ask = callerOf(mock);
        const waiting = ['http://127.0.0.1:8080/api/public/v1.0'];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          if (visited.has(next)) continue;
          const { status, json, text } = await ask('GET', next);
          if (status === 500) damaged.push(next);
          else assert.equal(status, 200, `${next} ${text}`);
          visited.set(next, json);
          waiting.push(...hrefs(json));
        }
        assert.deepEqual(
          damaged.map((url) => url.replace(/[0-9a-f]{24}/g, '{id}').split('/v1.0')[1]),
          ['/groups/{id}/events/{id}'],
        );
        assert.ok(visited.size > 120, `only ${visited.size} resources`);
      });

      test('what is found keeps the conventions', () => {
        for (const [url, document] of visited) {
          for (const object of objectsIn(document)) {
            const names = Object.keys(object);
            assert.deepEqual(names, names.toSorted(), url);
            for (const [name, value] of Object.entries(object)) {
              assert.notEqual(value, null, `${url} ${name}`);
              if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) assert.match(value, /Z$/, `${url} ${name}`);
            }
          }
        }
      });

      test('an entity in a list has the link self alone, and is the one found there', () => {
        let seen = 0;
        for (const { results } of visited.values()) {
          for (const entity of (results ?? []) as Document[]) {
            const [self, ...others] = linksOf(entity);
            assert.equal(self?.rel, 'self');
            assert.deepEqual(others, []);
            if (damaged.includes(self.href)) continue;
            const alone = visited.get(self.href) ?? {};
            for (const [name, value] of Object.entries(entity)) {
              if (name !== 'links') assert.deepEqual(alone[name], value, `${self.href} ${name}`);
            }
            seen += 1;
          }
        }
        assert.ok(seen > 60);
      });
    });
  }
}
