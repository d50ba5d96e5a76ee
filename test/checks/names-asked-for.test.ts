import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { judgeNamesTheOne } from '../../src/checks/errors/names-asked-for.ts';
import { judgeSeenCode } from '../../src/checks/errors/seen-code.ts';
import { fillersOf } from '../../src/contract/error-codes/fillers.ts';
import { errorCodes, fillTemplate, messageTemplate, type ErrorCodeName } from '../../src/contract/error-codes/index.ts';
import { reasonPhrase } from '../../src/wire/reasons.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange, fails, id, passes, seesNothing } from '../support/made-exchanges.ts';

const [other, host, cluster] = ['5b9a0d1e3f4c5a6b7c8d9e00', 'a'.repeat(32), '5b9a0d1e3f4c5a6b7c8d9eff'];

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly sent?: unknown;
}

/** A refusal of a code with that detail and these parameters. */
function refusal(code: ErrorCodeName, asked: Asked, detail: string, parameters: readonly string[]): Exchange {
  const { status } = errorCodes[code];
  const body = { detail, error: status, errorCode: code, parameters, reason: reasonPhrase(status) };
  const { request, ...rest } = exchange({ method: asked.method ?? 'GET', path: asked.path, status, body });
  return { ...rest, request: { ...request, body: asked.sent === undefined ? null : JSON.stringify(asked.sent) } };
}

/** Where a refusal of a code that is filled with these names another thing; by the table's wording, or by another. */
function misnamed(code: ErrorCodeName, asked: Asked, fillers: readonly string[], detail?: string): string[] {
  const text = detail ?? fillTemplate(messageTemplate(code, errorCodes[code].products[0]!), fillers);
  return judgeSeenCode(refusal(code, asked, text, fillers))!.judgement.violations.map(({ path }) => path);
}

const both = ['/detail', '/parameters/0'];
const read = (path: string): Asked => ({ path });
const post = (path: string, sent: unknown): Asked => ({ method: 'POST', path, sent });

const draft = { hostname: 'db.example.com', port: 27099, alertsEnabled: true };
const process = read(`/groups/${id}/hosts/byName/db.example.com:27099`);
const user = { username: 'ada@example.com', emailAddress: 'a@example.com', roles: [{ orgId: other, roleName: 'ORG_OWNER' }] };

describe('every place of a message', () => {
  test('has a rule', () => {
    for (const [name, { message }] of Object.entries(errorCodes)) {
      for (const template of typeof message === 'string' ? [message] : Object.values(message)) {
        const without = fillersOf(name as ErrorCodeName, template).indexOf(undefined);
        assert.equal(without, -1, `${name}, place ${without}`);
      }
    }
  });
});

