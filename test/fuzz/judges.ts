import * as challenge from '../../src/checks/errors/challenge.ts';
import { judgeConformance } from '../../src/checks/schemas/conformance.ts';
import { judgeJsonContentType } from '../../src/checks/values/content-type.ts';
import { consecutivePages } from '../../src/checks/lists/consecutive-pages.ts';
import { trafficJudges } from '../../src/checks/from-traffic.ts';
import { judgeSeenCode } from '../../src/checks/errors/seen-code.ts';
import { judgeBsonTimestamps, judgeDates } from '../../src/checks/values/dates.ts';
import * as defaults from '../../src/checks/values/defaults.ts';
import { judgeHolds, judgeHoldsOnly, judgeMeetsEachOnce } from '../../src/checks/lists/entities.ts';
import { judgeEntities, judgeEntity } from '../../src/checks/schemas/entity.ts';
import * as envelope from '../../src/checks/lists/envelope.ts';
import * as errors from '../../src/checks/errors/error-document.ts';
import {
  judgeFilled,
  judgeFilledIn,
  judgeNamesLimit,
  judgeNamesPath,
  judgeReadable,
  judgeSays,
} from '../../src/checks/errors/error-text.ts';
import { judgeNoBody, judgeSameHeaders } from '../../src/checks/layout/head.ts';
import { judgeHeader } from '../../src/checks/values/headers.ts';
import { instant } from '../../src/checks/values/instants.ts';
import { absent, judgeFields, judgeJson, present } from '../../src/checks/values/json-claims.ts';
import { judgeStanding } from '../../src/checks/judge-standing.ts';
import { nothingToSee, together } from '../../src/checks/exchange/judgement.ts';
import { judgeCompact, judgePretty, judgeSameContent } from '../../src/checks/layout/layout.ts';
import { contentOf } from '../../src/checks/exchange/json.ts';
import { judgeNoLeak } from '../../src/checks/values/leak.ts';
import * as linkClaims from '../../src/checks/links/link-claims.ts';
import { judgeLinkIs, judgeLinksToItself } from '../../src/checks/lists/link-presence.ts';
import * as links from '../../src/checks/links/links.ts';
import * as everywhere from '../../src/checks/lists/everywhere.ts';
import { judgeListed, judgeNamedNowhere, judgeNothingAdded } from '../../src/checks/lists/listed.ts';
import { judgeNamesTheOne } from '../../src/checks/errors/names-asked-for.ts';
import { judgeNamesField } from '../../src/checks/errors/named-field.ts';
import { judgeEachOnce } from '../../src/checks/lists/once.ts';
import { judgeLinkTarget, judgeListShape, judgePageSize } from '../../src/checks/lists/page.ts';
import { judgeNotServed } from '../../src/checks/layout/plain-http.ts';
import { judgeRefusal } from '../../src/checks/errors/refusal.ts';
import { schemaNames } from '../../src/contract/schema-names.ts';
import { judgeOwnSelf, judgeSelf } from '../../src/checks/links/self.ts';
import { judgePageOrRefusal } from '../../src/checks/layout/page-or-refusal.ts';
import { standingJudges } from '../../src/checks/standing.ts';
import * as statuses from '../../src/checks/errors/status.ts';
import * as asSent from '../../src/checks/values/as-sent.ts';
import * as datesInOrder from '../../src/checks/values/dates-in-order.ts';
import { judgeNamesOnce } from '../../src/checks/values/names-once.ts';
import { judgeOfItsPath } from '../../src/checks/links/parents.ts';
import { judgeRelations } from '../../src/checks/links/relations.ts';
import { judgeNoNulls, judgeUnits } from '../../src/checks/values/values.ts';
import type { Answer } from '../../src/client/types.ts';
import type { Judgement } from '../../src/contract/outcomes.ts';
import { judgePlayed } from '../../fixtures/scenarios/refused-as.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { id } from '../support/made-exchanges.ts';

/** A judge of one answer; those of two or more get another one as well. */
type Judge = (exchange: Exchange, other: Exchange) => Judgement;

const answer = (exchange: Exchange): Answer => ({
  exchange,
  status: exchange.response?.status ?? 0,
  headers: exchange.response?.headers ?? [],
  body: exchange.response?.body ?? '',
  json: undefined,
});
/** One schema an answer, or each answer would cost all of them. */
const schemaFor = ({ response }: Exchange) => schemaNames[(response?.body.length ?? 0) % schemaNames.length]!;
const claim = { '/id': present, '/name': absent, '/created': instant('2018-09-27T16:00:00Z'), '/results/0/links': [], '': {} };
const codes = ['RESOURCE_NOT_FOUND', 'INVALID_ENUM_VALUE'] as const;
/** A thing that is in a list, has a name, and something below it. */
const seenIn = (exchange: Exchange, other: Exchange) => ({
  id,
  lists: [{ pages: [exchange, other] }],
  named: exchange,
  former: other,
  below: [exchange],
});
const template = 'An invalid enumeration value {0} was specified for {1} by {2}.';

