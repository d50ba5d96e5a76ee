import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limits } from '../../src/contract/limits.ts';
import { serve } from '../../src/mock/server/application.ts';
import { idsFrom } from '../../src/mock/world/ids.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { createRateLimiter } from '../../src/mock/server/rate-limit.ts';
import { routes } from '../../src/mock/resources/index.ts';
import { createRouter } from '../../src/mock/server/router.ts';
import { seedWorld } from '../../src/mock/world/seed/world.ts';
import type { FormName } from '../../src/mock/forms/forms.ts';
import type { Handler } from '../../src/mock/forms/types.ts';

const now = () => Date.parse('2026-03-04T05:06:07Z');
const somebody = { username: 'first@example.com', password: 'correct horse 1', firstName: 'First', lastName: 'User' };

async function register(handle: Handler, body: unknown, query = '') {
  const answer = await handle({
    method: 'POST',
    target: `${limits.basePath}/unauth/users${query}`,
    headers: {},
    body: JSON.stringify(body),
    remoteAddress: '127.0.0.1',
    origin: 'http://127.0.0.1',
  });
  return { status: answer.status, json: JSON.parse(answer.body) as Record<string, unknown> };
}

/** A fresh instance, on which nobody has registered yet. */
function fresh(forms: ReadonlySet<FormName> = new Set()): Handler {
  const { world } = seedWorld({
    product: 'ops-manager',
    dialect: 'access-list',
    forms,
    now,
    rateWindowSeconds: limits.rateWindowSeconds,
    ids: idsFrom('fresh'),
  });
  world.users.clear();
  return serve({
    world,
    headers: {},
    router: createRouter(routes, 'ops-manager', 'access-list'),
    countRequest: createRateLimiter(limits.rateLimit, limits.rateWindowSeconds, now),
  });
}

describe('registering without credentials', () => {
  test('the first user of a fresh instance owns everything and is given a key', async () => {
    const handle = fresh();
    const { status, json } = await register(handle, somebody, '?accessList=127.0.0.1');
    assert.equal(status, 201);
    const { user, programmaticApiKey } = json as Record<'user' | 'programmaticApiKey', Record<string, unknown>>;
    assert.equal(user['username'], somebody.username);
    assert.equal(user['password'], undefined);
    assert.deepEqual(user['roles'], [{ roleName: 'GLOBAL_OWNER' }]);
    assert.equal(typeof programmaticApiKey['privateKey'], 'string');
    const second = await register(handle, { ...somebody, username: 'second@example.com' });
    assert.deepEqual([second.status, second.json['errorCode']], [403, 'INVITATION_ONLY_MODE_OR_LDAP']);
  });

  test('up to 4.4 the key is that of the user, who is called by its own name', async () => {
    const { status, json } = await register(fresh(new Set(['first-user-up-to-4.4'])), somebody);
    assert.equal(status, 201);
    assert.deepEqual(Object.keys(json).toSorted(), ['apiKey', 'user']);
    assert.equal(typeof json['apiKey'], 'string');
  });

  test("where there are users, others are invited; roles of one's own choice are refused before", async () => {
    const { handle } = createMock();
    const refused = await register(handle, somebody);
    assert.deepEqual([refused.status, refused.json['errorCode']], [403, 'INVITATION_ONLY_MODE_OR_LDAP']);
    const withRoles = await register(handle, { ...somebody, roles: [{ roleName: 'GLOBAL_OWNER' }] });
    assert.deepEqual([withRoles.status, withRoles.json['errorCode']], [403, 'ROLES_SPECIFIED_FOR_USER']);
  });

  test('Cloud Manager has no such resource: it wants a login like everything else', async () => {
    const refused = await register(createMock({ product: 'cloud-manager' }).handle, somebody);
    assert.deepEqual([refused.status, refused.json['errorCode']], [401, 'UNEXPECTED_ERROR']);
  });
});
