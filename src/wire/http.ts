/** One header line as it crossed the wire: the name keeps its case, repeated names stay apart. */
export type Header = readonly [name: string, value: string];

/** A request as the mock's heart receives it: everything a socket would have brought. */
export interface ServerRequest {
  readonly method: string;
  /** Request target as sent: path and query, undecoded, e.g. `/api/public/v1.0/groups?pretty=true`. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Address of the peer, e.g. `127.0.0.1`. */
  readonly remoteAddress: string;
  /** Scheme and authority under which the peer reached the server, e.g. `http://127.0.0.1:8080`. */
  readonly origin: string;
}

/** An answer as the mock's heart gives it. */
export interface ServerResponse {
  readonly status: number;
  /** A header that occurs more than once (`WWW-Authenticate`) has an array. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  /** Sent instead of `body` where the answer is a file that is no text. */
  readonly bytes?: Uint8Array;
}

/** Value of the first header of that name, any case; undefined when absent. */
export function header(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** Values of all headers of that name, any case, in order. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}
