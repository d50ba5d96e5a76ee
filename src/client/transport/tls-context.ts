import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** With what a connection over TLS is made. Files are in PEM form. */
export interface TlsFiles {
  /** Authorities to trust besides the usual ones. */
  readonly caFile?: string;
  /** The certificate with which the client shows who it is, and its key. */
  readonly clientCertFile?: string;
  readonly clientKeyFile?: string;
  readonly clientKeyPassphrase?: string;
  /** Take the certificate of the target as it comes. */
  readonly insecureTls?: boolean;
}

/** What `tls.connect` takes; a context is made once, for reading some 150 certificates takes a while. */
export type TlsOptions = Pick<tls.ConnectionOptions, 'secureContext' | 'rejectUnauthorized'>;

type Variables = Readonly<Record<string, string | undefined>>;

function readIfThere(file: string | undefined): string[] {
  try {
    return file ? [readFileSync(file, 'utf8')] : [];
  } catch {
    // As Node and OpenSSL do: whoever set it has set it for other programs as well.
    return [];
  }
}

/**
 * The authorities that are trusted: those that Node.js brings, those of the system where Node.js can tell them (22.15),
 * and those of NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. Node.js forgets the former, and never looks at the latter, where
 * authorities are named one by one.
 */
function usualAuthorities(env: Variables): string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: 'system') => string[] };
  const extra = [env['NODE_EXTRA_CA_CERTS'], env['SSL_CERT_FILE']].flatMap(readIfThere);
  return [...tls.rootCertificates, ...(getCACertificates?.('system') ?? []), ...extra];
}

/** How a connection over TLS is made with these files. Throws where one cannot be read or used. */
export function tlsOptions(files: TlsFiles, env: Variables = process.env): TlsOptions {
  const { caFile, clientCertFile, clientKeyFile, clientKeyPassphrase, insecureTls } = files;
  const secureContext = tls.createSecureContext({
    ca: [...usualAuthorities(env), ...(caFile === undefined ? [] : [readFileSync(caFile, 'utf8')])],
    ...(clientCertFile !== undefined && {
      cert: readFileSync(clientCertFile),
      key: readFileSync(clientKeyFile ?? clientCertFile),
      passphrase: clientKeyPassphrase,
    }),
  });
  return { secureContext, ...(insecureTls && { rejectUnauthorized: false }) };
}

/** The value of `make`, made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
