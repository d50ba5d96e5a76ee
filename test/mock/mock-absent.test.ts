import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formNames } from '../../src/mock/forms/forms.ts';
import { refused, setUp } from '../support/mock-caller.ts';

const page = readFileSync(new URL('../../docs/mock.md', import.meta.url), 'utf8');

test('what docs/mock.md says is absent answers so, and by no other code', async () => {
  const { ask, mock } = setUp();
  const absent = [...page.matchAll(/^- `([A-Z]+) (\/\S+)`$/gm)].map(([, method = '', path = '']) => [method, path] as const);
  assert.ok(absent.length >= 5);
  for (const [method, path] of absent) {
    const target = path.replace('{projectId}', mock.identity.projectId);
    refused(await ask(method, `http://127.0.0.1:8080${target}`, {}), 404, 'RESOURCE_NOT_FOUND');
  }
});

test('the forms that docs/mock.md names are there', () => {
  const named = [...page.matchAll(/--form ([\w.-]+)/g)].map(([, name]) => name);
  assert.ok(named.length >= 2);
  for (const name of named) assert.ok((formNames as readonly (string | undefined)[]).includes(name), name);
});
