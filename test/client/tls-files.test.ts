import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { resolveSettings } from '../../src/target/resolve.ts';
import { certificateFor, encrypted, filesOf } from '../support/made-certificates.ts';
import { omconform } from '../support/omconform-process.ts';

const [one, other] = [await certificateFor({ name: 'one' }), await certificateFor({ name: 'other' })];
const broken = one.cert.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
const locked = encrypted(one.key, 'right');

const files = {
  one: one.cert,
  key: one.key,
  other: other.cert,
  otherKey: other.key,
  locked,
  both: `${one.cert}\n${locked}`,
  broken,
  nothing: 'not PEM at all',
  bundle: `# ours\n${one.cert}\n# theirs\n${other.cert}`,
};
type File = keyof typeof files;
const base = { TARGET_URL: 'https://om.example.com', TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private' };

function resolve(
  context: TestContext,
  { caFile, cert, key, passphrase }: { caFile?: File; cert?: File; key?: File; passphrase?: string },
) {
  const written = filesOf(context, files);
  const env = {
    ...base,
    ...(caFile && { TARGET_CA_FILE: written[caFile] }),
    ...(cert && { TARGET_CLIENT_CERT_FILE: written[cert] }),
    ...(key && { TARGET_CLIENT_KEY_FILE: written[key] }),
    ...(passphrase !== undefined && { TARGET_CLIENT_KEY_PASSPHRASE: passphrase }),
  };
  return () => resolveSettings({ flags: {}, env, dotenv: {} });
}

describe('files for TLS', () => {
  const good: readonly [string, Parameters<typeof resolve>[1]][] = [
    ['a bundle of authorities', { caFile: 'bundle' }],
    ['a certificate and its key', { cert: 'one', key: 'key' }],
    ['a certificate and its encrypted key', { cert: 'one', key: 'locked', passphrase: 'right' }],
    ['both in one file', { cert: 'both', passphrase: 'right' }],
  ];
  for (const [title, given] of good)
    test(`are taken: ${title}`, (context) => {
      resolve(context, given)();
    });

  const bad: readonly [string, Parameters<typeof resolve>[1], RegExp][] = [
    ['a CA file that is no PEM', { caFile: 'nothing' }, /^TARGET_CA_FILE: \S+ holds no certificate in PEM form$/],
    ['a CA file that is a key', { caFile: 'key' }, /^TARGET_CA_FILE: \S+ holds no certificate in PEM form$/],
    ['a damaged certificate', { caFile: 'broken' }, /^TARGET_CA_FILE: a certificate in \S+ cannot be read$/],
    ['a certificate without its key', { cert: 'one' }, /^TARGET_CLIENT_KEY_FILE: \S+ holds no private key in PEM form$/],
    [
      'a key of another certificate',
      { cert: 'one', key: 'otherKey' },
      /^the key in \S+ does not belong to the certificate in \S+$/,
    ],
    [
      'an encrypted key without a passphrase',
      { cert: 'one', key: 'locked' },
      /^the key in \S+ is encrypted: give TARGET_CLIENT_KEY_PASSPHRASE$/,
    ],
    [
      'a wrong passphrase',
      { cert: 'one', key: 'locked', passphrase: 'wrong' },
      /^TARGET_CLIENT_KEY_PASSPHRASE does not open the key in \S+$/,
    ],
  ];
  for (const [title, given, message] of bad) {
    test(`are refused: ${title}`, (context) => assert.throws(resolve(context, given), { name: 'UsageError', message }));
  }

  test('are refused in one line, before anything is sent', async (context) => {
    const { nothing } = filesOf(context, { nothing: 'not PEM at all' });
    const { code, stdout, stderr } = await omconform(context, ['run', '--ca-file', nothing], base);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^omconform: TARGET_CA_FILE: \S+ holds no certificate in PEM form\n$/);
  });
});
