import type { Exchange } from '../../wire/exchange.ts';
import { header, type Header } from '../../wire/http.ts';
import { visibleJson } from '../../wire/visible.ts';
import type { Verdict } from '../verdict.ts';

const named = (headers: readonly Header[]) => headers.map(([name, value]) => ({ name, value }));

/** What HAR asks for and nobody recorded. */
const unknown = -1;

/**
 * The exchanges of a run as HAR 1.2, for the tools that read it; secrets are out of them already. An exchange without an
 * answer has the status 0, as browsers write it. Source: http://www.softwareishard.com/blog/har-12-spec/.
 */
export function harJson({ suite, run }: Pick<Verdict, 'suite' | 'run'>, exchanges: readonly Exchange[]): string {
  const runStarted = Date.parse(run.startedAt);
  const log = {
    version: '1.2',
    creator: { name: suite.name, version: suite.version },
    entries: exchanges.map((exchange) => entryOf(exchange, exchange.startedAt ?? runStarted)),
  };
  return `${visibleJson(JSON.stringify({ log }, null, 1))}\n`;
}

function entryOf({ id, caller, request, response, fault, durationMs }: Exchange, startedAt: number) {
  const { searchParams } = new URL(request.url);
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: durationMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: named(request.headers),
      queryString: [...searchParams].map(([name, value]) => ({ name, value })),
      ...(request.body !== null && {
        postData: { mimeType: header(request.headers, 'content-type') ?? 'application/json', text: request.body },
      }),
      headersSize: unknown,
      bodySize: Buffer.byteLength(request.body ?? ''),
    },
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: [id, `as ${caller}`, ...(fault === null ? [] : [fault])].join('; '),
  };
}

function responseOf(response: Exchange['response']) {
  const { status, headers, body } = response ?? { status: 0, headers: [], body: '' };
  const size = Buffer.byteLength(body);
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: named(headers),
    content: { size, mimeType: header(headers, 'content-type') ?? '', text: body },
    redirectURL: header(headers, 'location') ?? '',
    headersSize: unknown,
    bodySize: response === null ? unknown : size,
  };
}
