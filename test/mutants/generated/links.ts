import { operations } from '../../../src/contract/operations/index.ts';
import { isObject } from '../../../src/wire/json.ts';
import { documented } from './fields.ts';
import { there, whole, type Kind } from './lie.ts';
import { otherId, showing } from './shown.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;

const linksOf = (entity: Json): readonly Json[] => (Array.isArray(entity['links']) ? entity['links'].filter(isObject) : []);
const isOf = (link: Json, relation: string): boolean => String(link['rel']).split('/').at(-1) === relation;
const short = (relation: string): string => relation.split('/').at(-1)!;

const all: Kind['parts'] = ({ relations }) => [...new Set([...relations].map(short))];
/** Of what no page shows with links none is due. */
const selfAlone: Kind['parts'] = ({ operation, relations }) =>
  documented(operation).required.includes('links') && relations.has('self') ? ['self'] : [];
const hasLinks: Kind['parts'] = (seen, vocabulary) => (selfAlone(seen, vocabulary).length > 0 ? whole : []);
/** The page of users shows them in lists with a link to their access list as well. */
const isListOf = ({ operation }: SeenOperation): boolean =>
  operations[operation].kind === 'list' && operations[operation].schema !== 'user';

const linking = (
  name: string,
  parts: Kind['parts'],
  change: (links: readonly Json[], part: string, entity: Json) => unknown,
): Kind => ({
  name,
  parts,
  chooses: true,
  mock: (told) => ({
    inner: there(
      told,
      showing((entity) => ('links' in entity ? { ...entity, links: change(linksOf(entity), told.part, entity) } : entity)),
    ),
  }),
});

const eachOf =
  (change: (link: Json) => Json) =>
  (links: readonly Json[], relation: string): readonly Json[] =>
    links.map((link) => (isOf(link, relation) ? change(link) : link));

/** The URL with the last id in it changed. */
const elsewhere = (href: unknown): string => {
  const url = String(href);
  const last = [...url.matchAll(/[0-9a-f]{24,32}/gi)].at(-1);
  if (last === undefined) return `${url}/elsewhere`;
  return url.slice(0, last.index) + otherId(last[0]) + url.slice(last.index + last[0].length);
};

const pathAlone = (href: unknown): string => String(href).replace(/^https?:\/\/[^/]+/, '');

export const linkKinds: readonly Kind[] = [
  linking('link.self-absent', selfAlone, (links) => links.filter((link) => !isOf(link, 'self'))),
  linking(
    'link.related-absent',
    ({ operation, relations }) =>
      operation === 'hosts.read' && [...relations].some((one) => short(one) === 'group') ? ['group'] : [],
    (links, relation) => links.filter((link) => !isOf(link, relation)),
  ),
  linking(
    'link.leads-elsewhere',
    all,
    eachOf((link) => ({ ...link, href: elsewhere(link['href']) })),
  ),
  linking(
    'link.leads-to-nowhere',
    all,
    eachOf((link) => ({ ...link, href: String(link['href']).replace(/(?=\?|$)/, '/no/such/place') })),
  ),
  linking(
    'link.relative',
    all,
    eachOf((link) => ({ ...link, href: pathAlone(link['href']) })),
  ),
  linking(
    'link.of-another-relation',
    selfAlone,
    eachOf((link) => ({ ...link, rel: 'me' })),
  ),
  linking(
    'link.without-href',
    all,
    eachOf(({ href: _dropped, ...link }) => link),
  ),
  linking(
    'link.without-rel',
    all,
    eachOf(({ rel: _dropped, ...link }) => link),
  ),
  linking(
    'link.href-is-an-object',
    all,
    eachOf((link) => ({ ...link, href: { url: link['href'] } })),
  ),
  linking('links.by-relation', hasLinks, (links) => Object.fromEntries(links.map(({ rel, href }) => [String(rel), href]))),
  {
    name: 'links.absent',
    parts: hasLinks,
    chooses: true,
    mock: (told) => ({
      inner: there(
        told,
        showing(({ links: _dropped, ...entity }) => entity),
      ),
    }),
  },
  linking(
    'link.one-too-many-in-a-list',
    (seen) => (isListOf(seen) && seen.relations.size > 0 ? whole : []),
    (links) => [...links, { rel: 'related', href: String(links[0]?.['href']) }],
  ),
  linking('link.second-self-elsewhere', selfAlone, (links) => [
    ...links,
    ...links.filter((link) => isOf(link, 'self')).map((link) => ({ ...link, href: elsewhere(link['href']) })),
  ]),
];