/** Every judge under the name it is exported by; those that want more than an answer are given what specs give them. */
const exported: Readonly<Record<string, Judge>> = {
  ...challenge,
  ...defaults,
  ...envelope,
  judgeConformance: (exchange) => judgeConformance(exchange)?.judgement ?? nothingToSee,
  judgeJsonContentType,
  judgeBsonTimestamps,
  judgeDates,
  judgeHolds: (exchange) => judgeHolds(exchange, [id]),
  judgeHoldsOnly: (exchange) => judgeHoldsOnly(exchange, [{ id }]),
  judgeMeetsEachOnce: (exchange, other) => judgeMeetsEachOnce([exchange, other, exchange], [id]),
  judgeEntity: (exchange) => judgeEntity(exchange, schemaFor(exchange)),
  judgeEntities: (exchange) => judgeEntities(exchange, schemaFor(exchange)),
  judgeErrorShape: errors.judgeErrorShape,
  judgeErrorStatus: errors.judgeErrorStatus,
  judgeReason: errors.judgeReason,
  judgeErrorCode: errors.judgeErrorCode,
  judgeParameters: errors.judgeParameters,
  judgeDetail: (exchange) => errors.judgeDetail(exchange, template),
  judgeNamesLimit: (exchange) => judgeNamesLimit(exchange, 100),
  judgeSays: (exchange) => judgeSays(exchange, id, '', 'x'),
  judgeFilledIn: (exchange) => judgeFilledIn(exchange, [id, '', 'x']),
  judgeFilled,
  judgeNamesPath,
  judgeReadable,
  judgeNoBody,
  judgeStanding: (exchange) => together(...judgeStanding(exchange).map(({ judgement }) => judgement)),
  judgeSameHeaders: (exchange, other) => together(judgeSameHeaders(other, exchange), judgeSameHeaders(exchange, other)),
  judgeHeader: (exchange) => judgeHeader(exchange, 'Content-Type', /^application\/json/),
  judgeJson: (exchange) => judgeJson(exchange, claim),
  judgeFields: (exchange) => judgeFields(exchange, contentOf(exchange)?.value, '', claim),
  judgeCompact,
  judgePretty,
  judgeSameContent: (exchange, other) => together(judgeSameContent(other, exchange), judgeSameContent(exchange, other)),
  judgeNoLeak,
  judgeNoDeadEnd: (exchange) => linkClaims.judgeNoDeadEnd(exchange, { from: '/groups', rel: 'self' }),
  judgeOwnUrl: linkClaims.judgeOwnUrl,
  judgeIsEntity: (exchange) => linkClaims.judgeIsEntity(exchange, { id }),
  judgeRelated: (exchange) => linkClaims.judgeRelated(exchange, ['http://mms.mongodb.com/group']),
  judgeOnlySelf: linkClaims.judgeOnlySelf,
  judgeLinkIs: (exchange) => together(judgeLinkIs(exchange, 'next', 'present'), judgeLinkIs(exchange, 'self', 'absent')),
  judgeLinksToItself,
  judgeLinks: links.judgeLinks,
  judgeAbsoluteHrefs: links.judgeAbsoluteHrefs,
  judgeOrigin: links.judgeOrigin,
  judgeSelfPresence: links.judgeSelfPresence,
  judgeListEntitiesSelf: links.judgeListEntitiesSelf,
  judgeListed: (exchange, other) =>
    together(judgeListed([exchange, other], id, 'listed'), judgeListed([exchange], id, 'not listed')),
  judgeGoneEverywhere: (exchange, other) => everywhere.judgeGoneEverywhere(seenIn(exchange, other)),
  judgeShownEverywhere: (exchange, other) => everywhere.judgeShownEverywhere(seenIn(exchange, other), claim),
  judgeLockedOut: (exchange, other) => everywhere.judgeLockedOut(other, exchange),
  judgeNamedNowhere: (exchange) => judgeNamedNowhere(exchange, id),
  judgeNothingAdded: (exchange, other) => judgeNothingAdded(other, exchange) ?? nothingToSee,
  judgeNamesTheOne: (exchange) => together(...codes.map((code) => judgeNamesTheOne(exchange, code, id))),
  judgeNamesField: (exchange) => judgeNamesField(exchange, 'name'),
  judgeLinkTarget: (exchange) =>
    together(...(['self', 'previous', 'next'] as const).map((rel) => judgeLinkTarget(exchange, rel))),
  judgeEachOnce,
  judgeListShape,
  judgePageSize: (exchange) => together(judgePageSize(exchange, 1), judgePageSize(exchange)),
  judgeNotServed,
  judgeRefusal: (exchange) => judgeRefusal(exchange, { status: [404, 400], codes, fills: [id] }),
  judgeSelf,
  judgeOwnSelf,
  judgePageOrRefusal,
  ...statuses,
  judgeStatus: (exchange) => statuses.judgeStatus(exchange, [200, 201]),
  ...asSent,
  ...datesInOrder,
  judgeNamesOnce,
  judgeOfItsPath,
  judgeRelations,
  judgeNoNulls,
  judgeUnits,
  judgeSeenCode: (exchange) => judgeSeenCode(exchange)?.judgement ?? nothingToSee,
  judgePlayed: (exchange, other) =>
    judgePlayed(
      {
        dialect: 'access-list',
        mark: 'x',
        refused: answer(exchange),
        newer: [],
        fills: [id],
        watched: { before: answer(other), after: answer(exchange) },
        contended: false,
        beside: answer(other),
      },
      'RESOURCE_NOT_FOUND',
    ),
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
  ...Object.fromEntries(
    standingJudges.filter(({ judge }) => !known.has(judge)).map(({ requirement, judge }) => [requirement, judge]),
  ),
};
