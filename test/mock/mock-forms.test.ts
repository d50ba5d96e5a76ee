import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FormName } from '../../src/mock/forms/forms.ts';
import { base, request, say, setUp } from '../support/mock-caller.ts';

type Links = readonly { readonly rel: string; readonly href: string }[];

const withForms = (...forms: readonly FormName[]) => setUp({ forms });
const linksOf = (json: Readonly<Record<string, unknown>>): Links => json['links'] as Links;

describe('a form of the mock', () => {
  test('names relations from another base', async () => {
    for (const [form, from] of [
      ['relations-of-cloud-manager', 'https://cloud.mongodb.com/'],
      ['relations-of-its-own', 'http://127.0.0.1:8080/'],
    ] as const) {
      const { ask, group } = withForms(form);
      const rels = linksOf((await ask('GET', group)).json).map(({ rel }) => rel);
      assert.ok(rels.includes(`${from}hosts`), rels.join());
    }
  });
  test('shows the type of a log job in lower case', async () => {
    const { first, group } = withForms('log-jobs-in-lower-case');
    const job = await first(`${group}/logCollectionJobs`);
    assert.deepEqual([job['resourceType'], job['rootResourceType']], ['replicaset', 'replicaset']);
  });
  test('says which charset', async () => {
    const { ask, mock } = withForms('charset');
    assert.equal((await ask('GET', '/groups')).headers['Content-Type'], 'application/json;charset=utf-8');
    assert.equal((await say(mock, request('GET', base))).headers['Content-Type'], 'application/json;charset=ISO-8859-1');
  });
  test('counts and names in headers', async () => {
    const { ask } = withForms('rate-limit-headers', 'error-code-header', 'sunset-headers');
    const { headers } = await ask('GET', '/groups/0123456789abcdef01234567');
    for (const name of ['RateLimit-Limit', 'RateLimit-Remaining', 'Deprecation', 'Sunset']) assert.ok(headers[name], name);
    assert.equal(headers['X-Error-Code'], 'GROUP_NOT_FOUND');
  });
  test('removes a project with 202, and else with 204 that has a type and no body', async () => {
    const { ask, mock, group } = withForms('project-removed-with-202', 'removed-with-204');
    const { json } = await ask('POST', '/groups', { name: 'short-lived', orgId: mock.identity.orgId });
    const removed = await ask('DELETE', `/groups/${String(json['id'])}`);
    assert.deepEqual([removed.status, removed.text], [202, '{}']);
    const key = await ask('POST', `${group}/agentapikeys`, { desc: 'x' });
    const gone = await ask('DELETE', `${group}/agentapikeys/${String(key.json['_id'])}`);
    assert.deepEqual([gone.status, gone.text, gone.headers['Content-Type']], [204, '', 'application/json']);
  });
  test('tells the paging of a list in the order of real servers', async () => {
    const { ask, group } = withForms('lists-tell-their-paging');
    const links = linksOf((await ask('GET', `${group}/hosts?itemsPerPage=2&x=1`)).json);
    assert.deepEqual(
      links.map(({ rel, href }) => [rel, href.split('?')[1]]),
      [
        ['self', 'includeCount=true&x=1&pageNum=1&itemsPerPage=2'],
        ['next', 'includeCount=true&x=1&itemsPerPage=2&pageNum=2'],
      ],
    );
  });
  test('refuses a method in HTML', async () => {
    const { status, headers, text } = await withForms('method-refused-in-html').ask('DELETE', '/');
    assert.equal(status, 405);
    assert.match(text, /^<html>/);
    assert.match(String(headers['Content-Type']), /^text\/html/);
    assert.ok(headers['Allow']);
  });
  test('adds fields of newer versions', async () => {
    const { first, group } = withForms('new-fields');
    assert.equal((await first(`${group}/users`))['orgMembershipStatus'], 'ACTIVE');
    assert.ok((await first(`${group}/alerts`))['orgId']);
  });
  test('finds by the beginning of a name, and refuses where there is none', async () => {
    const { ask } = withForms('names-by-prefix', 'no-organization-of-that-name-is-404');
    assert.deepEqual(
      ((await ask('GET', '/groups?name=mai')).json['results'] as { name: string }[]).map(({ name }) => name),
      ['main'],
    );
    assert.equal((await ask('GET', '/orgs?name=Conf')).json['totalCount'], 1);
    const none = await ask('GET', '/orgs?name=Nobody');
    assert.deepEqual([none.status, none.json['errorCode']], [404, 'ORG_NAME_NOT_FOUND']);
  });
  test('lists in another order, on whole pages that follow each other', async () => {
    const idsIn = async (path: string, forms: readonly FormName[]): Promise<unknown[]> => {
      const { ask } = withForms(...forms);
      return ((await ask('GET', path)).json['results'] as { id: unknown }[]).map(({ id }) => id);
    };
    const { group } = withForms();
    const plain = await idsIn(`${group}/hosts`, []);
    assert.deepEqual(await idsIn(`${group}/hosts`, ['lists-reversed']), plain.toReversed());
    const hashed = await idsIn(`${group}/hosts`, ['lists-by-hash']);
    assert.notDeepEqual(hashed, plain);
    assert.deepEqual(hashed.toSorted(), plain.toSorted());
    const pages = await Promise.all(
      [1, 2, 3].map((page) => idsIn(`${group}/hosts?itemsPerPage=7&pageNum=${page}`, ['lists-by-hash'])),
    );
    assert.deepEqual(pages.flat(), hashed);
  });
  test('accepts removals, and carries them out a while later', async () => {
    const { ask, group } = withForms('removals-take-a-while');
    const {
      json: { id },
    } = await ask('POST', `${group}/hosts`, { hostname: 'short-lived.example.com', port: 27_017 });
    const path = `${group}/hosts/${String(id)}`;
    const listed = async (): Promise<boolean> =>
      ((await ask('GET', `${group}/hosts`)).json['results'] as { id: unknown }[]).some((one) => one.id === id);
    const removed = await ask('DELETE', path);
    assert.deepEqual([removed.status, removed.text], [202, '{}']);
    assert.deepEqual([(await ask('GET', path)).status, await listed(), await listed()], [200, true, true]);
    assert.deepEqual([(await ask('GET', path)).status, await listed()], [404, false]);
    assert.equal((await ask('DELETE', path)).status, 404);
  });
  test('has pages of 100 at most', async () => {
    const { ask, mock } = withForms('pages-of-100');
    const [, , , many] = (await ask('GET', '/orgs')).json['results'] as { id: string }[];
    const { results, totalCount } = (await ask('GET', `/orgs/${many!.id}/teams?itemsPerPage=500`)).json as {
      results: unknown[];
      totalCount: number;
    };
    assert.equal(results.length, 100);
    assert.ok(totalCount > 100);
    assert.equal(mock.identity.maxItemsPerPage, 100);
  });
  test('lets restores wait', async () => {
    let now = Date.parse('2026-03-04T05:06:07Z');
    const { ask, first, group } = setUp({ forms: ['restores-wait'], now: () => now });
    const { clusterId, id: snapshotId } = await first(
      `${group}/clusters/${String((await first(`${group}/backupConfigs`))['clusterId'])}/snapshots`,
    );
    const restore = () =>
      ask('POST', `${group}/clusters/${String(clusterId)}/restoreJobs`, {
        snapshotId,
        delivery: { methodName: 'HTTP', maxDownloads: 1, expirationHours: 1 },
      });
    assert.equal((await restore()).status, 409);
    now += 20_000;
    assert.equal((await restore()).status, 200);
  });
  test('shows the hour of a schedule in UTC', async () => {
    const { ask, first, group } = withForms('schedule-hour-in-utc');
    const config = await first(`${group}/backupConfigs`, ({ statusName }) => statusName === 'STARTED');
    const { status, json } = await ask('PATCH', `${group}/backupConfigs/${String(config['clusterId'])}/snapshotSchedule`, {
      referenceHourOfDay: 1,
      referenceMinuteOfHour: 30,
      referenceTimeZoneOffset: '+0300',
    });
    assert.equal(status, 200, JSON.stringify(json));
    assert.deepEqual(
      [json['referenceHourOfDay'], json['referenceMinuteOfHour'], json['referenceTimeZoneOffset']],
      [22, 30, '+0000'],
    );
  });
});
