import { outOfTime, type Limits } from './limits.ts';
import { NetworkFault } from '../types.ts';

const unknownAuthority = 'the certificate of {host} comes from an unknown authority; name its CA file to trust it';

/** What the platform's and undici's error codes mean; `{host}` is host and port of the target. */
const words: Readonly<Record<string, readonly [NetworkFault['kind'], string]>> = {
  ENOTFOUND: ['unreachable', 'the name of {host} cannot be resolved'],
  EAI_AGAIN: ['unreachable', 'the name of {host} cannot be resolved for now: the name server does not answer'],
  ECONNREFUSED: ['unreachable', '{host} refuses the connection: nothing listens there'],
  EHOSTUNREACH: ['unreachable', 'there is no route to {host}'],
  ENETUNREACH: ['unreachable', 'the network of {host} cannot be reached'],
  EADDRNOTAVAIL: ['unreachable', '{host} cannot be reached from an address of this machine'],
  ETIMEDOUT: ['timeout', 'the connection to {host} timed out'],
  ECONNRESET: ['reset', '{host} cut the connection before the answer was complete'],
  EPIPE: ['reset', '{host} closed the connection while the request was being sent'],
  UND_ERR_SOCKET: ['reset', '{host} closed the connection before the answer was complete'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: [
    'reset',
    '{host} closed the connection before the answer was complete: it is shorter than its Content-Length',
  ],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', 'the header block that {host} sent is too large'],
  UND_ERR_RES_EXCEEDED_MAX_SIZE: ['too-large', 'the answer of {host} is larger than the limit'],
  ERR_BUFFER_TOO_LARGE: ['too-large', 'the answer of {host} is, decompressed, larger than the limit'],
  CERT_HAS_EXPIRED: ['tls', 'the certificate of {host} has expired'],
  CERT_NOT_YET_VALID: ['tls', 'the certificate of {host} is not valid yet'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'the certificate of {host} is self-signed; name its CA file to trust it'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', unknownAuthority],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', unknownAuthority],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', unknownAuthority],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', unknownAuthority],
  CERT_SIGNATURE_FAILURE: ['tls', 'the certificate of {host} is not signed by the authority that it names'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'the certificate of {host} was issued for another name'],
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ['tls', '{host} asks for a client certificate: name its file to show one'],
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: ['tls', '{host} does not know the authority of the client certificate'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['tls', '{host} does not speak TLS; is the URL meant to begin with http:?'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['tls', '{host} does not speak TLS; is the URL meant to begin with http:?'],
  EPROTO: ['tls', 'no TLS connection to {host} could be agreed on'],
};

const prefixes: readonly (readonly [prefix: string, kind: NetworkFault['kind'], words: string])[] = [
  ['HPE_', 'protocol', 'what {host} sent is no HTTP'],
  ['Z_', 'protocol', 'the answer of {host} cannot be decompressed'],
  ['ERR_SSL_', 'tls', 'no TLS connection to {host} could be agreed on'],
  ['ERR__ERROR_FORMAT_', 'protocol', 'the answer of {host} cannot be decompressed'],
];

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') {
    // Which of the two it is depends on who was writing when OpenSSL gave up.
    const isPlain = error.code === 'EPROTO' && /wrong version number/.test(String(error));
    return isPlain ? 'ERR_SSL_WRONG_VERSION_NUMBER' : error.code;
  }
  // undici 7 leaves out the code of its parser's errors where the parser's table has no name for it.
  if ('name' in error && error.name === 'HTTPParserError') return 'HPE_INVALID';
  if ('cause' in error) return codeOf(error.cause);
  return '';
}

/**
 * What went wrong on the way to `url`, in words. An error that is not about the network (a programming mistake, an
 * invalid header) comes back as it is.
 */
export function networkFault(error: unknown, url: string, limits: Limits): unknown {
  if (error instanceof NetworkFault || !(error instanceof Error)) return error;
  const { host } = new URL(url);
  const code = codeOf(error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return outOfTime('connectSeconds', limits, host);
  const prefix = prefixes.find(([start]) => code.startsWith(start));
  const [kind, text] = words[code] ?? (prefix ? [prefix[1], prefix[2]] : []);
  if (kind === undefined || text === undefined) return error;
  return new NetworkFault(kind, `${text.replace('{host}', host)} (${code})`);
}
