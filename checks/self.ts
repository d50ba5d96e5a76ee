import { limits } from '../contract/limits.ts';
import type { Judgement, Violation } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { at, judged, nothingToSee } from './judgement.ts';
import { hrefOf } from './links.ts';
import { below, seen } from './pointer.ts';
import { comparablePath, urlOf } from './request.ts';
import { shapeOf } from './shapes.ts';

/** Parameters that tell how to answer, not what: servers add them to links, or leave them out. */
const presentation = ['pretty', 'envelope', 'includeCount'];
const paging = { pageNum: '1', itemsPerPage: String(limits.defaultItemsPerPage) } as const;

/** Words that differ by version: access lists; and the page writes `projects` where every server says `groups`. */
function sameWords(path: string): string {
  return path.replaceAll('/whitelist', '/accessList').replaceAll('/projects', '/groups').replace(/%2F(32|128)$/, '');
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
  if (byOtherName.test(request)) return typeof id === 'string' && last === encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
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
