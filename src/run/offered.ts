import { operationOf } from '../checks/schemas/conformance.ts';
import type { Answer, Client, Guard } from '../client/types.ts';
import { pathBelow } from '../contract/path-templates.ts';
import { operationFor, operations, resourceAt } from '../contract/operations/index.ts';
import type { Capability, Settings } from '../target/settings/types.ts';
import type { Exchange } from '../wire/exchange.ts';
import { noteJudgement, shownIn, type CurrentTest, type Unmet } from './test/current-test.ts';
import type { Session } from './session.ts';
import { notOfferedReason } from '../contract/reasons.ts';
import { notOffered } from './test/unmet.ts';
import { errorCodeOf } from '../wire/json.ts';

/** A login is demanded for what is open to everybody, as before any path by a target that does not have it. */
function wantsLogin(exchange: Exchange): boolean {
  if (exchange.response?.status !== 401) return false;
  const id = operationOf(exchange);
  return id !== undefined && operations[id].unauthenticated === true;
}

/** Whether an answer says that there is no such resource, or that it does not take the method. */
export function isMissing({
  status,
  json,
  exchange,
}: Pick<Answer, 'status' | 'json'> & Partial<Pick<Answer, 'exchange'>>): boolean {
  if (exchange !== undefined && wantsLogin(exchange)) return true;
  if (status !== 404) return status === 405 || status === 501;
  const code = errorCodeOf(json);
  return code === undefined || code === 'RESOURCE_NOT_FOUND';
}

/** The path of a URL, or of a path below the root, below the root; undefined for a URL that lies elsewhere. */
const below = (settings: Settings, place: string): string | undefined =>
  URL.canParse(place) ? pathBelow(settings.target.url, place) : place;

const familyAt = (settings: Settings, method: string, place: string): string | undefined => {
  const path = below(settings, place);
  return path === undefined ? undefined : resourceAt(method, path)?.family;
};

/** What the target's file says of the family to which a request belongs; undefined where it is left to be found out. */
export function capabilityAt(settings: Settings, method: string, place: string): Capability | undefined {
  const { capabilities } = settings.target;
  const family = capabilities && familyAt(settings, method, place);
  return family === undefined ? undefined : capabilities?.[family];
}

/** Whether the target's file says that what is there is to be left alone. */
export const isSwitchedOff = (settings: Settings, place: string, method = 'GET'): boolean =>
  capabilityAt(settings, method, place) === 'off';

/** Holds the client to the families that the target's file does not switch off; asked before a byte leaves. */
export const guardForFamilies =
  (settings: Settings): Guard =>
  ({ method, url }) => {
    refuseSwitchedOff(settings, method, url);
  };

/** Ends the test where the target's file says that what it would ask for is to be left alone. */
export function refuseSwitchedOff(settings: Settings, method: string, place: string): void {
  if (!isSwitchedOff(settings, place, method)) return;
  notOffered(`${familyAt(settings, method, place)} (switched off in the target's file)`);
}

/**
 * Hands an answer on that is one. Ends the test where it says that the target lacks the resource: as not offered, or
 * as broken where the target's file says that it is there.
 */
export function unlessMissing(session: Session, answer: Answer, what: string): Answer {
  if (!isMissing(answer)) return answer;
  insistWhereOn(session.settings, answer, what);
  return notOffered(what);
}

/** Fails the test by the target's answer where its file says that the family is there. */
export function insistWhereOn(settings: Settings, { status, exchange }: Answer, what: string): void {
  const { method, url } = exchange.request;
  if (capabilityAt(settings, method, url) !== 'on') return;
  const message = `is ${status} for ${method} ${below(settings, url) ?? url}: ${what} should be there, as the target's file says`;
  noteJudgement({ examined: 1, violations: [{ path: 'status', message, exchange: exchange.id }] }, exchange);
  throw new Error(`status ${message}`);
}

/** Whether the target serves a family of resources at all, found out by asking for its collection once. */
export async function offers(session: Session, family: string, path: string, client: Client = session.client): Promise<boolean> {
  if (isSwitchedOff(session.settings, path)) return false;
  return session.once(`offers ${family}`, async () => {
    const answer = await client.send({ method: 'GET', path, query: { itemsPerPage: 1 } });
    if (!isMissing(answer)) return true;
    insistWhereOn(session.settings, answer, family);
    return false;
  });
}

/** Ends the test unless the target serves that family: as not offered, and for what reason. */
export async function demandOffered(session: Session, family: string, path: string): Promise<void> {
  refuseSwitchedOff(session.settings, 'GET', path);
  if (!(await offers(session, family, path))) notOffered(family);
}

/** Whether a target says in as many words that it does not have an operation; 404 alone may mean the entity. */
const isDisowned = (response: Exchange['response'] | undefined): boolean =>
  response?.status === 405 ||
  response?.status === 501 ||
  (response?.status === 404 && /"errorCode"\s*:\s*"RESOURCE_NOT_FOUND"/.test(response.body));

/**
 * Why a failed test is no breach: all that it found fault with are answers to operations of the documents, by which the
 * target says that it has no such operation. No target has to offer them all. What a link leads to is another matter:
 * there the target itself said that it is there. Undefined where the fault stands.
 */
export function lackOfOperation(test: CurrentTest, settings: Settings): Unmet | undefined {
  const { info, violations } = test;
  if (info.errors.length === 0 || violations.length === 0) return undefined;
  if (info.annotations.some(({ description }) => description?.startsWith('link.'))) return undefined;
  const lacking = violations.map((violation) => {
    const { request, response } = shownIn(test, violation) ?? {};
    if (request === undefined || !isDisowned(response)) return undefined;
    const path = below(settings, request.url);
    const operation = path === undefined ? undefined : operationFor(request.method, path);
    if (operation === undefined || capabilityAt(settings, request.method, request.url) === 'on') return undefined;
    return `${request.method} ${operations[operation].path}`;
  });
  if (lacking.includes(undefined)) return undefined;
  return { outcome: 'not-offered', reason: notOfferedReason([...new Set(lacking)].join(' and ')) };
}
