import { createClient } from '../../src/client/client.ts';
import type { IncomingResponse, OutgoingRequest, Transport } from '../../src/client/types.ts';
import type { LedgerLine } from '../../src/cleanup/ledger-entries.ts';
import { openLedger, type LedgerOptions } from '../../src/cleanup/ledger.ts';

export const baseUrl = 'http://127.0.0.1:1/api/public/v1.0';
export const [org, given, made, other] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(24)) as [
  string,
  string,
  string,
  string,
];
export const answer = (status: number, json: unknown = {}): IncomingResponse => ({
  status,
  headers: [],
  body: JSON.stringify(json),
});
type Answers = (request: OutgoingRequest) => IncomingResponse;

/**
 * A client with a ledger, of a target that answers so, and shows by its id what it said to have made; `sent` are its
 * requests, `lines` what the ledger wrote, in one order.
 */
export function scene(answers: Answers, more: Partial<LedgerOptions> = {}) {
  const order: string[] = [];
  const shown = new Map<string, IncomingResponse>();
  const lines: LedgerLine[] = [];
  const ledger = openLedger({
    baseUrl,
    product: 'ops-manager',
    mark: 'omc-123456',
    given: [org, given],
    write: (line) => {
      order.push(`note ${Object.keys(line)[1]}`);
      lines.push(line);
    },
    ...more,
  });
  const send = async (request: OutgoingRequest): Promise<IncomingResponse> => {
    order.push(`${request.method} ${new URL(request.url).pathname.replace('/api/public/v1.0', '')}`);
    const { method, url, body } = request;
    const known = method === 'GET' ? shown.get(new URL(url).pathname.split('/').at(-1)!) : undefined;
    if (known !== undefined) return known;
    const answered = answers(request);
    const { id } = (answered.body === '' ? {} : JSON.parse(answered.body)) as { id?: string };
    if (method === 'POST' && id !== undefined) shown.set(id, answer(200, { ...(JSON.parse(body ?? '{}') as object), id }));
    return answered;
  };
  const transport: Transport = { send, pause: async () => {}, now: () => 0, close: async () => {} };
  const client = createClient({
    baseUrl,
    transport,
    ledger,
    caller: undefined,
    guard: () => {},
    recorder: () => ({ nextId: () => '', record: () => {} }),
  });
  const post = (where: string, body: unknown) => client.send({ method: 'POST', path: where, body });
  return {
    client,
    ledger,
    order,
    lines,
    post,
    states: () => [...ledger.entries.values()].map(({ thing, state }) => `${thing} ${state}`),
  };
}
