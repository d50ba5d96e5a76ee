import type { Violation } from '../contract/outcomes.ts';
import { foldedLines } from '../contract/violation-shape.ts';
import type { Exchange, ExchangeResponse } from '../wire/exchange.ts';
import { curlLine } from '../wire/curl-line.ts';
import { visible } from '../wire/visible.ts';
import { indented } from './exchange/indented.ts';
import { bodyOf } from './exchange/json.ts';

const maxBodyLines = 40;
const maxLineLength = 200;

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
