import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { products } from '../../src/contract/products.ts';
import { routes } from '../../src/mock/resources/index.ts';
import { setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

/** What changes whenever something is written. */
const restless = new Set(['updated', 'version']);

const without = (document: Document): Document =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !restless.has(name)));

/** What a list document or a bare array holds. */
const entitiesOf = (list: Document): readonly Document[] =>
  Array.isArray(list) ? (list as readonly Document[]) : (list['results'] as readonly Document[]);

const changing = (method: string): boolean => method === 'PATCH' || method === 'PUT';

/** What is in such a state takes no change at all. */
const unchangeable = new Set([
  'CANNOT_MODIFY_MANAGED_HOST',
  'CANNOT_MODIFY_SHARD_BACKUP_CONFIG',
  'EXPIRATION_DATE_MUST_BE_IN_FUTURE',
  'NOT_SHARDED',
]);

/** Changes that no entity can be written to: one only sets something off, others name in the body what they change, and the last are never shown. */
const apart = new Set([
  '/groups/{group}/logCollectionJobs/{logJob}/retry',
  '/groups/{group}/invites',
  '/orgs/{org}/invites',
  '/groups/{group}/automationConfig/auditLogRotateConfig',
  '/groups/{group}/automationConfig/systemLogRotateConfig',
  '/versionManifest',
]);

for (const product of products) {
  describe(`what ${product} shows may be written back to it`, () => {
    const { ask, group, org, first, mock } = setUp({ product, rateLimit: 100_000 });
    const base = 'http://127.0.0.1:8080/api/public/v1.0';

    /** The paths of what a list holds, by the links of its entities. */
    const listed = async (path: string): Promise<string[]> =>
      entitiesOf((await ask('GET', `${path}?itemsPerPage=500`)).json).map(({ links }) =>
        String((links as { href: string }[])[0]?.href).replace(base, ''),
      );

    /** Where the things are that a template names: one that has no list of its own, by hand. */
    async function places(template: string): Promise<string[]> {
      if (template === '/users/{user}') return [`/users/${String((await first(`${group}/users`))['id'])}`];
      if (template === '/groups/{group}/apiKeys/{key}') {
        const { id } = await first(`${group}/apiKeys`);
        return [`${group}/apiKeys/${String(id)}`];
      }
      if (template.startsWith('/admin/backup/daemon/configs/')) {
        return [template.replace('{name}', 'a-daemon').replace('{address}', '%2Fhead')];
      }
      const open = template.replace('{group}', mock.identity.projectId).replace('{org}', mock.identity.orgId);
      const at = open.search(/\{\w+\}/);
      if (at < 0) return [open];
      const end = open.indexOf('}') + 1;
      const found = await listed(open.slice(0, at - 1));
      const rest = open.slice(end);
      assert.ok(!rest.includes('{') || rest.startsWith('/snapshots/'), template);
      if (!rest.includes('{')) return found.map((path) => path + rest);
      const inside = await Promise.all(found.map((path) => listed(`${path}/snapshots`)));
      return inside.flat();
    }

    const templates = new Map(
      routes
        .filter((route) => changing(route.method) && (route.product ?? product) === product && !apart.has(route.path))
        .map((route) => [`${route.method} ${route.path}`, route]),
    );

    test('there are such operations', () => {
      assert.ok(templates.size >= 14, [...templates.keys()].join('\n'));
      assert.ok([...templates.values()].every(({ body }) => body !== undefined));
    });

    for (const [name, { method, path: template, body }] of templates) {
      test(`${name}, unchanged`, async () => {
        if (template.endsWith('/logCollectionJobs/{logJob}')) {
          const source = await first(`${group}/hosts`);
          const job = await ask('POST', `${group}/logCollectionJobs`, {
            logTypes: ['MONGODB'],
            redacted: false,
            resourceName: `${String(source['hostname'])}:${String(source['port'])}`,
            resourceType: 'PROCESS',
            sizeRequestedPerFileBytes: 1_000,
          });
          assert.equal(job.status, 201, job.text);
        }
        if (template.startsWith('/admin/backup/') && !template.endsWith('/{group}')) {
          const list = template.replace(/\/\{.*/, '');
          const isDaemon = list.includes('/daemon/');
          const made = isDaemon ? { assignmentEnabled: true } : { id: 'a-store', assignmentEnabled: true };
          const { status } = await ask(isDaemon ? 'PUT' : 'POST', isDaemon ? `${list}/a-daemon` : list, made);
          assert.equal(status, 200);
        }
        // What was never set has no dates yet.
        if (template.endsWith('/controlledFeature')) await ask('PUT', `${group}/controlledFeature`, { policies: [] });
        if (template === '/admin/apiKeys/{globalKey}') {
          assert.equal((await ask('POST', '/admin/apiKeys', { desc: 'x', roles: ['GLOBAL_OWNER'] })).status, 200);
        }
        if (template.includes('/invites/')) {
          const at = template.startsWith('/orgs') ? org : group;
          const roles = [template.startsWith('/orgs') ? 'ORG_MEMBER' : 'GROUP_READ_ONLY'];
          assert.equal((await ask('POST', `${at}/invites`, { username: 'new@example.com', roles })).status, 200);
        }
        const paths = await places(template);
        assert.ok(paths.length > 0, `nothing at ${template}`);
        let taken = 0;
        for (const path of paths) {
          const shown = path.replace(/^\/groups\/\w+\/apiKeys/, `${org}/apiKeys`);
          const before = await ask('GET', shown);
          assert.equal(before.status, 200, `${shown} ${before.text}`);
          const answer = await ask(method, path, before.json);
          if (unchangeable.has(String(answer.json['errorCode']))) continue;
          taken += 1;
          assert.ok(answer.status < 300, `${path}\n${before.text}\n${answer.text}`);
          assert.deepEqual(without((await ask('GET', shown)).json), without(before.json), path);
        }
        assert.ok(taken > 0, `nothing at ${template} takes a change`);
      });

      const readOnly = Object.entries(body?.shape ?? {}).filter(([, rule]) => rule.readOnly);
      if (readOnly.length === 0) continue;
      test(`${name}, with another value of what is read-only`, async () => {
        const [path = ''] = await places(template);
        for (const [field] of readOnly) {
          const { status, json } = await ask(method, path, { [field]: ['another value'] });
          assert.deepEqual([status, json['errorCode'], json['parameters']], [400, 'ATTRIBUTE_READ_ONLY', [field]], path);
        }
      });
    }
  });
}

test('what only the server sets may come back with empty fields in it, and with no others', async () => {
  const { ask, group, first } = setUp();
  const { id } = await first(`${group}/clusters`, ({ typeName }) => typeName === 'REPLICA_SET');
  const list = `${group}/clusters/${String(id)}/snapshots`;
  const path = `${list}/${String((await first(list))['id'])}`;
  const before = (await ask('GET', path)).json;
  const withParts = (more: Document) => ({
    ...before,
    parts: (before['parts'] as Document[]).map((part) => ({ ...part, ...more })),
  });
  const tokenTimestamp = { date: '', increment: 0 };
  const taken = await ask('PATCH', path, withParts({ shardName: '', tokenDiscovered: false, tokenTimestamp }));
  assert.equal(taken.status, 200, taken.text);
  assert.deepEqual((await ask('GET', path)).json, before);
  for (const other of [{ shardName: 'shard0' }, { replicaSetName: '' }, { replicaSetName: null }]) {
    const { status, json } = await ask('PATCH', path, withParts(other));
    assert.deepEqual([status, json['errorCode'], json['parameters']], [400, 'ATTRIBUTE_READ_ONLY', ['parts']]);
  }
});
