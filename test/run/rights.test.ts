import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { holdsNamedRole, owns, type HeldRole, type Rights } from '../../src/run/rights.ts';

const [project, other, org] = ['5c1d2e3f4a5b6c7d8e9f0a1b', '5c1d2e3f4a5b6c7d8e9f0a1c', '5c1d2e3f4a5b6c7d8e9f0a1d'];
const key = (...roles: readonly HeldRole[]): Rights => ({ kind: 'api-key', roles });
const monitoring = key({ roleName: 'GROUP_MONITORING_ADMIN', groupId: project });
const reader = key({ roleName: 'GROUP_READ_ONLY', groupId: project });

describe('what somebody is refused who is no owner', () => {
  test("stands where the operation's page names their role", () => {
    assert.ok(holdsNamedRole(monitoring, 'DELETE', `/groups/${project}/hosts/${other}`));
    assert.ok(holdsNamedRole(key({ roleName: 'GROUP_USER_ADMIN', groupId: project }), 'GET', `/groups/${project}/invites`));
  });

  test('is excused elsewhere, and where no page names it', () => {
    assert.ok(!holdsNamedRole(monitoring, 'DELETE', `/groups/${other}/hosts/${project}`));
    assert.ok(!holdsNamedRole(reader, 'DELETE', `/groups/${project}/hosts/${other}`));
    assert.ok(!holdsNamedRole(reader, 'GET', `/groups/${project}/hosts`));
    assert.ok(!holdsNamedRole(monitoring, 'GET', '/nothing'));
  });
});

describe('an owner', () => {
  test('owns a project, or all of an organization, or everything', () => {
    assert.ok(owns(key({ roleName: 'GROUP_OWNER', groupId: project }), `/groups/${project}/hosts`));
    assert.ok(!owns(key({ roleName: 'GROUP_OWNER', groupId: project }), `/orgs/${org}`));
    assert.ok(owns(key({ roleName: 'ORG_OWNER', orgId: org }), `/groups/${project}/hosts`, () => org));
    assert.ok(!owns(key({ roleName: 'ORG_OWNER', orgId: org }), `/groups/${project}/hosts`, () => other));
    assert.ok(owns(key({ roleName: 'GLOBAL_OWNER' }), `/orgs/${other}`));
    assert.ok(!owns(reader, `/groups/${project}`));
  });
});
