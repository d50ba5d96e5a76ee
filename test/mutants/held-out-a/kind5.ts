import { answering, jsonOf, onlyFor, pathOf, queryOf, rewriting, rewritingErrors, withJson } from '../lies.ts';
import { entity, inner, list, listForgetsNew, listed, to, without, type HeldOut, type Json } from './tools.ts';

const five = { kind: 5 } as const;
const browse = 'Browsable interface: starting at the root, following links, the entire API can be browsed';

/** Nothing where the page promises something. */
export const lies: readonly HeldOut[] = [
  {
    ...five,
    name: 'the-root-has-no-links',
    family: 'root',
    breaks: 'link.root-leads-to-collections',
    sentence: browse,
    mock: {
      inner: onlyFor(
        'GET',
        /^\/?$/,
        entity((document) => ({ ...document, links: [] })),
      ),
    },
  },
  {
    ...five,
    name: 'the-root-has-no-self',
    family: 'root',
    breaks: 'link.every-entity-has-self',
    sentence: 'Linking: all entities include at least self',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/?$/,
        entity((document) => ({ ...document, links: (document['links'] as Json[]).filter(({ rel }) => rel !== 'self') })),
      ),
    },
  },
  {
    ...five,
    name: 'the-root-does-not-lead-to-projects',
    family: 'root',
    breaks: 'link.root-leads-to-collections',
    sentence: browse,
    mock: {
      inner: onlyFor(
        'GET',
        /^\/?$/,
        entity((document) => ({
          ...document,
          links: (document['links'] as Json[]).filter(({ rel }) => !String(rel).endsWith('/groups')),
        })),
      ),
    },
  },
  {
    ...five,
    name: 'a-project-does-not-lead-to-its-hosts',
    family: 'projects',
    breaks: 'link.related-resource-linked',
    sentence: browse,
    mock: inner(
      'GET',
      '/groups/{G}',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).filter(({ rel }) => !String(rel).endsWith('/hosts')),
      })),
    ),
  },
  {
    ...five,
    name: 'a-project-leads-nowhere',
    family: 'projects',
    breaks: 'link.related-resource-linked',
    sentence: browse,
    mock: inner(
      'GET',
      '/groups/{G}',
      entity((document) => ({ ...document, links: (document['links'] as Json[]).filter(({ rel }) => rel === 'self') })),
    ),
  },
  {
    ...five,
    name: 'a-cluster-leads-nowhere',
    family: 'clusters',
    breaks: 'link.related-resource-linked',
    sentence: 'Linking: each resource includes one or more links to sub-resources or related resources',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}',
      entity((document) => ({ ...document, links: (document['links'] as Json[]).filter(({ rel }) => rel === 'self') })),
    ),
  },
  {
    ...five,
    name: 'a-new-alert-configuration-is-not-shown',
    family: 'alert configurations POST',
    breaks: 'method.post-creates',
    sentence: 'HTTP Methods: POST creates; Response Codes: 201 a new resource; JSON: entities in JSON',
    mock: inner(
      'POST',
      '/groups/{G}/alertConfigs',
      answering((response) => (response.status === 201 ? { ...response, body: '' } : response)),
    ),
  },
  {
    ...five,
    name: 'a-new-project-is-an-empty-object',
    family: 'projects POST',
    breaks: 'method.post-creates',
    sentence: 'HTTP Methods: POST creates; Linking: all entities include self',
    mock: inner(
      'POST',
      '/groups',
      answering((response) => (response.status < 300 ? withJson(response, {}) : response)),
    ),
  },
  {
    ...five,
    name: 'a-changed-team-is-an-empty-object',
    family: 'teams PATCH',
    breaks: 'link.every-entity-has-self',
    sentence: 'Linking: all entities include at least self',
    mock: inner(
      'PATCH',
      '/orgs/{O}/teams/{T}',
      answering((response) =>
        response.status < 300
          ? withJson(response, { name: (jsonOf(response) as Json)['name'], id: (jsonOf(response) as Json)['id'] })
          : response,
      ),
    ),
  },
  {
    ...five,
    name: 'restore-jobs-have-no-count',
    family: 'restore jobs',
    breaks: 'list.shape',
    sentence: 'Lists: the response entity contains three fields',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/restoreJobs',
      list((document) => without(document, 'totalCount')),
    ),
  },
  {
    ...five,
    name: 'an-empty-list-of-log-jobs-has-no-results',
    family: 'log collection jobs',
    breaks: 'list.shape',
    sentence: 'Lists: no results is an empty results array',
    mock: inner(
      'GET',
      '/groups/{G}/logCollectionJobs',
      list((document) => (document.results.length === 0 ? without(document, 'results') : undefined)),
    ),
  },
  {
    ...five,
    name: 'an-empty-list-of-anything-has-no-results',
    family: 'every list but hosts',
    breaks: 'list.shape',
    sentence: 'Lists: no results is an empty results array',
    mock: {
      inner: (next) => async (request) =>
        /\/hosts$/.test(pathOf(request))
          ? next(request)
          : list((document) => (document.results.length === 0 ? without(document, 'results') : undefined))(next)(request),
    },
  },
  {
    ...five,
    name: 'invitations-have-no-links',
    family: 'project invitations',
    breaks: 'list.self-link-always',
    sentence: 'Lists: links, self always present',
    mock: inner(
      'GET',
      '/groups/{G}/invites',
      list((document) => without(document, 'links')),
    ),
  },
  {
    ...five,
    name: 'an-event-has-no-self',
    family: 'project events',
    breaks: 'link.every-entity-has-self',
    sentence: 'Linking: all entities include at least self',
    mock: inner(
      'GET',
      '/groups/{G}/events/{E}',
      entity((document) => without(document, 'links')),
    ),
  },
  {
    ...five,
    name: 'an-agent-has-no-self',
    family: 'agents',
    breaks: 'link.list-entity-has-self',
    sentence: 'Linking: all entities include at least self',
    mock: inner(
      'GET',
      '/groups/{G}/agents/{T}',
      listed((document) => without(document, 'links')),
    ),
  },
  {
    ...five,
    name: 'measurements-have-no-links',
    family: 'measurements',
    breaks: 'link.every-entity-has-self',
    sentence: 'Linking: all entities include at least self',
    mock: inner(
      'GET',
      '/groups/{G}/hosts/{H}/measurements',
      entity((document) => without(document, 'links')),
    ),
  },
  {
    ...five,
    name: 'new-global-alert-configurations-are-not-listed',
    family: 'global alert configurations',
    breaks: 'resource.global-alert-config-listed' as HeldOut['breaks'],
    sentence: 'Lists: the list of entities; totalCount of the entire set',
    mock: { inner: listForgetsNew('/globalAlertConfigs') },
  },
  {
    ...five,
    name: 'new-log-jobs-are-not-listed',
    family: 'log collection jobs',
    breaks: 'resource.log-collection-job-listed' as HeldOut['breaks'],
    sentence: 'Lists: the list of entities; totalCount of the entire set',
    mock: { inner: listForgetsNew('/groups/{G}/logCollectionJobs') },
  },
  {
    ...five,
    name: 'refusals-of-api-keys-have-no-code',
    family: 'api keys',
    breaks: 'error.five-fields',
    sentence: 'Errors: five fields',
    mock: {
      inner: (next) => async (request) =>
        /\/apiKeys(\/|$)/.test(pathOf(request))
          ? rewritingErrors((error) => without(error, 'errorCode'))(next)(request)
          : next(request),
    },
  },
  {
    ...five,
    name: 'an-unknown-snapshot-has-no-document',
    family: 'snapshots',
    breaks: 'error.five-fields',
    sentence: 'Errors: the body contains a document with details',
    mock: {
      inner: to(
        'GET',
        '/groups/{G}/clusters/{C}/snapshots/{S}',
        answering((response) => (response.status === 404 ? { ...response, body: '' } : response)),
      ),
    },
  },
  {
    ...five,
    name: 'a-refusal-beyond-the-limit-has-no-document',
    family: 'rate limit',
    breaks: 'rate.refusal-document',
    sentence: 'Errors: the body contains a document with details',
    mock: { inner: answering((response) => (response.status === 429 ? { ...response, body: '' } : response)) },
  },
  {
    ...five,
    name: 'a-refusal-of-a-read-only-key-has-no-document',
    family: 'refused roles',
    breaks: 'error.five-fields',
    sentence: 'Errors: the body contains a document with details',
    mock: { inner: answering((response) => (response.status === 401 ? { ...response, body: '' } : response)) },
  },
  {
    ...five,
    name: 'an-enveloped-answer-to-post-has-no-status',
    family: 'POST on anything',
    breaks: 'envelope.on-create',
    sentence: 'Envelopes: two fields, status and content',
    mock: {
      inner: (next) => async (request) =>
        request.method === 'POST' && queryOf(request).get('envelope') === 'true'
          ? rewriting((document) => ('content' in document ? without(document, 'status') : undefined))(next)(request)
          : next(request),
    },
  },
  {
    ...five,
    name: 'an-empty-list-gains-no-status',
    family: 'empty lists',
    breaks: 'envelope.list-gains-status',
    sentence: 'Envelopes: a list gains the field status',
    mock: { inner: list((document) => (document.results.length === 0 ? without(document, 'status') : undefined)) },
  },
  {
    ...five,
    name: 'an-event-breaks-off',
    family: 'project events',
    breaks: 'response.content-type-json',
    sentence: 'JSON entities: all entities are expressed in JSON',
    mock: inner(
      'GET',
      '/groups/{G}/events/{E}',
      answering((response) => (response.status === 200 ? { ...response, body: response.body.slice(0, -20) } : response)),
    ),
  },
  {
    ...five,
    name: 'a-host-has-no-link-to-its-project',
    family: 'hosts',
    breaks: 'link.related-resource-linked',
    sentence: 'Linking: a host has a link to the project it belongs to',
    mock: inner(
      'GET',
      '/groups/{G}/hosts/{H}',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).filter(({ rel }) => !String(rel).endsWith('/group')),
      })),
    ),
  },
  {
    ...five,
    name: 'a-host-by-name-has-no-id',
    family: 'hosts by name',
    breaks: 'resource.host',
    sentence: 'Stop Monitoring: the id is in the answer of the host by hostname and port',
    mock: inner(
      'GET',
      '/groups/{G}/hosts/byName/{N}',
      entity((document) => without(document, 'id')),
    ),
  },
  {
    ...five,
    name: 'a-listed-host-does-not-tell-its-project',
    family: 'hosts in lists',
    breaks: 'resource.host',
    sentence: 'Linking, example; tutorial: groupId of a host',
    mock: inner(
      'GET',
      '/groups/{G}/hosts',
      listed((document) => without(document, 'groupId')),
    ),
  },
  {
    ...five,
    name: 'json-has-no-content-type',
    family: 'clusters',
    breaks: 'response.content-type-json',
    sentence: 'JSON entities: all entities are expressed in JSON',
    mock: {
      wire: to('GET', '/groups/{G}/clusters/{C}', (next) => async (request) => {
        const response = await next(request);
        const { 'Content-Type': _type, ...headers } = response.headers;
        return response.status === 200 ? { ...response, headers } : response;
      }),
    },
  },
];
