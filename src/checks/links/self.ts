import { pathBelow } from '../../contract/path-templates.ts';
import { limits } from '../../contract/limits.ts';
import { operationFor, operations, supportedMethods } from '../../contract/operations/index.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { hrefOf, hrefsOf } from './links.ts';
import { below, seen } from '../exchange/pointer.ts';
import { operationOf } from '../schemas/conformance.ts';
import { comparablePath, placeOf, unescaped, urlOf } from '../exchange/request.ts';
import { shapeOf, type Entity } from '../exchange/shapes.ts';

/** Parameters that tell how to answer, not what: servers add them to links, or leave them out. */
const presentation = ['pretty', 'envelope', 'includeCount'];
const paging = { pageNum: '1', itemsPerPage: String(limits.defaultItemsPerPage) } as const;

/** Words that differ by version: access lists; and the page writes `projects` where every server says `groups`. */
function sameWords(path: string): string {
  return path
    .replaceAll('/whitelist', '/accessList')
    .replaceAll('/projects', '/groups')
    .replace(/%2F(32|128)$/, '');
}

/** Resources that hang under several parents (an API key of a project is one of its organization). */
const manyParents = /\/(?:apiKeys|users|teams|groups|clusters)\/[^/]+$/;
/** Ways to ask by something other than the id, which the entity's own URL carries. */
const byOtherName = /\/by[A-Z]\w*\/[^/]+$/;

/** The path of `href` names what the path of `asked` names; `id` is that of the entity in the answer. */
export function samePath(href: URL, asked: URL, id?: unknown): boolean {
  const [own, request] = [sameWords(comparablePath(href)), sameWords(comparablePath(asked))];
  if (own === request) return true;
  const last = own.split('/').at(-1);
  if (byOtherName.test(request))
    return typeof id === 'string' && last === encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const [ownKind, kind] = [manyParents.exec(own), manyParents.exec(request)];
  return ownKind !== null && ownKind[0] === kind?.[0];
}

/** Parameters of a link that page, compared with those expected; absent means the default. */
export function pagingFaults(href: URL, expected: { pageNum: string; itemsPerPage: string }): string[] {
  return (['pageNum', 'itemsPerPage'] as const).flatMap((name) => {
    const value = href.searchParams.get(name) ?? paging[name];
    return value === expected[name] ? [] : [`has ${name}=${value}, expected ${expected[name]}`];
  });
}

/** Parameters that choose what is listed, in an order of their own. */
export function filtersOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !presentation.includes(name) && !(name in paging));
  return JSON.stringify(kept.toSorted((a, b) => a.join('=').localeCompare(b.join('='))));
}

function compare(exchange: Exchange, href: string, path: string, id: unknown): Judgement {
  if (!URL.canParse(href, exchange.request.url)) return judged(1, [at(exchange, path, `is ${seen(href)}, no URL`)]);
  const own = new URL(href, exchange.request.url);
  const asked = urlOf(exchange);
  const violations: Violation[] = [];
  if (!samePath(own, asked, id)) {
    violations.push(at(exchange, path, `points to ${own.pathname}, expected ${asked.pathname}`));
  }
  if (shapeOf(exchange).kind === 'list') {
    const page = {
      pageNum: asked.searchParams.get('pageNum') ?? paging.pageNum,
      itemsPerPage: asked.searchParams.get('itemsPerPage') ?? paging.itemsPerPage,
    };
    violations.push(...pagingFaults(own, page).map((message) => at(exchange, path, message)));
  }
  const kept = filtersOf(own) === filtersOf(asked);
  const query = `has the query ${own.search}, asked was ${asked.search}`;
  return judged(1, violations, kept ? [] : [at(exchange, path, query)]);
}

/**
 * The self link of an entity or a list that was read or updated names what was asked for: same path, and on a list
 * the same page. Paths are compared unescaped; another origin is judgeOrigin's; another filter is a finding.
 */
