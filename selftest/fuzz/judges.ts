import * as challenge from '../../checks/challenge.ts';
import { judgeConformance } from '../../checks/conformance.ts';
import { judgeJsonContentType } from '../../checks/content-type.ts';
import { consecutivePages } from '../../checks/consecutive-pages.ts';
import { trafficJudges } from '../../checks/from-traffic.ts';
import { judgeSeenCode } from '../../checks/seen-code.ts';
import { judgeBsonTimestamps, judgeDates } from '../../checks/dates.ts';
import * as defaults from '../../checks/defaults.ts';
import { judgeHolds, judgeMeetsEachOnce } from '../../checks/entities.ts';
import { judgeEntities, judgeEntity } from '../../checks/entity.ts';
import * as envelope from '../../checks/envelope.ts';
import * as errors from '../../checks/error-document.ts';
import { judgeFilled, judgeFilledIn, judgeNamesPath, judgeReadable } from '../../checks/error-text.ts';
import { judgeNoBody, judgeSameHeaders } from '../../checks/head.ts';
import { judgeHeader } from '../../checks/headers.ts';
import { instant } from '../../checks/instants.ts';
import { absent, judgeJson, present } from '../../checks/json-claims.ts';
import { judgeStanding } from '../../checks/judge-standing.ts';
import { nothingToSee, together } from '../../checks/judgement.ts';
import { judgeCompact, judgePretty, judgeSameContent } from '../../checks/layout.ts';
import { judgeNoLeak } from '../../checks/leak.ts';
import * as linkClaims from '../../checks/link-claims.ts';
import { judgeLinkIs, judgeLinksToItself } from '../../checks/link-presence.ts';
import * as links from '../../checks/links.ts';
import { judgeListed } from '../../checks/listed.ts';
import { judgeNamesField } from '../../checks/named-field.ts';
import { judgeLinkTarget, judgeListShape, judgePageSize } from '../../checks/page.ts';
import { judgeNotServed } from '../../checks/plain-http.ts';
import { judgeRefusal } from '../../checks/refusal.ts';
import { schemaNames } from '../../checks/schema-names.ts';
import { judgeOwnSelf, judgeSelf } from '../../checks/self.ts';
import { judgeSound } from '../../checks/sound.ts';
import { standingJudges } from '../../checks/standing.ts';
import { judgeAcceptedOnlyForWrites, judgeCreated, judgeNoServerError, judgeStatus } from '../../checks/status.ts';
import { judgeNoNulls, judgeUnits } from '../../checks/values.ts';
import type { Answer } from '../../client/types.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import { judgePlayed } from '../../fixtures/refused-as.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { id } from '../made-exchanges.ts';

/** A judge of one answer; those of two or more get another one as well. */
type Judge = (exchange: Exchange, other: Exchange) => Judgement;

const answer = (exchange: Exchange): Answer => ({
  exchange, status: exchange.response?.status ?? 0, headers: exchange.response?.headers ?? [],
  body: exchange.response?.body ?? '', json: undefined,
});
/** One schema an answer, or each answer would cost all of them. */
const schemaFor = ({ response }: Exchange) => schemaNames[(response?.body.length ?? 0) % schemaNames.length]!;
const claim = { '/id': present, '/name': absent, '/created': instant('2018-09-27T16:00:00Z'), '/results/0/links': [], '': {} };
const codes = ['RESOURCE_NOT_FOUND', 'INVALID_ENUM_VALUE'];
const template = 'An invalid enumeration value {0} was specified for {1} by {2}.';

