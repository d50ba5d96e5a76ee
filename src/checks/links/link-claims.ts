import type { ErrorCodeName } from '../../contract/error-codes/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import { isRelation } from '../../contract/relations.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee, together } from '../exchange/judgement.ts';
import { bodyOf, contentOf } from '../exchange/json.ts';
import { hrefOf, judgeOrigin } from './links.ts';
import { below, seen } from '../exchange/pointer.ts';
import { comparablePath, urlOf } from '../exchange/request.ts';
import { judgeSelf } from './self.ts';
import { shapeOf } from '../exchange/shapes.ts';
import { instantOf } from '../values/instants.ts';
import { isObject } from '../../wire/json.ts';

/** Which link was followed, and where it was met. */
export interface Followed {
  /** Path of the document that has the link. */
  readonly from: string;
  readonly rel: string;
}

/** The caller may not see what is there, or not now: that says nothing of the link. */
const closedDoors = [401, 403, 429];
const deadEnds = [404, 405, 410];
/** What is not there yet: its place is known, and somebody may put it there. */
const notYetThere: readonly unknown[] = [
  'AUTOMATION_CONFIG_NOT_FOUND',
  'BACKUP_CONFIG_NOT_FOUND',
  'LAST_PING_NOT_FOUND',
  'HOST_LAST_PING_NOT_FOUND',
  'NO_SSH_KEYS_IN_GROUP',
] satisfies readonly ErrorCodeName[];

/** A link that was followed leads to something: neither to what does not exist, nor to what cannot be read. */
export function judgeNoDeadEnd(exchange: Exchange, { from, rel }: Followed): Judgement {
  if (exchange.response === null) return nothingToSee;
  const { status } = exchange.response;
  const link = `the link ${rel} of ${from} leads to ${urlOf(exchange).pathname}, which`;
  if (closedDoors.includes(status)) return judged(0, [], [at(exchange, 'status', `${link} is closed to the caller: ${status}`)]);
  if (!deadEnds.includes(status) && status < 500) return judged(1, []);
  const code = errorAnswerOf(exchange)?.document?.['errorCode'];
  if (notYetThere.includes(code))
    return judged(1, [], [at(exchange, 'status', `${link} is not there yet: ${status} ${String(code)}`)]);
  return judged(1, [at(exchange, 'status', `${link} is answered ${status}`)]);
}

/** The link self of an entity is the URL it was read from; that it names another origin is a finding. */
export const judgeOwnUrl = (exchange: Exchange): Judgement =>
  together(judgeSelf(exchange), judged(0, [], judgeOrigin(exchange).findings));

/** Following an entity's link self brought that entity: its id, and what lasts of it. Entities without an id show nothing. */
export function judgeIsEntity(exchange: Exchange, listed: Readonly<Record<string, unknown>>): Judgement {
  const { id } = listed;
  if (exchange.response === null || typeof id !== 'string') return nothingToSee;
  const { status } = exchange.response;
  if (closedDoors.includes(status))
    return judged(0, [], [at(exchange, 'status', `is ${status}: the caller may list ${id}, not read it`)]);
  if (status !== 200) return judged(1, [at(exchange, 'status', `is ${status}, expected 200 and the entity ${id}`)]);
  const content = contentOf(exchange);
  const read = isObject(content?.value) ? content.value : {};
  const strange = lasting.filter(
    (field) => isText(listed[field]) && isText(read[field]) && !isSameText(listed[field], read[field]),
  );
  const faults = [...(read['id'] === id ? [] : ['id']), ...strange];
  return judged(
    1,
    faults.map((field) =>
      at(exchange, below(content?.pointer ?? '', field), `is ${seen(read[field])}, expected ${seen(listed[field])}`),
    ),
  );
}

/** What an entity never loses to another value: when and of what it was made, and by whom. */
const lasting = ['created', 'eventTypeName', 'groupId', 'orgId', 'alertConfigId', 'userId', 'publicKey', 'hostname'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';

/** The same text, in large or small letters; or the same moment, to a second. */
function isSameText(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const [before, after] = [instantOf(one), instantOf(other)];
  return before !== undefined && after !== undefined && Math.abs(before - after) < 1000;
}

/** Rels of an owner's links, in order. */
function relsOf(owner: Readonly<Record<string, unknown>>): unknown[] {
  const { links } = owner;
  return Array.isArray(links) ? links.map((link: unknown) => (isObject(link) ? link['rel'] : undefined)) : [];
}

/**
 * The entity links to something besides itself. `wanted` are names of relations of which the page expects one; another
 * one in their stead is a finding, because the page names none for any kind of entity.
 */
export function judgeRelated(exchange: Exchange, wanted: readonly string[]): Judgement {
  const shape = shapeOf(exchange);
  if (shape.kind !== 'entity') return judged(1, [at(exchange, '', `is ${bodyOf(exchange).kind}, expected an entity`)]);
  const [{ value, pointer }] = shape.entities;
  const others = relsOf(value).filter((rel) => rel !== 'self');
  const path = below(pointer, 'links');
  if (others.length === 0) return judged(1, [at(exchange, path, 'has no link but self, expected one to a related resource')]);
  if (wanted.some((name) => others.some((rel) => isRelation(rel, name)))) return judged(1, []);
  return judged(1, [], [at(exchange, path, `has ${seen(others)}, expected ${wanted.join(' or ')} among them`)]);
}

/** The endpoint's own page shows listed users with a link to their access list as well. */
const mayLinkMore = /\/users$/;

/** Every entity in the list has the link self and no other. */
export function judgeOnlySelf(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  if (shape.kind !== 'list') return nothingToSee;
  const linked = shape.entities.filter(({ value }) => hrefOf(value, 'self') !== undefined);
  const more = linked.flatMap(({ value, pointer }) => {
    const others = relsOf(value).filter((rel) => rel !== 'self');
    return others.length === 0 ? [] : [at(exchange, below(pointer, 'links'), `has ${seen(others)} besides self`)];
  });
  return mayLinkMore.test(comparablePath(urlOf(exchange))) ? judged(0, [], more) : judged(linked.length, more);
}
