import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { Settings } from './settings/types.ts';
import { UsageError } from './input/usage-error.ts';
import { readUserFile } from './input/user-file.ts';

const certificate = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

function certificatesIn(file: string, variable: string): X509Certificate[] {
  const found = readUserFile(file, { shown: `${variable}: ${file}` }).match(certificate) ?? [];
  if (found.length === 0) throw new UsageError(`${variable}: ${file} holds no certificate in PEM form`);
  try {
    return found.map((pem) => new X509Certificate(pem));
  } catch {
    throw new UsageError(`${variable}: a certificate in ${file} cannot be read`);
  }
}

function privateKeyIn(file: string, passphrase: string | undefined): KeyObject {
  const key = readUserFile(file, { shown: `TARGET_CLIENT_KEY_FILE: ${file}` });
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(key)) {
    throw new UsageError(`TARGET_CLIENT_KEY_FILE: ${file} holds no private key in PEM form`);
  }
  try {
    return createPrivateKey({ key, passphrase });
  } catch {
    if (!/ENCRYPTED/.test(key)) throw new UsageError(`TARGET_CLIENT_KEY_FILE: the key in ${file} cannot be read`);
    throw new UsageError(
      passphrase === undefined
        ? `the key in ${file} is encrypted: give TARGET_CLIENT_KEY_PASSPHRASE`
        : `TARGET_CLIENT_KEY_PASSPHRASE does not open the key in ${file}`,
    );
  }
}

/** Throws UsageError, in one line, for a CA file, a client certificate or a key with which no connection can be made. */
export function refuseUnusableTlsFiles({ caFile, clientCertFile, clientKeyFile, clientKeyPassphrase }: Settings['target']): void {
  if (caFile !== undefined) certificatesIn(caFile, 'TARGET_CA_FILE');
  if (clientCertFile === undefined || clientKeyFile === undefined) return;
  const [own] = certificatesIn(clientCertFile, 'TARGET_CLIENT_CERT_FILE');
  const key = privateKeyIn(clientKeyFile, clientKeyPassphrase);
  if (!own!.checkPrivateKey(key)) {
    throw new UsageError(`the key in ${clientKeyFile} does not belong to the certificate in ${clientCertFile}`);
  }
}
