import type { Setting } from './setting.ts';
import { text } from './parsers.ts';

export const publicKey = { example: 'abcdefgh', needsTarget: true, parse: text } as const;
export const privateKey = {
  example: '00000000-0000-0000-0000-000000000000',
  secret: true,
  needsTarget: true,
  parse: text,
} as const;

const madeWhereAllowed = 'made through the API where the risk allows, else what needs it is unverified';

/** The keys of everybody but the one who runs it. */
export const callerSettings = [
  {
    name: 'target.callers.read-only.publicKey',
    variable: 'TARGET_READ_ONLY_PUBLIC_KEY',
    ...publicKey,
    says: 'Key that may only read.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.read-only.privateKey',
    variable: 'TARGET_READ_ONLY_PRIVATE_KEY',
    ...privateKey,
    says: 'Its private key.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.outsider.publicKey',
    variable: 'TARGET_OUTSIDER_PUBLIC_KEY',
    ...publicKey,
    says: 'Key that is in no project of the run.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.outsider.privateKey',
    variable: 'TARGET_OUTSIDER_PRIVATE_KEY',
    ...privateKey,
    says: 'Its private key.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.empty-access-list.publicKey',
    variable: 'TARGET_EMPTY_ACCESS_LIST_PUBLIC_KEY',
    ...publicKey,
    says: 'Key whose access list is empty.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.empty-access-list.privateKey',
    variable: 'TARGET_EMPTY_ACCESS_LIST_PRIVATE_KEY',
    ...privateKey,
    says: 'Its private key.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.other-address.publicKey',
    variable: 'TARGET_OTHER_ADDRESS_PUBLIC_KEY',
    ...publicKey,
    says: 'Key whose access list admits another address only.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.other-address.privateKey',
    variable: 'TARGET_OTHER_ADDRESS_PRIVATE_KEY',
    ...privateKey,
    says: 'Its private key.',
    defaultSays: madeWhereAllowed,
  },
  {
    name: 'target.callers.without-user.publicKey',
    variable: 'TARGET_WITHOUT_USER_PUBLIC_KEY',
    ...publicKey,
    says: 'Key of a user who was deleted.',
    defaultSays: 'none: code.NO_CURRENT_USER stays unverified',
  },
  {
    name: 'target.callers.without-user.privateKey',
    variable: 'TARGET_WITHOUT_USER_PRIVATE_KEY',
    ...privateKey,
    says: 'Its private key.',
    defaultSays: 'none: code.NO_CURRENT_USER stays unverified',
  },
] as const satisfies readonly Setting[];
