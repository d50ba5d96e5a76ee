import type { Layer } from '../../../src/mock/forms/types.ts';
import { pathOf, rewritingEntities, rewritingLists } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

type Link = Record<string, unknown>;

/** Changes the links of what is served alone at such a path, in an envelope or without. */
function linksAt(place: RegExp, change: (links: Link[]) => Link[]): Layer {
  const changed = (entity: Record<string, unknown>): Record<string, unknown> =>
    Array.isArray(entity['links']) ? { ...entity, links: change(entity['links'] as Link[]) } : entity;
  return rewritingEntities((entity, request) => {
    if (!place.test(pathOf(request))) return undefined;
    const { content } = entity as { content?: Record<string, unknown> };
    return content === undefined ? changed(entity) : { ...entity, content: changed(content) };
  });
}

/** Changes the links of the entities in a list at such a path. */
const linksInListAt = (place: RegExp, change: (links: Link[], all: Link[][], index: number) => Link[]): Layer =>
  rewritingLists((list, request) => {
    if (!place.test(pathOf(request))) return undefined;
    const all = list.results.map((entity) => entity['links'] as Link[]);
    return {
      ...list,
      results: list.results.map((entity, index) => ({ ...entity, links: change(all[index] ?? [], all, index) })),
    };
  });

const host = /^\/groups\/\w+\/hosts\/\w{32}$/;
const hosts = /^\/groups\/\w+\/hosts$/;
const isSelf = ({ rel }: Link): boolean => rel === 'self';

/** Changes the hrefs of links of that name. */
const href =
  (name: RegExp, change: (href: string) => string) =>
  (links: Link[]): Link[] =>
    links.map((link) => (name.test(String(link['rel'])) ? { ...link, href: change(String(link['href'])) } : link));

/** An href into a place where nothing is: another word in the place of its last but one. */
const nowhere = (url: string): string => url.replace(/\/([^/]+)\/([^/]+)$/, '/no$1/$2');

/** One resource of each family; below its project or organization, or by itself. */
const alone: Readonly<Record<string, RegExp>> = {
  alert: /^\/groups\/\w+\/alerts\/\w{24}$/,
  cluster: /^\/groups\/\w+\/clusters\/\w{24}$/,
  user: /^\/users\/\w{24}$/,
  'alert-config': /^\/groups\/\w+\/alertConfigs\/\w{24}$/,
  'maintenance-window': /^\/groups\/\w+\/maintenanceWindows\/\w{24}$/,
  organization: /^\/orgs\/\w{24}$/,
  team: /^\/orgs\/\w+\/teams\/\w{24}$/,
  'api-key': /^\/orgs\/\w+\/apiKeys\/\w{24}$/,
  snapshot: /^\/groups\/\w+\/clusters\/\w+\/snapshots\/\w{24}$/,
  'backup-config': /^\/groups\/\w+\/backupConfigs\/\w{24}$/,
};

/** Lists of families to which not every root leads by links. */
const listed: Readonly<Record<string, RegExp>> = {
  'log-collection-job': /^\/groups\/\w+\/logCollectionJobs$/,
  snapshot: /^\/groups\/\w+\/clusters\/\w+\/snapshots$/,
  event: /^\/orgs\/\w+\/events$/,
  'api-key': /^\/orgs\/\w+\/apiKeys$/,
  'backup-config': /^\/groups\/\w+\/backupConfigs$/,
};

const strayedSelf: readonly Mutant[] = [
  ...Object.entries(alone).map(([name, place]): Mutant => ({
    name: `link-self-of-${name}-is-nowhere`,
    breaks: 'link.self-is-own-url',
    mock: { wire: linksAt(place, href(/^self$/, nowhere)) },
  })),
  ...Object.entries(listed).map(([name, place]): Mutant => ({
    name: `link-self-of-listed-${name}-is-nowhere`,
    breaks: 'link.crawl-finds-no-dead-end',
    mock: { wire: linksInListAt(place, href(/^self$/, nowhere)) },
  })),
];

export const mutants: readonly Mutant[] = [
  ...strayedSelf,
  {
    name: 'link-has-url-for-href',
    breaks: 'link.array-of-rel-and-href',
    mock: {
      wire: linksAt(host, (links) => links.map((link) => (isSelf(link) ? link : { rel: link['rel'], url: link['href'] }))),
    },
  },
  {
    name: 'link-of-host-to-itself-is-missing',
    breaks: 'link.every-entity-has-self',
    mock: { wire: linksAt(host, (links) => links.filter((link) => !isSelf(link))) },
  },
  {
    name: 'link-of-listed-host-is-missing',
    breaks: 'link.list-entity-has-self',
    mock: { wire: linksInListAt(hosts, () => []) },
  },
  {
    name: 'link-of-listed-host-to-its-project',
    breaks: 'link.list-entity-has-only-self',
    mock: {
      wire: linksInListAt(hosts, (links) => [
        ...links,
        { rel: 'http://mms.mongodb.com/group', href: String(links[0]?.['href']).replace(/\/hosts\/.*/, '') },
      ]),
    },
  },
  {
    name: 'link-is-relative',
    breaks: 'link.href-absolute',
    mock: {
      wire: linksAt(
        host,
        href(/group$/, (url) => new URL(url).pathname),
      ),
    },
  },
  {
    name: 'link-self-of-host-is-its-list',
    breaks: 'link.self-is-own-url',
    mock: {
      wire: linksAt(
        host,
        href(/^self$/, (url) => url.replace(/\/[^/]*$/, '')),
      ),
    },
  },
  {
    name: 'link-self-of-listed-host-is-its-neighbours',
    breaks: 'link.self-answers-with-entity',
    mock: { wire: linksInListAt(hosts, (_links, all, index) => all[(index + 1) % all.length] ?? []) },
  },
  {
    name: 'link-self-of-listed-project-is-gone',
    breaks: 'link.self-answers-with-entity',
    mock: {
      wire: linksInListAt(
        /^\/orgs\/\w+\/groups$/,
        href(/^self$/, (url) => url.replace('/groups/', '/group/')),
      ),
    },
  },
  {
    name: 'link-of-host-is-self-only',
    breaks: 'link.related-resource-linked',
    mock: { wire: linksAt(host, (links) => links.filter(isSelf)) },
  },
  {
    name: 'link-of-root-to-missing-projects',
    breaks: 'link.root-leads-to-collections',
    mock: {
      wire: linksAt(
        /^\/?$/,
        href(/groups$/, (url) => url.replace(/groups$/, 'projects')),
      ),
    },
  },
  {
    name: 'link-of-project-is-a-dead-end',
    breaks: 'link.crawl-finds-no-dead-end',
    mock: {
      wire: linksAt(
        /^\/groups\/\w{24}$/,
        href(/hosts$/, (url) => url.replace(/hosts$/, 'processes')),
      ),
    },
  },
  {
    name: 'link-of-project-to-what-cannot-be-read',
    breaks: 'link.crawl-finds-no-dead-end',
    mock: {
      wire: linksAt(
        /^\/groups\/\w{24}$/,
        href(/clusters$/, (url) => url.replace(/clusters$/, 'automationConfig/updateAgentVersions')),
      ),
    },
  },
];
