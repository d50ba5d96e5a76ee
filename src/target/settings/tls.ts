import { everyCommand } from './base.ts';
import { readableFile, text, yesOrNo } from './parsers.ts';
import type { Setting } from './setting.ts';

const clientCertFile = {
  name: 'target.clientCertFile',
  variables: ['TARGET_CLIENT_CERT_FILE'],
  flag: '--client-cert <path>',
  needsTarget: true,
  commands: everyCommand,
  field: 'clientCertFile',
  local: {},
  says: 'PEM file of the certificate that the target asks its clients for.',
  defaultSays: 'none',
  example: 'client.pem',
  parse: readableFile,
} as const satisfies Setting;

/** Whom the connection trusts, and as whom it is made. */
export const tlsSettings = [
  {
    name: 'target.caFile',
    variables: ['TARGET_CA_FILE'],
    flag: '--ca-file <path>',
    needsTarget: true,
    commands: everyCommand,
    field: 'caFile',
    inTargetJson: true,
    local: {},
    says: "PEM file of the authority that signed the target's certificate.",
    defaultSays:
      'the authorities of Node.js, of the system (Node.js 22.15), of SSL_CERT_FILE and of NODE_EXTRA_CA_CERTS, which stay trusted',
    example: 'ca.pem',
    parse: readableFile,
  },
  clientCertFile,
  {
    name: 'target.clientKeyFile',
    variables: ['TARGET_CLIENT_KEY_FILE'],
    flag: '--client-key <path>',
    needsTarget: true,
    commands: everyCommand,
    field: 'clientKeyFile',
    local: {},
    says: 'PEM file of the key that belongs to it.',
    defaultSays: 'the file of the certificate',
    default: ({ of }) => of(clientCertFile),
    example: 'client-key.pem',
    parse: readableFile,
  },
  {
    name: 'target.clientKeyPassphrase',
    variables: ['TARGET_CLIENT_KEY_PASSPHRASE'],
    secret: 'the passphrase of the client key',
    needsTarget: true,
    says: 'Passphrase of that key.',
    defaultSays: 'none',
    example: 'correct horse',
    parse: text,
  },
  {
    name: 'target.insecureTls',
    variables: ['TARGET_INSECURE_TLS'],
    flag: '--insecure-tls',
    needsTarget: true,
    commands: everyCommand,
    says: "Take the target's certificate as it comes; the verdict says so.",
    default: 'false',
    example: 'true',
    parse: yesOrNo,
  },
] as const satisfies readonly Setting[];
