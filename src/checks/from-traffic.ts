import type { Judgement } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { operationOf } from './schemas/conformance.ts';
import { judgeEntityEnvelope, judgeEnvelopeStatus, judgeListEnvelope } from './lists/envelope.ts';
import { errorAnswerOf } from './exchange/error-answer.ts';
import { at, judged, nothingToSee } from './exchange/judgement.ts';
import { bodyOf } from './exchange/json.ts';
import { judgePretty } from './layout/layout.ts';
import { asksFor, leavesOff, pageAskedFor, urlOf } from './exchange/request.ts';
import { judgeSelf } from './links/self.ts';
import { shapeOf } from './exchange/shapes.ts';
import type { StandingJudge } from './standing.ts';
import { judgeStatus } from './errors/status.ts';

type Judge = (exchange: Exchange) => Judgement;
type Sight = (exchange: Exchange) => boolean;

/** Asks a judge only of exchanges that show something of its claim. */
const where =
  (shows: Sight, judge: Judge): Judge =>
  (exchange) =>
    shows(exchange) ? judge(exchange) : nothingToSee;

const isKind =
  (...kinds: readonly string[]): Sight =>
  (exchange) =>
    kinds.includes(shapeOf(exchange).kind);
const isGet: Sight = ({ request }) => request.method === 'GET';
const asks =
  (flag: 'envelope' | 'pretty'): Sight =>
  (exchange) =>
    asksFor(exchange, flag);
const isJson: Sight = (exchange) => bodyOf(exchange).kind === 'json';
const all =
  (...sights: readonly Sight[]): Sight =>
  (exchange) =>
    sights.every((one) => one(exchange));
const isPaged: Sight = (exchange) => ['pageNum', 'itemsPerPage'].some((name) => urlOf(exchange).searchParams.has(name));

/** A refusal that the API itself gave. */
const isRefusal: Sight = (exchange) => errorAnswerOf(exchange)?.outsideApi === false;

/** Where a page stands among all: undefined where the request or the answer does not tell. */
function pageOf(exchange: Exchange) {
  const shape = shapeOf(exchange);
  const asked = pageAskedFor(urlOf(exchange));
  if (!isGet(exchange) || shape.kind !== 'list' || asked === undefined) return undefined;
  const { totalCount, results, links } = shape.list;
  if (typeof totalCount !== 'number' || !Array.isArray(results) || !Array.isArray(links)) return undefined;
  return { ...asked, totalCount, count: results.length, pointer: shape.pointer };
}
type Page = NonNullable<ReturnType<typeof pageOf>>;

const onPage =
  (shows: (page: Page) => boolean, judge: (exchange: Exchange, page: Page) => Judgement): Judge =>
  (exchange) => {
    const page = pageOf(exchange);
    return page !== undefined && shows(page) ? judge(exchange, page) : nothingToSee;
  };
const sizeIs = (exchange: Exchange, { count, pointer }: Page, size: number): Judgement =>
  judged(1, count === size ? [] : [at(exchange, `${pointer}/results`, `has ${count} entities, expected ${size}`)]);

/** A create that succeeded, which is known by the name of its operation. */
const isCreate: Sight = (exchange) =>
  operationOf(exchange)?.endsWith('.create') === true && (exchange.response?.status ?? 0) < 300;
const isKnown: Sight = (exchange) => operationOf(exchange) !== undefined;
const success: Sight = ({ response }) => response !== null && response.status >= 200 && response.status < 300;
const entityOrList = isKind('entity', 'list');

/**
 * Requirements that a check proves by an act of its own, and that an exchange which somebody else recorded may show as
 * well. Each judge looks only at exchanges that show something of the claim.
 */
export const trafficJudges: readonly StandingJudge[] = [
  {
    requirement: 'pretty.entity-formatted',
    judge: where(
      all(asks('pretty'), (one) => leavesOff(one, 'envelope'), isKind('entity')),
      judgePretty,
    ),
  },
  {
    requirement: 'pretty.list-formatted',
    judge: where(
      all(asks('pretty'), (one) => leavesOff(one, 'envelope') && !isPaged(one), isKind('list')),
      judgePretty,
    ),
  },
  { requirement: 'pretty.with-paging', judge: where(all(asks('pretty'), isPaged, isKind('list')), judgePretty) },
  { requirement: 'pretty.with-envelope', judge: where(all(asks('pretty'), asks('envelope'), entityOrList), judgePretty) },
  { requirement: 'pretty.error-formatted', judge: where(all(asks('pretty'), isRefusal, isJson), judgePretty) },
  { requirement: 'envelope.wraps-entity', judge: where(all(asks('envelope'), isGet, isKind('entity')), judgeEntityEnvelope) },
  { requirement: 'envelope.on-create', judge: where(all(asks('envelope'), isCreate, isKind('entity')), judgeEntityEnvelope) },
  { requirement: 'envelope.list-gains-status', judge: where(all(asks('envelope'), isGet, isKind('list')), judgeListEnvelope) },
  {
    requirement: 'envelope.status-is-http-status',
    judge: where(all(asks('envelope'), success, entityOrList), judgeEnvelopeStatus),
  },
  { requirement: 'envelope.error-status-agrees', judge: where(all(asks('envelope'), isRefusal), judgeEnvelopeStatus) },
  {
    requirement: 'list.past-the-end-is-empty',
    judge: onPage(
      ({ pageNum, itemsPerPage, totalCount }) => (pageNum - 1) * itemsPerPage >= Math.max(1, totalCount),
      (one, page) => sizeIs(one, page, 0),
    ),
  },
  {
    requirement: 'list.empty-is-200',
    judge: onPage(
      ({ totalCount }) => totalCount === 0,
      (one) => judgeStatus(one, 200),
    ),
  },
  { requirement: 'link.self-is-own-url', judge: where(all(isGet, isKind('entity'), isKnown), judgeSelf) },
];
