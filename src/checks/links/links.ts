import { isRelation } from '../../contract/relations.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { mayLackLinks, shapeOf, type Entity } from '../exchange/shapes.ts';
import { isObject } from '../../wire/json.ts';

interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

/** Every `links` of an answer: of the entity or the list, and of each entity in the list. */
function linksIn(exchange: Exchange): Place[] {
  const shape = shapeOf(exchange);
  if (!('entities' in shape)) return [];
  const owners: Entity[] =
    shape.kind === 'list' ? [{ value: shape.list, pointer: shape.pointer }, ...shape.entities] : [...shape.entities];
  return owners
    .filter(({ value }) => value['links'] !== undefined)
    .map(({ value, pointer }) => ({ value: value['links'], pointer: below(pointer, 'links') }));
}

function faultsOfLink(exchange: Exchange, link: unknown, pointer: string): Violation[] {
  if (!isObject(link)) return [at(exchange, pointer, `is ${seen(link)}, expected {rel, href}`)];
  return ['rel', 'href']
    .filter((field) => typeof link[field] !== 'string' || link[field] === '')
    .map((field) => at(exchange, below(pointer, field), `is ${seen(link[field])}, expected a string`));
}

/** `links` is an array of link relations with `rel` and `href`; that it is there is judgeSelfPresence's to say. */
export function judgeLinks(exchange: Exchange): Judgement {
  const places = linksIn(exchange);
  return judged(
    places.length,
    places.flatMap(({ value, pointer }) => {
      if (!Array.isArray(value)) return [at(exchange, pointer, `is ${seen(value)}, expected an array`)];
      return value.flatMap((link: unknown, index) => faultsOfLink(exchange, link, below(pointer, index)));
    }),
  );
}

function hrefsIn(exchange: Exchange): { href: string; pointer: string }[] {
  return linksIn(exchange).flatMap(({ value, pointer }) =>
    (Array.isArray(value) ? value : []).flatMap((link: unknown, index) => {
      const href = isObject(link) ? link['href'] : undefined;
      return typeof href === 'string' && href !== '' ? [{ href, pointer: `${pointer}/${index}/href` }] : [];
    }),
  );
}

/** Every href is an absolute URL of http or https. */
export function judgeAbsoluteHrefs(exchange: Exchange): Judgement {
  const hrefs = hrefsIn(exchange);
  return judged(
    hrefs.length,
    hrefs
      .filter(({ href }) => !/^https?:\/\/[^/?#]/i.test(href) || !URL.canParse(href))
      .map(({ href, pointer }) => at(exchange, pointer, `is ${seen(href)}, expected an absolute URL`)),
  );
}

/** A server behind a proxy may name another origin than the one asked: one finding for each such origin. */
export function judgeOrigin(exchange: Exchange): Judgement {
  const { origin } = new URL(exchange.request.url);
  const hrefs = hrefsIn(exchange).filter(({ href }) => URL.canParse(href));
  const others = new Map(hrefs.map(({ href, pointer }) => [new URL(href).origin, pointer] as const).toReversed());
  others.delete(origin);
  return judged(
    hrefs.length,
    [],
    [...others].map(([other, pointer]) => at(exchange, pointer, `points to ${other}, asked was ${origin}`)),
  );
}

/** The href of the first link of that relation (see isRelation); undefined where there is none. */
export function hrefOf(owner: unknown, rel: string): string | undefined {
  const links = isObject(owner) ? owner['links'] : undefined;
  if (!Array.isArray(links)) return undefined;
  const link: unknown = links.find((item: unknown) => isObject(item) && isRelation(item['rel'], rel));
  return isObject(link) && typeof link['href'] === 'string' ? link['href'] : undefined;
}

/** The same of each of its links of that relation. */
export function hrefsOf(owner: unknown, rel: string): string[] {
  const links = isObject(owner) ? owner['links'] : undefined;
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown) => {
    const href = isObject(link) && isRelation(link['rel'], rel) ? link['href'] : undefined;
    return typeof href === 'string' ? [href] : [];
  });
}

function lacksSelf({ value }: Entity): boolean {
  const { links } = value;
  return !(Array.isArray(links) && links.some((link: unknown) => isObject(link) && link['rel'] === 'self'));
}

function missingSelf(exchange: Exchange, entities: readonly Entity[]): Judgement {
  const missing = entities
    .filter(lacksSelf)
    .map(({ value, pointer }) => at(exchange, below(pointer, 'links'), `is ${seen(value['links'])}, expected a self link`));
  return mayLackLinks(exchange) ? judged(0, [], missing) : judged(entities.length, missing);
}

/** An entity that is alone in its answer has a self link. Where no source shows links, a finding. */
export function judgeSelfPresence(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  return shape.kind === 'entity' ? missingSelf(exchange, shape.entities) : nothingToSee;
}

/** Every entity in a list has a self link. Where no source shows links, a finding. */
export function judgeListEntitiesSelf(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  return shape.kind === 'list' ? missingSelf(exchange, shape.entities) : nothingToSee;
}
