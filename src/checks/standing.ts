import type { Judgement } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { judgeAnonymous, judgeAnyChallenge, judgeNoBasic, judgeStaleNonce } from './errors/challenge.ts';
import { judgeJsonContentType } from './values/content-type.ts';
import { judgeBsonTimestamps, judgeDates } from './values/dates.ts';
import { judgeNoEnvelope } from './lists/envelope.ts';
import { errorAnswerOf } from './exchange/error-answer.ts';
import { judgeFilled } from './errors/error-text.ts';
import { judgeErrorCode, judgeErrorShape, judgeErrorStatus, judgeParameters, judgeReason } from './errors/error-document.ts';
import { nothingToSee, together } from './exchange/judgement.ts';
import { judgeCompact } from './layout/layout.ts';
import { judgeNoLeak } from './values/leak.ts';
import { judgeOnlySelf } from './links/link-claims.ts';
import { judgeAbsoluteHrefs, judgeLinks, judgeListEntitiesSelf, judgeSelfPresence } from './links/links.ts';
import { judgeListShape } from './lists/page.ts';
import { leavesOff, mayHaveBody } from './exchange/request.ts';
import { isDownload } from './exchange/shapes.ts';
import { judgeOwnSelf } from './links/self.ts';
import {
  judgeAcceptedOnlyForWrites,
  judgeCreatedOnCreate,
  judgeNoServerError,
  judgeOkOnGet,
  judgeSuccessOfWrite,
} from './errors/status.ts';
import { judgeEachOnce } from './lists/once.ts';
import { pagingJudges } from './lists/paging.ts';
import { judgeChangedAsSent, judgeMadeAsSent, judgeReplacedAsSent } from './values/as-sent.ts';
import { judgeDatedNow, judgeDatesInOrder } from './values/dates-in-order.ts';
import { judgeNamesOnce } from './values/names-once.ts';
import { judgeOfItsPath } from './links/parents.ts';
import { judgeRelations } from './links/relations.ts';
import { judgeNoNulls, judgeUnits } from './values/values.ts';

/** A general rule, judged over every exchange of a run. */
export interface StandingJudge {
  /** Id of the requirement it judges. */
  readonly requirement: string;
  readonly judge: (exchange: Exchange) => Judgement;
}

/** judgeCompact where the default holds. Real servers lay out the refusal of a login, unasked. */
function judgeCompactByDefault(exchange: Exchange): Judgement {
  const exempt =
    errorAnswerOf(exchange)?.refusedLogin === true ||
    !leavesOff(exchange, 'pretty') ||
    !mayHaveBody(exchange) ||
    isDownload(exchange);
  return exempt ? nothingToSee : judgeCompact(exchange);
}

/** Dates have their form, and mean what a clock in UTC says. */
const judgeAllOfDates = (exchange: Exchange): Judgement =>
  together(judgeDates(exchange), judgeDatedNow(exchange), judgeDatesInOrder(exchange));

/** The rules that every exchange of a run is held to; an exchange that says nothing of one is examined 0 times. */
export const standingJudges: readonly StandingJudge[] = [
  { requirement: 'auth.challenge-without-credentials', judge: judgeAnonymous },
  { requirement: 'auth.challenge-well-formed', judge: judgeAnyChallenge },
  { requirement: 'auth.never-basic', judge: judgeNoBasic },
  { requirement: 'auth.nonce-is-short-lived', judge: judgeStaleNonce },
  { requirement: 'method.post-creates', judge: judgeMadeAsSent },
  { requirement: 'method.put-replaces', judge: judgeReplacedAsSent },
  { requirement: 'method.patch-updates-named-fields', judge: judgeChangedAsSent },
  { requirement: 'request.bson-timestamps', judge: judgeBsonTimestamps },
  { requirement: 'response.content-type-json', judge: judgeJsonContentType },
  { requirement: 'response.dates-in-utc', judge: judgeAllOfDates },
  { requirement: 'response.keys-once', judge: judgeNamesOnce },
  { requirement: 'response.entity-is-of-its-path', judge: judgeOfItsPath },
  { requirement: 'response.no-null', judge: judgeNoNulls },
  { requirement: 'response.units-in-names', judge: judgeUnits },
  { requirement: 'link.array-of-rel-and-href', judge: judgeLinks },
  { requirement: 'link.every-entity-has-self', judge: judgeSelfPresence },
  { requirement: 'link.self-is-own-url', judge: judgeOwnSelf },
  { requirement: 'link.related-resource-linked', judge: judgeRelations },
  { requirement: 'link.href-absolute', judge: judgeAbsoluteHrefs },
  { requirement: 'link.list-entity-has-self', judge: judgeListEntitiesSelf },
  { requirement: 'link.list-entity-has-only-self', judge: judgeOnlySelf },
  { requirement: 'list.shape', judge: judgeListShape },
  { requirement: 'list.walk-meets-each-once', judge: judgeEachOnce },
  ...pagingJudges,
  { requirement: 'envelope.off-by-default', judge: judgeNoEnvelope },
  { requirement: 'pretty.compact-by-default', judge: judgeCompactByDefault },
  { requirement: 'status.ok-on-get', judge: judgeOkOnGet },
  { requirement: 'status.created-on-create', judge: judgeCreatedOnCreate },
  { requirement: 'status.success-fits-the-method', judge: judgeSuccessOfWrite },
  { requirement: 'status.accepted-only-for-writes', judge: judgeAcceptedOnlyForWrites },
  { requirement: 'status.no-server-error', judge: judgeNoServerError },
  { requirement: 'error.five-fields', judge: judgeErrorShape },
  { requirement: 'error.error-is-http-status', judge: judgeErrorStatus },
  { requirement: 'error.reason-phrase', judge: judgeReason },
  { requirement: 'error.code-is-upper-snake', judge: judgeErrorCode },
  { requirement: 'error.parameters-are-strings', judge: judgeParameters },
  { requirement: 'error.detail-is-readable', judge: judgeFilled },
  { requirement: 'error.no-secret-or-trace', judge: judgeNoLeak },
];
