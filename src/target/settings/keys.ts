import { text } from './parsers.ts';
import type { Setting } from './setting.ts';
import type { OtherCaller } from './types.ts';

interface WhoseKey {
  /** The caller, as messages name them. */
  readonly of: string;
  /** Words in capitals that begin the names of the variables. */
  readonly variables: string;
  readonly says: string;
  readonly privateSays: string;
  readonly defaultSays: string;
}

const half = { inTargetJson: true, needsTarget: true, parse: text } as const;

/** The two halves of a key. */
const keyPair = <const Name extends `target.${string}`>(
  name: Name,
  { of, variables, says, privateSays, defaultSays }: WhoseKey,
) =>
  [
    {
      ...half,
      name: `${name}.publicKey`,
      variables: [`${variables}_PUBLIC_KEY`],
      says,
      defaultSays,
      example: 'abcdefgh',
    },
    {
      ...half,
      name: `${name}.privateKey`,
      variables: [`${variables}_PRIVATE_KEY`],
      says: privateSays,
      defaultSays,
      secret: `the private key of ${of}`,
      example: '00000000-0000-0000-0000-000000000000',
    },
  ] as const satisfies readonly Setting[];

/** The key of whoever runs it. */
export const mainKey = keyPair('target.keys', {
  of: 'main',
  variables: 'TARGET',
  says: 'Public key (or user name) that the run uses: of the owner of a project or an organization, of a reader, or of a global owner.',
  privateSays: 'Private key (or personal API key) that goes with it.',
  defaultSays: 'must be given with a target',
});

const madeWhereAllowed = 'made through the API where the risk allows, else what needs it is unverified';

const keyOf = <const Caller extends OtherCaller>(caller: Caller, says: string, defaultSays = madeWhereAllowed) =>
  keyPair(`target.callers.${caller}`, {
    of: caller,
    variables: `TARGET_${caller.toUpperCase().replaceAll('-', '_')}`,
    says,
    privateSays: 'Its private key.',
    defaultSays,
  });

/** The keys of everybody but the one who runs it. */
export const callerKeys = [
  ...keyOf('read-only', 'Key that may only read.'),
  ...keyOf('outsider', 'Key that is in no project of the run.'),
  ...keyOf('empty-access-list', 'Key whose access list is empty.'),
  ...keyOf('other-address', 'Key whose access list admits another address only.'),
  ...keyOf('without-user', 'Key of a user who was deleted.', 'none: code.NO_CURRENT_USER stays unverified'),
] as const;
