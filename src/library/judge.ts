import { judgedTraffic } from '../cli/judging/judged-traffic.ts';
import { redactExchange, secretsOf } from '../client/record.ts';
import { isBinding } from '../contract/requirement.ts';
import { requirementOf, type RequirementId } from '../contract/requirements/index.ts';
import { readExchange } from '../traffic/read-exchange.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Headers as an object, or as pairs. */
export type HeadersGiven =
  | Readonly<Record<string, string | readonly string[]>>
  | readonly (readonly [name: string, value: string])[];

/** A request and its answer. */
export interface GivenExchange {
  /** Default GET. */
  readonly method?: string;
  /** An absolute URL, or a path; one that does not begin with the API's root lies below it. */
  readonly url: string;
  readonly requestHeaders?: HeadersGiven;
  /** Text, or a value that is taken for its JSON. */
  readonly requestBody?: unknown;
  readonly status: number;
  /** Of the answer. Without any, a body is taken for JSON. */
  readonly headers?: HeadersGiven;
  /** Text as it came, or a value that is taken for its JSON. */
  readonly body?: unknown;
}

export interface JudgeOptions {
  /** Path of the API's root. Default: /api/public/v1.0, wherever in a path it stands. */
  readonly basePath?: string;
  /** Most entities of one page, where they are fewer than documented. */
  readonly maxItemsPerPage?: number;
}

/** What is wrong in an answer, by the sentence that it breaks. */
export interface Breach {
  /** Id of the requirement; `omconform explain <id>` tells more. */
  readonly requirement: string;
  /** What it asks, and the page that carries it. */
  readonly says: string;
  readonly source: string;
  /** True for a documented MUST; what is only recommended or inferred is worth a warning. */
  readonly binding: boolean;
  /** Where: a JSON Pointer into the body, `status`, `header Content-Type`, … */
  readonly path: string;
  /** What is wrong, with the value seen. */
  readonly message: string;
  /** Method and URL of the request. */
  readonly request: string;
}

/** Judges exchanges one by one, and remembers what lists showed on pages before. */
export interface Judge {
  /** What is wrong with this one; nothing, too, where it is not of the API. Throws TypeError where it is no exchange. */
  look(exchange: GivenExchange): Breach[];
  /** How many exchanges were judged, and all that was wrong in them; at most 10,000 of it. */
  judged(): { readonly exchanges: number; readonly breaches: readonly Breach[] };
}

const mostKept = 10_000;

/** A judge for traffic of one server. It holds exchanges to all requirements that need no act of their own. */
export function createJudge({ basePath, maxItemsPerPage }: JudgeOptions = {}): Judge {
  const secrets = secretsOf([]);
  const breaches: Breach[] = [];
  const traffic = judgedTraffic({ maxItemsPerPage });
  let exchanges = 0;
  return {
    look(given) {
      const read = readExchange(given, { basePath });
      if ('malformed' in read) throw new TypeError(`the exchange ${read.malformed}`);
      if (!('exchange' in read)) return [];
      exchanges += 1;
      const exchange = redactExchange({ ...read.exchange, id: `#${exchanges}` }, secrets);
      const found = traffic
        .judgementsOf(exchange)
        .flatMap(({ requirement, judgement }) =>
          judgement.violations.map((violation) => breachOf(requirement as RequirementId, violation, exchange)),
        );
      breaches.push(...found.slice(0, Math.max(0, mostKept - breaches.length)));
      return found;
    },
    judged: () => ({ exchanges, breaches: [...breaches] }),
  };
}

function breachOf(
  id: RequirementId,
  { path, message }: { readonly path: string; readonly message: string },
  { request: { method, url } }: Exchange,
): Breach {
  const requirement = requirementOf(id);
  const { says, source } = requirement;
  return { requirement: id, says, source, binding: isBinding(requirement), path, message, request: `${method} ${url}` };
}

/** What is wrong with one exchange, looked at by itself; empty when nothing is. Throws TypeError where it is none. */
export const judge = (exchange: GivenExchange, options: JudgeOptions = {}): Breach[] => createJudge(options).look(exchange);

type Fetch = typeof globalThis.fetch;

/** A `fetch` that has each answer judged, and what it saw. */
export type JudgedFetch = Fetch & Pick<Judge, 'judged'>;

export interface JudgedFetchOptions extends JudgeOptions {
  /** What sends. Default: the global `fetch`. */
  readonly fetch?: Fetch;
  /** Told what is wrong in an answer before the caller has it. What it throws, `fetch` rejects with. */
  readonly onBreach?: (breaches: readonly Breach[]) => void;
}

/**
 * A `fetch` through which all that passes is judged: the caller gets each answer as it came. What is not of the API passes
 * unjudged, and so does an answer whose body cannot be read.
 */
export function judgedFetch({ fetch: send = globalThis.fetch, onBreach, ...options }: JudgedFetchOptions = {}): JudgedFetch {
  const { look, judged } = createJudge(options);
  const judging: Fetch = async (input, init) => {
    const request = new Request(input, init);
    // A body of its own: the caller's is sent as it was given.
    const requestBody = request.body === null ? null : await request.clone().text();
    const answer = await send(request);
    const body = await answer
      .clone()
      .text()
      .catch(() => undefined);
    if (body !== undefined) {
      const breaches = look({
        method: request.method,
        url: request.url,
        requestHeaders: [...request.headers],
        requestBody,
        status: answer.status,
        headers: [...answer.headers],
        body,
      });
      if (breaches.length > 0) onBreach?.(breaches);
    }
    return answer;
  };
  return Object.assign(judging, { judged });
}
