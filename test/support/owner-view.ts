import assert from 'node:assert/strict';
import type { Mock } from '../../src/mock/forms/types.ts';
import { callerOf } from './mock-caller.ts';

/** What the owner can read of a world, by path: the documents, but for what tells the time or the address. */
export type World = Readonly<Record<string, unknown>>;

const ofOrganization = ['apiKeys', 'teams'];
const ofProject = ['hosts', 'clusters', 'alertConfigs', 'maintenanceWindows', 'users', 'automationConfig', 'agentapikeys'];

/** Reads all that through the API. */
export async function worldOf(mock: Mock): Promise<World> {
  const { orgId, projectId } = mock.identity;
  const ask = callerOf(mock);
  const paths = [
    '/orgs',
    '/groups',
    '/globalAlertConfigs',
    `/groups/${projectId}`,
    ...ofOrganization.map((name) => `/orgs/${orgId}/${name}`),
    ...ofProject.map((name) => `/groups/${projectId}/${name}`),
  ];
  const world: Record<string, unknown> = {};
  for (const path of paths) {
    const said = await ask('GET', `${path}?itemsPerPage=500`);
    assert.equal(said.status, 200, `GET ${path}: ${said.text}`);
    const passing = ['links', 'lastPing'];
    world[path] = JSON.parse(said.text, (name, value: unknown) => (passing.includes(name) ? undefined : value));
  }
  return world;
}
