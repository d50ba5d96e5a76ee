import { pagingJudges } from '../../checks/lists/paging.ts';
import type { Client } from '../../client/types.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { CurrentTest } from './current-test.ts';

/**
 * What compares how many a list has with how many a page shows. A server may count at one moment and read at the next, and
 * others add and remove meanwhile: what is so once shows nothing.
 */
const ofCounting: ReadonlySet<string> = new Set([
  'list.page-size-default',
  'list.page-size-honoured',
  'list.page-size-maximum',
  'list.total-count-is-whole-set',
  'list.next-present-before-last',
  'list.next-absent-on-last',
]);
/** Pages that are asked for again in one test. */
const mostAsked = 10;

const judges = pagingJudges.filter(({ requirement }) => ofCounting.has(requirement));

const isMiscounted = (exchange: Exchange): boolean => judges.some(({ judge }) => judge(exchange).violations.length > 0);

const isSameRequest = ({ caller, request }: Exchange, other: Exchange): boolean =>
  caller === other.caller && request.method === other.request.method && request.url === other.request.url;

/** Whether a page that disagrees with its count agreed with it when it was asked for again. */
export const agreedLater = (requirement: string, exchange: Exchange, exchanges: readonly Exchange[]): boolean =>
  ofCounting.has(requirement) &&
  exchanges
    .slice(exchanges.indexOf(exchange) + 1)
    .some((later) => later.response?.status === 200 && isSameRequest(later, exchange) && !isMiscounted(later));

/** Asks once more for pages that disagree with their count, where the test has not done so. */
export async function askForMiscounted(test: CurrentTest, client: Client): Promise<void> {
  const { unmet } = test;
  const ofMain = test.exchanges.filter(
    ({ kind, caller, request }) => kind === 'call' && caller === client.caller?.name && request.method === 'GET',
  );
  const miscounted = ofMain.filter(
    (one, index) => isMiscounted(one) && !ofMain.slice(index + 1).some((later) => isSameRequest(later, one)),
  );
  for (const { request } of miscounted.slice(0, mostAsked)) {
    // A run that may send no more, or a target that has gone, leaves what was seen as it is.
    await client.send({ method: 'GET', path: request.url }).catch(() => undefined);
  }
  // What ends such a request does not end a test that is over.
  if (unmet === undefined) delete test.unmet;
  else test.unmet = unmet;
}
