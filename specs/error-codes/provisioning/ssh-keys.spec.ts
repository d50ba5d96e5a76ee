import type { SshKeyCode } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  createSshKey,
  expect,
  newSshKey,
  noSshKeys,
  play,
  proves,
  scenario,
  sshKeyDraft,
  test,
  type Scenarios,
} from '#suite';

const invalidKey = (given: string, wrong: (right: string) => string) =>
  scenario({
    given,
    state: async (api) => sshKeyDraft(api),
    when: ({ sshKeys }, draft) => sshKeys.create({ ...draft, publicKey: wrong(draft.publicKey) }),
    watch: ({ sshKeys }, { name }) => sshKeys.readByName(name),
    beside: ({ sshKeys }, draft) => sshKeys.create(draft),
  });

const scenarios: Scenarios<SshKeyCode> = {
  INVALID_SSH_KEY: [
    invalidKey('an SSH key that is none', () => 'not a key'),
    invalidKey('an SSH key whose type is not that of its bytes', (right) => right.replace('ssh-ed25519', 'ssh-rsa')),
  ],
  NO_SSH_KEYS_IN_GROUP: scenario({
    given: 'the SSH keys of a project that has none',
    state: noSshKeys,
    when: (_, { keys }) => keys.list(),
    fills: (_, { projectId }) => [projectId],
    beside: async (api, { keys }) => {
      await createSshKey({ sshKeys: keys, names: api.names });
      return keys.list();
    },
  }),
  SSH_KEY_ALREADY_EXISTS: scenario({
    given: 'a second SSH key of the same name',
    state: newSshKey,
    when: (api, { name }) => createSshKey(api, { name }),
    fills: (_, { name }) => [name],
    watch: ({ sshKeys }, { name }) => sshKeys.readByName(name),
    beside: (api) => createSshKey(api),
  }),
  SSH_KEY_NAME_NOT_FOUND: scenario({
    given: 'a name that no SSH key has',
    state: async ({ names }) => names.name('no-key'),
    when: ({ sshKeys }, name) => sshKeys.readByName(name),
    fills: (_, name) => [name],
    beside: async (api) => api.sshKeys.readByName((await newSshKey(api)).name),
  }),
  SSH_KEY_NOT_FOUND: scenario({
    given: 'an id that names no SSH key',
    state: async ({ names }) => names.unknownId(),
    when: ({ sshKeys }, id) => sshKeys.read(id),
    fills: (_, id) => [id],
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
