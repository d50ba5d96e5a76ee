import { createClient } from '../../src/client/client.ts';
import type { Client } from '../../src/client/types.ts';
import { mockTarget, type MockTarget, type MockTargetOptions } from '../../src/engine/mock-target.ts';
import type { Risk } from '../../src/contract/risks.ts';

/**
 * The keys that people have: where they are made, with which roles, and whether who has one knows what the server keeps
 * to itself; the global owner's is the mock's own.
 */
export const keys = {
  'owner of a project': { of: 'groups', roles: ['GROUP_OWNER'], isInitiated: false },
  'owner of an organization': { of: 'orgs', roles: ['ORG_OWNER'], isInitiated: true },
  'reader of a project': { of: 'groups', roles: ['GROUP_READ_ONLY'], isInitiated: false },
  'reader of an organization': { of: 'orgs', roles: ['ORG_READ_ONLY'], isInitiated: false },
  'global owner': undefined,
} as const;

export type KeyName = keyof typeof keys;

/** A mock, the settings of a run with such a key that names a project, and the mock's global owner. */
export async function targetOf(
  name: KeyName,
  risk: Risk,
  options: MockTargetOptions = {},
): Promise<Pick<MockTarget, 'settings' | 'transport'> & { readonly owner: Client }> {
  const { settings, transport, identity } = mockTarget(options);
  const owner = createClient({
    baseUrl: settings.target.url,
    transport,
    caller: { name: 'global owner', ...settings.target.keys },
    recorder: () => ({ nextId: () => 'world', record: () => {} }),
    guard: () => {},
  });
  const key = keys[name];
  const place = { groups: identity.projectId, orgs: identity.orgId };
  const made =
    key &&
    ((
      await owner.send({
        method: 'POST',
        path: `/${key.of}/${place[key.of]}/apiKeys`,
        body: { desc: 'the key of the run', roles: key.roles },
      })
    ).json as { publicKey: string; privateKey: string });
  const { orgId: _, rateLimitedPath, blockedUsername, nonceLifetimeSeconds, ...target } = settings.target;
  const inner = key?.isInitiated === false ? {} : { rateLimitedPath, blockedUsername, nonceLifetimeSeconds };
  return {
    owner,
    transport,
    settings: {
      target: {
        ...target,
        ...(inner as Partial<typeof settings.target>),
        callers: {},
        ...(made && { keys: { publicKey: made.publicKey, privateKey: made.privateKey } }),
      },
      run: { ...settings.run, risk },
    },
  };
}