/** Every judge under the name it is exported by; those that want more than an answer are given what specs give them. */
const exported: Readonly<Record<string, Judge>> = {
  ...challenge, ...defaults, ...envelope,
  judgeConformance: (exchange) => judgeConformance(exchange)?.judgement ?? nothingToSee,
  judgeJsonContentType, judgeBsonTimestamps, judgeDates,
  judgeHolds: (exchange) => judgeHolds(exchange, [id]),
  judgeMeetsEachOnce: (exchange, other) => judgeMeetsEachOnce([exchange, other, exchange], [id]),
  judgeEntity: (exchange) => judgeEntity(exchange, schemaFor(exchange)),
  judgeEntities: (exchange) => judgeEntities(exchange, schemaFor(exchange)),
  judgeErrorShape: errors.judgeErrorShape, judgeErrorStatus: errors.judgeErrorStatus, judgeReason: errors.judgeReason,
  judgeErrorCode: errors.judgeErrorCode, judgeParameters: errors.judgeParameters,
  judgeDetail: (exchange) => errors.judgeDetail(exchange, template),
  judgeFilledIn: (exchange) => judgeFilledIn(exchange, [id, '', 'x']),
  judgeFilled, judgeNamesPath, judgeReadable, judgeNoBody,
  judgeStanding: (exchange) => together(...judgeStanding(exchange).map(({ judgement }) => judgement)),
  judgeSameHeaders: (exchange, other) => together(judgeSameHeaders(other, exchange), judgeSameHeaders(exchange, other)),
  judgeHeader: (exchange) => judgeHeader(exchange, 'Content-Type', /^application\/json/),
  judgeJson: (exchange) => judgeJson(exchange, claim),
  judgeCompact, judgePretty,
  judgeSameContent: (exchange, other) => together(judgeSameContent(other, exchange), judgeSameContent(exchange, other)),
  judgeNoLeak,
  judgeNoDeadEnd: (exchange) => linkClaims.judgeNoDeadEnd(exchange, { from: '/groups', rel: 'self' }),
  judgeOwnUrl: linkClaims.judgeOwnUrl,
  judgeIsEntity: (exchange) => linkClaims.judgeIsEntity(exchange, { id }),
  judgeRelated: (exchange) => linkClaims.judgeRelated(exchange, ['http://mms.mongodb.com/group']),
  judgeOnlySelf: linkClaims.judgeOnlySelf,
  judgeLinkIs: (exchange) => together(judgeLinkIs(exchange, 'next', 'present'), judgeLinkIs(exchange, 'self', 'absent')),
  judgeLinksToItself,
  judgeLinks: links.judgeLinks, judgeAbsoluteHrefs: links.judgeAbsoluteHrefs, judgeOrigin: links.judgeOrigin,
  judgeSelfPresence: links.judgeSelfPresence, judgeListEntitiesSelf: links.judgeListEntitiesSelf,
  judgeListed: (exchange, other) => together(judgeListed([exchange, other], id, 'listed'), judgeListed([exchange], id, 'not listed')),
  judgeNamesField: (exchange) => judgeNamesField(exchange, 'name'),
  judgeLinkTarget: (exchange) => together(...(['self', 'previous', 'next'] as const).map((rel) => judgeLinkTarget(exchange, rel))),
  judgeListShape,
  judgePageSize: (exchange) => together(judgePageSize(exchange, 1), judgePageSize(exchange)),
  judgeNotServed,
  judgeRefusal: (exchange) => judgeRefusal(exchange, { status: [404, 400], codes, fills: [id] }),
  judgeSelf, judgeOwnSelf, judgeSound, judgeAcceptedOnlyForWrites, judgeCreated,
  judgeStatus: (exchange) => judgeStatus(exchange, [200, 201]),
  judgeNoNulls, judgeUnits, judgeNoServerError,
  judgeSeenCode: (exchange) => judgeSeenCode(exchange)?.judgement ?? nothingToSee,
  judgePlayed: (exchange, other) => judgePlayed({
    dialect: 'access-list', mark: 'x', refused: answer(exchange), newer: [], fills: [id],
    watched: { before: answer(other), after: answer(exchange) }, contended: false, beside: answer(other),
  }, 'RESOURCE_NOT_FOUND'),
};
const known = new Set(Object.values(exported));

/** Those, and the general rules that are more than one of them. */
export const judges: Readonly<Record<string, Judge>> = {
  ...exported,
  ...Object.fromEntries(trafficJudges.map(({ requirement, judge }) => [`traffic ${requirement}`, judge])),
  'consecutive pages': (exchange, other) => {
    const walked = consecutivePages();
    return together(...[other, exchange].flatMap((one) => walked(one)).map(({ judgement }) => judgement));
  },
  ...Object.fromEntries(standingJudges.filter(({ judge }) => !known.has(judge)).map(({ requirement, judge }) => [requirement, judge])),
};
