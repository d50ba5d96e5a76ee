import type { Violation } from '../contract/outcomes.ts';
import { foldedLines } from '../contract/violation-shape.ts';
import type { Exchange, ExchangeResponse } from '../wire/exchange.ts';
import { visible } from '../wire/visible.ts';
import { indented } from './exchange/indented.ts';
import { bodyOf } from './exchange/json.ts';
import { quoted } from '../wire/shell-word.ts';

const maxBodyLines = 40;
const maxLineLength = 200;

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

function shortened({ lines, count }: { readonly lines: readonly string[]; readonly count: number }): string[] {
  const shown = lines
    .slice(0, maxBodyLines)
    .map((line) => (line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line));
  return [...shown, ...(count > maxBodyLines ? [`… ${count - maxBodyLines} more lines`] : [])];
}

function linesOf(text: string): { lines: string[]; count: number } {
  const lines = text.split('\n');
  return { lines, count: lines.length };
}

function answerText(exchange: Exchange, response: ExchangeResponse): string[] {
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const body = bodyOf(exchange);
  const text = body.kind === 'json' ? indented(body.value, maxBodyLines) : linesOf(response.body);
  return [
    `Answer: ${response.status}${type === undefined ? '' : ` ${type}`}`,
    body.kind === 'empty'
      ? '  (no body)'
      : shortened(text)
          .map((line) => `  ${line}`)
          .join('\n'),
  ];
}

/**
 * The text of a failure: the request, each violation with its place, the answer with its body bounded to forty lines,
 * and a line of curl that repeats the request. A JSON body is shown indented, however it came.
 */
export function formatFailure(exchange: Exchange, violations: readonly Violation[]): string {
  const { method, url } = exchange.request;
  const who = exchange.caller === 'main' ? '' : ` as ${exchange.caller}`;
  return visible(
    [
      `${method} ${url}${who}`,
      '',
      ...foldedLines(violations.map((one) => (one.path === '' ? { ...one, path: 'body' } : one))).map((line) => `  ${line}`),
      '',
      ...(exchange.response === null ? [`No answer: ${exchange.fault ?? 'unknown'}`] : answerText(exchange, exchange.response)),
      '',
      `Again: ${curlLine(exchange)}`,
    ].join('\n'),
  );
}
