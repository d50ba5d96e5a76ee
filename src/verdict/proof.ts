import type { Violation } from '../contract/outcomes.ts';
import { curlLine } from '../wire/curl-line.ts';
import type { Exchange, ExchangeResponse } from '../wire/exchange.ts';
import { header } from '../wire/http.ts';
import { nestsDeeperThan } from '../wire/json-text.ts';
import { parsedJson } from '../wire/json.ts';
import { excerpt, jsonLines, type DocumentLine } from '../wire/marked-lines.ts';
import { visible } from '../wire/visible.ts';

/** An answer that shows what is wrong, and all that it takes to ask for it again. */
export interface Proof {
  /** Id of the exchange in evidence.ndjson. */
  readonly exchange: string;
  readonly request: { readonly method: string; readonly url: string; readonly caller: string };
  /** What is wrong in this answer, each with its place: what came, and what was expected. */
  readonly violations: readonly Violation[];
  /** null where none came; `fault` says why. */
  readonly answer: {
    readonly status: number;
    readonly contentType: string | null;
    /** The body or a part of it, laid out for people; a line with something wrong in it is marked. */
    readonly lines: readonly DocumentLine[];
  } | null;
  readonly fault: string | null;
  /** A shell line that repeats the request; keys stay variables. */
  readonly again: string;
}

/** Lines of an answer that are shown. */
const mostLines = 16;
const mostInLine = 160;
/** Violations of one answer that are told. */
const mostViolations = 5;
/** Deeper than any document of the API. */
const deepest = 200;

/** What shows these violations: the first of their exchanges that is there; undefined where none is. */
export function proofOf(violations: readonly Violation[], exchanges: ReadonlyMap<string, Exchange>): Proof | undefined {
  const shown = violations.find(({ exchange }) => exchange !== undefined && exchanges.has(exchange));
  const exchange = exchanges.get(shown?.exchange ?? '');
  if (exchange === undefined) return undefined;
  const here = violations.filter((one) => one.exchange === exchange.id);
  return proofIn(exchange, [...new Map(here.map((one) => [`${one.path} ${one.message}`, one])).values()]);
}

/** One exchange as the proof of what is wrong in it. */
export function proofIn(exchange: Exchange, violations: readonly Violation[]): Proof {
  const { request, response, caller, fault } = exchange;
  return {
    exchange: exchange.id,
    request: { method: request.method, url: request.url, caller },
    violations: violations.slice(0, mostViolations),
    answer:
      response === null
        ? null
        : {
            status: response.status,
            contentType: header(response.headers, 'content-type') ?? null,
            lines: linesOf(response, violations),
          },
    fault,
    again: curlLine(exchange),
  };
}

function linesOf({ headers, body }: ExchangeResponse, violations: readonly Violation[]): DocumentLine[] {
  const named = violations.flatMap(({ path }) => (path.startsWith('header ') ? [path.slice('header '.length)] : []));
  const ofHeaders = headers
    .filter(([name]) => named.some((one) => one.toLowerCase() === name.toLowerCase()))
    .map(([name, value]): DocumentLine => ({ text: `${name}: ${value}`, marked: true }));
  const ofLayout = violations.some(({ path, message }) => path === '' && /white space|indented lines/.test(message));
  const value = ofLayout || nestsDeeperThan(body, deepest) ? undefined : parsedJson(body);
  const pointers = violations.flatMap(({ path }) => (path.startsWith('/') ? [path] : []));
  const text = body.trim() === '' ? [] : body.split('\n').map((line): DocumentLine => ({ text: line, marked: false }));
  return excerpt([...ofHeaders, ...(value === undefined ? text : jsonLines(value, pointers))], mostLines).map(cut);
}

const cut = ({ text, marked }: DocumentLine): DocumentLine => {
  const shown = visible(text);
  return { text: shown.length > mostInLine ? `${shown.slice(0, mostInLine)}…` : shown, marked };
};
