import type { Exchange } from './exchange.ts';
import { quoted } from './shell-word.ts';

/** Where the keys of a caller are found; a caller that a test made up has no variable of its own. */
const keyVariables: Readonly<Record<string, string>> = {
  'read-only': 'TARGET_READ_ONLY',
  outsider: 'TARGET_OUTSIDER',
  'empty-access-list': 'TARGET_EMPTY_ACCESS_LIST',
  'other-address': 'TARGET_OTHER_ADDRESS',
  'without-user': 'TARGET_WITHOUT_USER',
};

/** Headers that curl or the handshake makes itself. */
const notRepeated = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'host',
  'transfer-encoding',
  'user-agent',
]);

/**
 * A shell line that repeats a request with curl. Keys stay variables: those of the caller, or TARGET_PUBLIC_KEY and
 * TARGET_PRIVATE_KEY. A request of nobody, or one that a client sends to be challenged, has no credentials.
 */
export function curlLine(exchange: Exchange): string {
  const { method, url, headers, body } = exchange.request;
  const variable = keyVariables[exchange.caller] ?? 'TARGET';
  const anonymous = exchange.caller === 'nobody' || exchange.kind === 'challenge';
  const made = headers.filter(([name]) => !notRepeated.has(name.toLowerCase()));
  return [
    'curl',
    ...(anonymous ? [] : ['--digest', `-u "$${variable}_PUBLIC_KEY:$${variable}_PRIVATE_KEY"`]),
    // Without it curl reads brackets and braces in a URL as patterns.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    // `-X HEAD` would wait for a body that never comes.
    method === 'HEAD' ? '--head' : `-X ${method}`,
    quoted(url),
    ...made.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' ');
}