describe('a refusal names what was asked for', () => {
  const kept: readonly (readonly [ErrorCodeName, Asked, readonly string[], string?])[] = [
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/${host}`), [host, id]],
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/${host}`), [`"${host.toUpperCase()}"`, 'My project']],
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/${host}`), [id, host], 'There is no such host.'],
    ['CLUSTER_NOT_FOUND', read(`/groups/${id}/clusters/shop`), ['shop', id], `No cluster named shop exists in group ${id}.`],
    ['SNAPSHOT_NOT_FOUND', read(`/groups/${id}/clusters/${cluster}/snapshots/${other}`), [other, 'shop']],
    ['HOSTNAME_AND_PORT_NOT_FOUND', process, ['DB.example.com:27099', id]],
    ['USERNAME_NOT_FOUND', read('/users/byName/ada%40example.com'), ['ada@example.com']],
    ['USER_NOT_FOUND', read(`/users/${other}`), ['ada@example.com']],
    ['USER_NOT_IN_GROUP', { method: 'DELETE', path: `/groups/${id}/users/${other}` }, ['ada@example.com', id]],
    ['GROUP_ALREADY_EXISTS', post('/groups', { name: 'Shop', orgId: id }), ['shop']],
    ['GROUP_NOT_FOUND', post('/users', { roles: [{ groupId: other, roleName: 'GROUP_OWNER' }] }), [other]],
    ['ACCESS_LIST_NOT_FOUND', read(`/users/${id}/accessList/192.0.2.1`), ['192.0.2.1/32', 'ada@example.com']],
    ['INVALID_ENUM_VALUE', post('/groups/x/alertConfigs', { eventTypeName: 'NO_SUCH' }), ['no such']],
    ['INVALID_HOST_PORT', post('/groups/x/hosts', { port: 70000 }), ['70,000']],
    ['INVALID_ATTRIBUTE', post('/groups/x/alertConfigs', { notifications: [{ unknown: 1 }] }), ['notifications[0].unknown']],
    ['INVALID_ATTRIBUTE', post('/groups/x/hosts', draft), ['username']],
    ['MISSING_ATTRIBUTE', post('/groups/x/hosts', { hostname: 'db.example.com' }), ['port']],
    ['MISSING_ATTRIBUTE', post('/groups/x/hosts', draft), ['somethingNew']],
    ['MISSING_ATTRIBUTE', post('/groups/x/hosts', { ...draft, hostname: '' }), ['hostname']],
    ['MISSING_ATTRIBUTE', post('/groups/x/alertConfigs', { typeName: 'HOST', notifications: [{}] }), ['typeName']],
    ['INVALID_QUERY_PARAMETER', read('/groups?pageNum=0'), ['pageNum']],
    ['MISSING_QUERY_PARAMETER', read('/groups?period=P1D&granularity='), ['granularity']],
    ['RESOURCE_NOT_FOUND', read('/groups/x/unheardOf?pretty=true'), ['/api/public/v1.0/groups/x/unheardOf?pretty=true']],
    ['RESOURCE_NOT_FOUND', read('/groups/x/unheardOf'), ['/groups/x/unheardOf']],
    ['RESOURCE_NOT_FOUND', read('/groups/x/unheardOf'), ['/mms/api/public/v1.0/groups/x/unheardOf/']],
    ['RESOURCE_NOT_FOUND', read('/groups/x/archives/1'), ['Online archive with id 1']],
    ['RATE_LIMITED', read(`/groups/${id}/events`), [`/api/public/v1.0/groups/${id}/events`, '1,000', '1']],
    ['RATE_LIMITED', read(`/groups/${id}/events`), [`/groups/${id}`, '100', '1']],
    ['RATE_LIMITED', read(`/groups/${id}/events`), ['/api/public/v1.0/groups/{GROUP-ID}/events', '100', '1']],
    ['IP_ADDRESS_NOT_ON_ACCESS_LIST', post(`/users/${id}/accessList`, [{ ipAddress: '192.0.2.1' }]), ['198.51.100.7']],
    ['MISSING_ONE_OF_ATTRIBUTES', post('/orgs/x/apiKeys/y/accessList', [{}]), ['ipAddress', 'cidrBlock']],
    ['MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS', read('/groups?period=P1D&end=x'), ['period', 'start']],
    // Of a host the request says nothing.
    ['HOST_NOT_FOUND', read(`/groups/${id}/databases`), ['shop-0', id]],
  ];
  for (const [code, asked, fillers, detail] of kept) {
    test(`${code} of ${asked.path}: ${fillers.join(', ')}`, () => {
      assert.deepEqual(misnamed(code, asked, fillers, detail), []);
    });
  }
});

describe('a refusal names another thing', () => {
  const broken: readonly (readonly [ErrorCodeName, Asked, readonly string[], readonly string[], string?])[] = [
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/${host}`), [id, host], ['/detail', '/detail']],
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/shop-0`), ['null', id], both],
    ['HOST_NOT_FOUND', read(`/groups/${id}/hosts/shop-0`), ['shop-1', id], ['/parameters/0'], 'There is no such host.'],
    [
      'SNAPSHOT_NOT_FOUND',
      read(`/groups/${id}/clusters/${cluster}/snapshots/${other}`),
      [other, id],
      ['/detail', '/parameters/1'],
    ],
    ['DATABASE_NOT_FOUND', read(`/groups/${id}/hosts/${host}/databases/shop`), [host, 'shop'], ['/detail', '/detail']],
    ['INVALID_GROUP_ID', read('/groups/no-id'), ['undefined'], both],
    ['HOSTNAME_AND_PORT_NOT_FOUND', process, ['db.example.com:27017', id], both],
    ['HOSTNAME_AND_PORT_NOT_FOUND', process, ['27099', id], both],
    ['USERNAME_NOT_FOUND', read('/users/byName/ada%40example.com'), ['ada'], both],
    ['USER_ALREADY_EXISTS', post('/users', user), ['ada'], both],
    ['GROUP_ALREADY_EXISTS', post('/groups', { name: 'Shop', orgId: id }), ['Conformance'], both],
    ['GROUP_NOT_FOUND', post('/users', { roles: [{ groupId: other, orgId: id }] }), [id], both],
    ['ACCESS_LIST_NOT_FOUND', read(`/users/${id}/accessList/192.0.2.1`), ['198.51.100.7', 'ada@example.com'], both],
    ['INVALID_ENUM_VALUE', post('/groups/x/alertConfigs', { eventTypeName: 'NO_SUCH' }), ['eventTypeName'], both],
    ['INVALID_ATTRIBUTE', post('/orgs/x/teams', { unheardOf: 1 }), ['body'], both],
    ['ATTRIBUTE_READ_ONLY', { method: 'PATCH', path: `/groups/${id}/hosts/${host}`, sent: { created: 'x' } }, ['id'], both],
    ['MISSING_ATTRIBUTE', post('/groups/x/hosts', { hostname: 'db.example.com' }), ['hostname'], both],
    ['MISSING_ATTRIBUTE', post('/groups/x/hosts', { hostname: 'db.example.com' }), ['db.example.com'], both],
    ['MISSING_ATTRIBUTE', post('/users', user), ['username'], both],
    ['INVALID_QUERY_PARAMETER', read('/groups?pageNum=0'), ['0'], both],
    ['MISSING_QUERY_PARAMETER', read('/groups?period=P1D'), ['period'], both],
    ['RESOURCE_NOT_FOUND', read('/groups/x/unheardOf'), ['/api/public/v1.0/groups/x'], both],
    ['RATE_LIMITED', read(`/groups/${id}/events`), ['/api/public/v1.0/groups', '100', '1'], both],
    ['RATE_LIMITED', read(`/groups/${id}/events`), [`/api/public/v1.0/groups/${other}/events`, '100', '1'], both],
  ];
  for (const [code, asked, fillers, paths, detail] of broken) {
    test(`${code} of ${asked.path}: ${fillers.join(', ')}`, () => {
      const found = misnamed(code, asked, fillers, detail);
      assert.deepEqual(
        paths.filter((path) => !found.includes(path)),
        [],
      );
    });
  }
});

describe('what was refused for one thing alone', () => {
  const nested = post('/groups/x/alertConfigs', { enabled: true, notifications: [{ unheardOf: 1 }] });
  const reported = (filler: string) => refusal('INVALID_ATTRIBUTE', nested, `Invalid attribute ${filler} specified.`, [filler]);

  test('names it, or what it stands in', () => {
    for (const filler of ['unheardOf', 'notifications.0.unheardOf', 'notifications']) {
      passes(judgeNamesTheOne(reported(filler), 'INVALID_ATTRIBUTE', 'unheardOf'));
    }
    seesNothing(
      judgeNamesTheOne(refusal('INVALID_ATTRIBUTE', nested, 'This will not do.', []), 'INVALID_ATTRIBUTE', 'unheardOf'),
    );
    seesNothing(judgeNamesTheOne(reported('x'), 'MISSING_ATTRIBUTE', 'x'));
  });

  test('names another', () => {
    fails(judgeNamesTheOne(reported('enabled'), 'INVALID_ATTRIBUTE', 'unheardOf'), '/detail', '/parameters/0');
  });
});
