import type { Layer, MockRequest } from '../../../../src/mock/forms/types.ts';
import { isObject } from '../../../../src/wire/json.ts';
import { answering, onlyFor, pathOf, rewriting, rewritingEntities } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

type Json = Record<string, unknown>;
const other = 'f'.repeat(24);

/** Changes entities of such a path, alone and in lists. */
const everyEntity = (path: RegExp, change: (entity: Json, request: MockRequest) => Json): Layer =>
  rewriting((document, request, { status }) => {
    if (status >= 300 || !path.test(pathOf(request))) return undefined;
    const { results } = document;
    if (!Array.isArray(results)) return change(document, request);
    return { ...document, results: results.map((one: unknown) => (isObject(one) ? change(one, request) : one)) };
  });
const withRelation = (entity: Json, rel: string, change: (link: Json) => Json[]): Json => ({
  ...entity,
  links: (entity['links'] as Json[]).flatMap((link) => (String(link['rel']).endsWith(`/${rel}`) ? change(link) : [link])),
});
const answered = (method: string, path: RegExp, from: readonly number[], to: number): Mutant['mock'] => ({
  inner: onlyFor(
    method,
    path,
    answering((response) => (from.includes(response.status) ? { ...response, status: to } : response)),
  ),
});
/** Writes a text of the answer anew. */
const written = (method: string | undefined, path: RegExp, change: (body: string) => string): Mutant['mock'] => ({
  wire: onlyFor(
    method,
    path,
    answering((response) => ({ ...response, body: change(response.body) })),
  ),
});
const later = (date: unknown, hours: number): string =>
  `${new Date(Date.parse(String(date)) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
const isNew = ({ method }: MockRequest): boolean => method === 'POST';

/** Lies about how an answer agrees with what was asked and sent, with itself and with the time; of any family. */
export const mutants: readonly Mutant[] = [
  {
    name: 'a-changed-key-is-partial-content',
    breaks: 'status.success-fits-the-method',
    also: ['request.json-accepted-on-patch', 'envelope.status-is-http-status'],
    mock: answered('PATCH', /^\/groups\/[^/]+\/apiKeys\/[^/]+$/, [200], 206),
  },
  {
    name: 'a-replaced-automation-configuration-is-answered-203',
    breaks: 'status.success-fits-the-method',
    also: ['automation.config-replaced', 'request.json-accepted-on-put'],
    mock: answered('PUT', /\/automationConfig$/, [200], 203),
  },
  {
    name: 'a-removed-host-is-partial-content',
    breaks: 'status.success-fits-the-method',
    also: ['method.delete-removes', 'access.role-allows-removal'],
    mock: answered('DELETE', /\/hosts\/[^/]+$/, [200], 206),
  },
  {
    name: 'alert-configurations-say-twice-whether-they-are-enabled',
    breaks: 'response.keys-once',
    mock: written(undefined, /\/alertConfigs\/[^/]+$/, (body) => body.replace('"enabled":', '"enabled":false,"enabled":')),
  },
  {
    name: 'links-of-backup-configurations-have-two-rels',
    breaks: 'response.keys-once',
    mock: written('GET', /\/backupConfigs/, (body) => body.replace(/"rel":/, '"rel":"up","rel":')),
  },
  {
    name: 'refusals-have-two-codes',
    breaks: 'response.keys-once',
    mock: written(undefined, /./, (body) => body.replace(/"errorCode":/, '"errorCode":"UNEXPECTED_ERROR","errorCode":')),
  },
  {
    name: 'checkpoints-are-of-another-cluster',
    breaks: 'response.entity-is-of-its-path',
    also: ['link.related-resource-linked'],
    mock: { inner: everyEntity(/\/checkpoints/, (entity) => ({ ...entity, clusterId: other })) },
  },
  {
    name: 'windows-are-of-another-project',
    breaks: 'response.entity-is-of-its-path',
    also: ['link.related-resource-linked', 'link.self-answers-with-entity'],
    mock: {
      inner: everyEntity(/\/maintenanceWindows/, (entity) => ('groupId' in entity ? { ...entity, groupId: other } : entity)),
    },
  },
  {
    name: 'projects-of-an-organization-are-of-another',
    breaks: 'response.entity-is-of-its-path',
    also: ['link.related-resource-linked', 'link.self-answers-with-entity'],
    mock: { inner: everyEntity(/^\/orgs\/[^/]+\/groups$/, (entity) => ({ ...entity, orgId: other })) },
  },
  {
    name: 'alerts-link-to-another-project',
    breaks: 'link.related-resource-linked',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/groups\/[^/]+\/alerts\/[^/]+$/,
        rewritingEntities((entity) =>
          withRelation(entity, 'group', (link) => [{ ...link, href: String(link['href']).replace(/[0-9a-f]{24}$/, other) }]),
        ),
      ),
    },
  },
  {
    name: 'hosts-have-no-link-to-their-cluster',
    breaks: 'link.related-resource-linked',
    mock: {
      inner: onlyFor(
        'GET',
        /\/hosts\/[^/]+$/,
        rewritingEntities((entity) => ('clusterId' in entity ? withRelation(entity, 'cluster', () => []) : undefined)),
      ),
    },
  },
  {
    name: 'organizations-lead-nowhere',
    breaks: 'link.related-resource-linked',
    also: ['link.crawl-finds-no-dead-end'],
    mock: {
      inner: onlyFor(
        'GET',
        /^\/orgs\/[^/]+$/,
        rewritingEntities((entity) => ({ ...entity, links: (entity['links'] as Json[]).filter(({ rel }) => rel === 'self') })),
      ),
    },
  },
  {
    name: 'alert-configurations-are-changed-before-they-are-made',
    breaks: 'response.dates-in-utc',
    mock: {
      inner: everyEntity(/\/alertConfigs(\/[^/]+)?$/, (entity) =>
        typeof entity['updated'] === 'string' ? { ...entity, updated: later(entity['created'], -1) } : entity,
      ),
    },
  },
  {
    name: 'log-jobs-expire-before-they-are-made',
    breaks: 'response.dates-in-utc',
    mock: {
      inner: onlyFor(
        'GET',
        /\/logCollectionJobs$/,
        everyEntity(/./, (entity) => ({ ...entity, expirationDate: later(entity['creationDate'], -24) })),
      ),
    },
  },
  {
    name: 'new-windows-are-of-last-year',
    breaks: 'response.dates-in-utc',
    mock: {
      inner: everyEntity(/\/maintenanceWindows$/, (entity, request) =>
        isNew(request) && 'created' in entity ? { ...entity, created: later(entity['created'], -24 * 365) } : entity,
      ),
    },
  },
  {
    name: 'hosts-are-dated-in-a-zone-to-the-east',
    breaks: 'response.dates-in-utc',
    mock: {
      inner: everyEntity(/\/hosts$/, (entity, request) =>
        isNew(request) && 'created' in entity ? { ...entity, created: later(entity['created'], 2) } : entity,
      ),
    },
  },
  {
    name: 'new-keys-are-described-in-capitals',
    breaks: 'method.post-creates',
    also: ['resource.api-key-created'],
    mock: {
      inner: onlyFor(
        'POST',
        /\/orgs\/[^/]+\/apiKeys$/,
        rewritingEntities((entity) => ({ ...entity, desc: `${String(entity['desc'])} (new)` })),
      ),
    },
  },
  {
    name: 'replaced-configurations-are-shown-as-they-were-before',
    breaks: 'method.put-replaces',
    also: ['resource.alert-config-replaced'],
    mock: {
      inner: onlyFor(
        'PUT',
        /\/alertConfigs\/[^/]+$/,
        rewritingEntities((entity) => ({ ...entity, enabled: entity['enabled'] !== true })),
      ),
    },
  },
  {
    name: 'changed-windows-are-shown-with-another-description',
    breaks: 'method.patch-updates-named-fields',
    also: ['resource.maintenance-window-updated'],
    mock: {
      inner: onlyFor(
        'PATCH',
        /\/maintenanceWindows\/[^/]+$/,
        rewritingEntities((entity) => ({ ...entity, description: 'something else' })),
      ),
    },
  },
];