export function judgeSelf(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  if (!['GET', 'PATCH'].includes(exchange.request.method.toUpperCase())) return nothingToSee;
  if (shape.kind !== 'list' && shape.kind !== 'entity') return nothingToSee;
  const owner = shape.kind === 'list' ? { value: shape.list, pointer: shape.pointer } : shape.entities[0];
  const href = hrefOf(owner.value, 'self');
  if (href === undefined) return nothingToSee;
  return compare(exchange, href, below(owner.pointer, 'links'), owner.value['id']);
}

/** The last word of a path, and whether the entity says it of itself: its id, or a name or address that it goes by. */
function endsInOwn(path: string, entity: Readonly<Record<string, unknown>>): boolean {
  const word = path.split('/').at(-1) ?? '';
  const decoded = /%(?![0-9a-f]{2})/i.test(word) ? word : unescaped(word);
  return Object.values(entity).some(
    (value) => value === decoded || value === word || value === decoded.replace(/\/(32|128)$/, ''),
  );
}

/** Whether a link names what the operation that was asked for would bring, but of another parent. */
function isUnderAnother(own: URL, exchange: Exchange): boolean {
  const place = pathBelow(exchange.root ?? limits.basePath, own.href);
  if (place === undefined || operationFor('GET', place || '/') === undefined) return false;
  if (operationFor(exchange.request.method, place || '/') !== operationOf(exchange)) return false;
  return !byOtherName.test(comparablePath(urlOf(exchange))) && parentOf(own) !== parentOf(urlOf(exchange));
}

const parentOf = (url: URL): string => sameWords(comparablePath(url)).replace(/\/[^/]*$/, '');

/** Whether a link self in a list names something in another list of the same kind: that of another parent. */
function isInAnotherList(own: URL, exchange: Exchange): boolean {
  const place = pathBelow(exchange.root ?? limits.basePath, own.href);
  const [list, asked] = [operationFor('GET', (place ?? '').replace(/\/[^/]*$/, '') || '/'), placeOf(exchange)];
  if (list === undefined || asked === undefined || operations[list].kind !== 'list') return false;
  return list === operationFor('GET', asked || '/') && parentOf(own) !== sameWords(comparablePath(urlOf(exchange)));
}

/** What is wrong with a link self of an entity that may have several. */
const strayedSelf = (exchange: Exchange, entity: Entity, alone: boolean): string | undefined =>
  hrefsOf(entity.value, 'self')
    .map((href) => strayed(exchange, entity, href, alone))
    .find((fault) => fault !== undefined);

function strayed(exchange: Exchange, { value }: Entity, href: string, alone: boolean): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const own = new URL(href);
  if (alone && samePath(own, urlOf(exchange), value['id'])) return undefined;
  const place = pathBelow(exchange.root ?? limits.basePath, href);
  if (place === undefined) return undefined;
  if (alone && isUnderAnother(own, exchange)) return `points to ${own.pathname}, under another parent than what was asked for`;
  if (!alone && isInAnotherList(own, exchange)) return `points to ${own.pathname}, in another list than this`;
  // What goes by another name than an id may have lost that name, which is another fault.
  if (!alone && typeof value['id'] !== 'string') return undefined;
  const isKnown = supportedMethods(place || '/').length > 0;
  if (isKnown ? endsInOwn(place, value) : !alone) return undefined;
  return `points to ${own.pathname}, which is not the entity's own URL`;
}

/**
 * Each link self of each entity of a known resource is its own URL. Of an entity that was read alone, that is the one it
 * was read from, or one of the same resource under another parent. Of one that was listed or made, it ends in what the
 * entity says of itself; where such a link names no resource that is known, only following it would tell.
 */
export function judgeOwnSelf(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  if ((shape.kind !== 'list' && shape.kind !== 'entity') || operationOf(exchange) === undefined) return nothingToSee;
  const alone = shape.kind === 'entity' && exchange.request.method !== 'POST';
  const linked = shape.entities.filter(({ value }) => hrefOf(value, 'self') !== undefined);
  return judged(
    linked.length,
    linked.flatMap((entity) => {
      const fault = strayedSelf(exchange, entity, alone);
      return fault === undefined ? [] : [at(exchange, below(entity.pointer, 'links'), fault)];
    }),
  );
}
