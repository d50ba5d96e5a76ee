import type { Layer } from '../../../src/mock/forms/types.ts';
import { bodyOf, jsonOf, pathOf, withJson } from '../lies.ts';
import { getting, listKeepsRemoved, listShowsOld, oldAnswer, targetOf, type HeldOut, type Json } from './tools.ts';

const six = { kind: 6 } as const;
const patch = 'HTTP Methods: PATCH updates the specified fields';
const put = 'HTTP Methods: PUT replaces a resource';
const remove = 'HTTP Methods: DELETE removes a resource; Response Codes: 404 for what does not exist';
const parent = (path: string): string => path.replace(/\/[^/]+$/, '');

/** What is removed at `items` is still read at `alias`, which is computed from what was there. */
const stillAt =
  (items: string, alias: (entity: Json, path: string) => string): Layer =>
  (next) => {
    const ghosts = new Map<string, string>();
    const pattern = new RegExp(`^${items.replace(/\{\w+\}/g, '[^/]+')}$`);
    return async (request) => {
      const path = pathOf(request);
      if (['DELETE', 'PATCH'].includes(request.method) && pattern.test(path)) {
        const before = await getting(next, request, path);
        const response = await next(request);
        if (before.status === 200 && response.status < 300) ghosts.set(alias(jsonOf(before) as Json, path), before.body);
        return response;
      }
      const response = await next(request);
      const ghost = request.method === 'GET' && response.status === 404 ? ghosts.get(decodeURIComponent(path)) : undefined;
      return ghost === undefined ? response : { ...withJson(response, JSON.parse(ghost)), status: 200 };
    };
  };

/** After a change of `field` by PATCH, what is found under the new value of it is not found yet. */
const notYetAt =
  (items: string, field: string, alias: (value: string, path: string) => string): Layer =>
  (next) => {
    const renamed = new Set<string>();
    const pattern = new RegExp(`^${items.replace(/\{\w+\}/g, '[^/]+')}$`);
    return async (request) => {
      const path = pathOf(request);
      const response = await next(request);
      const value = bodyOf(request)?.[field];
      if (request.method === 'PATCH' && pattern.test(path) && response.status < 300 && typeof value === 'string')
        renamed.add(alias(value, path));
      const isNew = request.method === 'GET' && renamed.has(decodeURIComponent(path));
      return isNew ? next({ ...request, target: `${request.target.split('?')[0]}-nobody` }) : response;
    };
  };

/** Truth that is not true any more. */
export const lies: readonly HeldOut[] = [
  {
    ...six,
    name: 'a-renamed-team-reads-as-before-once',
    family: 'teams',
    breaks: 'resource.team-updated',
    sentence: patch,
    mock: { inner: oldAnswer({ methods: 'PATCH', path: '/orgs/{O}/teams/{T}' }, (path) => path, 1) },
  },
  {
    ...six,
    name: 'a-renamed-team-is-listed-as-before',
    family: 'teams, list',
    breaks: 'resource.team-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/orgs/{O}/teams/{T}', '/orgs/{O}/teams') },
  },
  {
    ...six,
    name: 'a-renamed-team-is-found-by-its-old-name',
    family: 'teams, by name',
    breaks: 'resource.team-updated',
    sentence: patch,
    mock: { inner: stillAt('/orgs/{O}/teams/{T}', (entity, path) => `${parent(path)}/byName/${String(entity['name'])}`) },
  },
  {
    ...six,
    name: 'a-renamed-team-is-not-found-by-its-new-name',
    family: 'teams, by name',
    breaks: 'resource.team-read-by-name',
    sentence: patch,
    mock: { inner: notYetAt('/orgs/{O}/teams/{T}', 'name', (name, path) => `${parent(path)}/byName/${name}`) },
  },
  {
    ...six,
    name: 'a-changed-window-is-listed-as-before',
    family: 'maintenance windows, list',
    breaks: 'resource.maintenance-window-updated' as HeldOut['breaks'],
    sentence: patch,
    mock: { inner: listShowsOld('/groups/{G}/maintenanceWindows/{W}', '/groups/{G}/maintenanceWindows') },
  },
  {
    ...six,
    name: 'a-removed-window-is-counted',
    family: 'maintenance windows, totalCount',
    breaks: 'list.total-count-is-whole-set',
    sentence: remove,
    mock: { inner: listKeepsRemoved('/groups/{G}/maintenanceWindows/{W}', '/groups/{G}/maintenanceWindows', 'count') },
  },
  {
    ...six,
    name: 'a-removed-alert-configuration-is-read-once-more',
    family: 'alert configurations',
    breaks: 'resource.alert-config-removed' as HeldOut['breaks'],
    sentence: remove,
    mock: { inner: oldAnswer({ methods: 'DELETE', path: '/groups/{G}/alertConfigs/{A}' }, (path) => path, 1) },
  },
  {
    ...six,
    name: 'a-removed-host-is-found-by-name',
    family: 'hosts, by name',
    breaks: 'resource.host-removed',
    sentence: 'Stop Monitoring: the host is not found by hostname and port any more',
    mock: {
      inner: stillAt(
        '/groups/{G}/hosts/{H}',
        (entity, path) => `${parent(path)}/byName/${String(entity['hostname'])}:${String(entity['port'])}`,
      ),
    },
  },
  {
    ...six,
    name: 'a-removed-host-is-counted',
    family: 'hosts, totalCount',
    breaks: 'list.total-count-is-whole-set',
    sentence: remove,
    mock: { inner: listKeepsRemoved('/groups/{G}/hosts/{H}', '/groups/{G}/hosts', 'count') },
  },
  {
    ...six,
    name: 'a-renamed-project-is-found-by-its-old-name',
    family: 'projects, by name',
    breaks: 'resource.project-updated',
    sentence: patch,
    mock: { inner: stillAt('/groups/{G}', (entity) => `/groups/byName/${String(entity['name'])}`) },
  },
  {
    ...six,
    name: 'a-renamed-project-is-not-found-by-its-new-name',
    family: 'projects, by name',
    breaks: 'resource.project-read-by-name',
    sentence: patch,
    mock: { inner: notYetAt('/groups/{G}', 'name', (name) => `/groups/byName/${name}`) },
  },
  {
    ...six,
    name: 'a-renamed-project-is-listed-as-before',
    family: 'projects, list',
    breaks: 'resource.project-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/groups/{G}', '/groups') },
  },
  {
    ...six,
    name: 'a-renamed-project-is-listed-in-its-organization-as-before',
    family: 'organization projects',
    breaks: 'resource.organization-projects',
    sentence: patch,
    mock: { inner: listShowsOld('/groups/{G}', '/orgs/{O}/groups') },
  },
  {
    ...six,
    name: 'a-removed-project-is-listed-in-its-organization',
    family: 'organization projects',
    breaks: 'resource.project-removed',
    sentence: remove,
    mock: { inner: listKeepsRemoved('/groups/{G}', '/orgs/{O}/groups', 'entity') },
  },
  {
    ...six,
    name: 'a-renamed-organization-is-listed-as-before',
    family: 'organizations, list',
    breaks: 'resource.organization-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/orgs/{O}', '/orgs') },
  },
  {
    ...six,
    name: 'a-replaced-alert-configuration-is-listed-as-before',
    family: 'alert configurations PUT, list',
    breaks: 'resource.alert-config-replaced' as HeldOut['breaks'],
    sentence: put,
    mock: { inner: listShowsOld('/groups/{G}/alertConfigs/{A}', '/groups/{G}/alertConfigs') },
  },
  {
    ...six,
    name: 'a-changed-key-is-listed-in-the-organization-as-before',
    family: 'api keys, list',
    breaks: 'resource.api-key-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/orgs/{O}/apiKeys/{K}', '/orgs/{O}/apiKeys') },
  },
  {
    ...six,
    name: 'a-changed-key-is-listed-in-the-project-as-before',
    family: 'project api keys, list',
    breaks: 'resource.api-key-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/orgs/{O}/apiKeys/{K}', '/groups/{G}/apiKeys') },
  },
  {
    ...six,
    name: 'an-acknowledged-alert-is-listed-as-before',
    family: 'alerts, list',
    breaks: 'resource.alert-acknowledged' as HeldOut['breaks'],
    sentence: patch,
    mock: { inner: listShowsOld('/groups/{G}/alerts/{A}', '/groups/{G}/alerts') },
  },
  {
    ...six,
    name: 'a-changed-host-is-read-by-name-as-before',
    family: 'hosts, by name',
    breaks: 'resource.host-updated',
    sentence: patch,
    mock: {
      inner: (next) => {
        const old = new Map<string, string>();
        return async (request) => {
          const path = pathOf(request);
          const isItem = /^\/groups\/[^/]+\/hosts\/[^/]+$/.test(path);
          if (request.method === 'PATCH' && isItem) {
            const before = await getting(next, request, path);
            const response = await next(request);
            const host = jsonOf(before) as Json;
            if (before.status === 200 && response.status < 300)
              old.set(`${parent(path)}/byName/${String(host['hostname'])}:${String(host['port'])}`, before.body);
            return response;
          }
          const response = await next(request);
          const kept = request.method === 'GET' && response.status === 200 ? old.get(decodeURIComponent(path)) : undefined;
          return kept === undefined ? response : withJson(response, JSON.parse(kept));
        };
      },
    },
  },
  {
    ...six,
    name: 'a-changed-host-is-listed-as-before',
    family: 'hosts, list',
    breaks: 'resource.host-updated',
    sentence: patch,
    mock: { inner: listShowsOld('/groups/{G}/hosts/{H}', '/groups/{G}/hosts') },
  },
  {
    ...six,
    name: 'a-changed-schedule-reads-as-before-once',
    family: 'snapshot schedule',
    breaks: 'resource.snapshot-schedule-updated' as HeldOut['breaks'],
    sentence: patch,
    mock: { inner: oldAnswer({ methods: 'PATCH', path: '/groups/{G}/backupConfigs/{C}/snapshotSchedule' }, (path) => path, 1) },
  },
  {
    ...six,
    name: 'a-replaced-automation-configuration-reads-as-before-once',
    family: 'automation configuration',
    breaks: 'automation.config-replaced',
    sentence: 'Automation: the later modification wins; PUT replaces',
    mock: { inner: oldAnswer({ methods: 'PUT', path: '/groups/{G}/automationConfig' }, (path) => path, 1) },
  },
  {
    ...six,
    name: 'a-changed-backup-is-listed-as-before',
    family: 'backup configurations, list',
    breaks: 'resource.backup-config-updated' as HeldOut['breaks'],
    sentence: patch,
    mock: {
      inner: (next) => {
        const old = new Map<string, Json>();
        return async (request) => {
          const path = pathOf(request);
          if (request.method === 'PATCH' && /^\/groups\/[^/]+\/backupConfigs\/[^/]+$/.test(path)) {
            const before = await getting(next, request, path);
            const response = await next(request);
            if (before.status === 200 && response.status < 300) old.set(path, jsonOf(before) as Json);
            return response;
          }
          const response = await next(request);
          const document = jsonOf(response) as (Json & { results?: Json[] }) | undefined;
          if (request.method !== 'GET' || !/^\/groups\/[^/]+\/backupConfigs$/.test(path) || !document?.results) return response;
          return withJson(response, {
            ...document,
            results: document.results.map((one) => {
              const before = old.get(`${path}/${String(one['clusterId'])}`);
              return before ? { ...before, links: one['links'] } : one;
            }),
          });
        };
      },
    },
  },
  {
    ...six,
    name: 'a-member-taken-out-is-among-the-users-of-the-team-once',
    family: 'team users',
    breaks: 'resource.team-user-removed',
    sentence: remove,
    mock: { inner: oldAnswer({ methods: 'DELETE', path: '/orgs/{O}/teams/{T}/users/{U}' }, parent, 1) },
  },
  {
    ...six,
    name: 'a-removed-key-is-in-the-list-of-the-project',
    family: 'project api keys',
    breaks: 'resource.api-key-removed',
    sentence: remove,
    mock: {
      inner: (next) => {
        const gone: Json[] = [];
        return async (request) => {
          const path = pathOf(request);
          if (request.method === 'DELETE' && /^\/orgs\/[^/]+\/apiKeys\/[^/]+$/.test(path)) {
            const before = jsonOf(await getting(next, request, path)) as Json | undefined;
            const response = await next(request);
            if (response.status < 300 && before) gone.push(before);
            return response;
          }
          const response = await next(request);
          const document = jsonOf(response) as (Json & { results?: Json[] }) | undefined;
          const group = /^\/groups\/([^/]+)\/apiKeys$/.exec(path)?.[1];
          if (request.method !== 'GET' || group === undefined || !document?.results) return response;
          const kept = gone.filter(({ roles }) => (roles as Json[] | undefined)?.some(({ groupId }) => groupId === group));
          return withJson(response, {
            ...document,
            results: [...document.results, ...kept],
            totalCount: Number(document['totalCount']) + kept.length,
          });
        };
      },
    },
  },
  {
    ...six,
    name: 'a-removed-team-stays-in-the-project',
    family: 'project teams',
    breaks: 'resource.team-removed',
    sentence: remove,
    mock: {
      inner: (next) => {
        const gone = new Map<string, Json[]>();
        return async (request) => {
          const path = pathOf(request);
          if (request.method === 'DELETE' && /^\/orgs\/[^/]+\/teams\/[^/]+$/.test(path)) {
            const team = path.split('/')[4];
            const groups =
              (jsonOf(await getting(next, request, '/groups?itemsPerPage=500')) as { results?: Json[] } | undefined)?.results ??
              [];
            const found: [string, Json][] = [];
            for (const { id } of groups) {
              const there =
                (
                  jsonOf(await getting(next, request, `/groups/${String(id)}/teams?itemsPerPage=500`)) as
                    | { results?: Json[] }
                    | undefined
                )?.results ?? [];
              found.push(...there.filter(({ teamId }) => teamId === team).map((one): [string, Json] => [String(id), one]));
            }
            const response = await next(request);
            if (response.status < 300) for (const [id, one] of found) gone.set(id, [...(gone.get(id) ?? []), one]);
            return response;
          }
          const response = await next(request);
          const document = jsonOf(response) as (Json & { results?: Json[] }) | undefined;
          const kept = gone.get(/^\/groups\/([^/]+)\/teams$/.exec(path)?.[1] ?? '') ?? [];
          if (request.method !== 'GET' || kept.length === 0 || !document?.results) return response;
          return withJson(response, {
            ...document,
            results: [...document.results, ...kept],
            totalCount: Number(document['totalCount']) + kept.length,
          });
        };
      },
    },
  },
  {
    ...six,
    name: 'a-new-window-is-not-on-the-second-page',
    family: 'maintenance windows, later pages',
    breaks: 'list.walk-meets-each-once',
    sentence: 'Lists: results come in batches; totalCount of the entire set',
    mock: {
      inner: (next) => {
        const made = new Set<unknown>();
        return async (request) => {
          const response = await next(request);
          const document = jsonOf(response) as (Json & { results?: Json[] }) | undefined;
          if (!/^\/groups\/[^/]+\/maintenanceWindows$/.test(pathOf(request))) return response;
          if (request.method === 'POST') made.add(document?.['id']);
          if (request.method !== 'GET' || !document?.results || !/[?&]pageNum=[2-9]/.test(request.target)) return response;
          return withJson(response, { ...document, results: document.results.filter(({ id }) => !made.has(id)) });
        };
      },
    },
  },
  {
    ...six,
    name: 'an-entry-taken-off-still-reads',
    family: 'access list of a key',
    breaks: 'resource.api-key-access-list-entry-removed',
    sentence: remove,
    mock: { inner: oldAnswer({ methods: 'DELETE', path: '/orgs/{O}/apiKeys/{K}/accessList/{A}' }, (path) => path, 1) },
  },
  {
    ...six,
    name: 'the-lists-of-a-removed-project-are-still-there',
    family: 'lists below a removed project',
    breaks: 'method.delete-removes',
    sentence: remove,
    mock: {
      inner: (next) => {
        const gone = new Set<string>();
        return async (request) => {
          const path = pathOf(request);
          const response = await next(request);
          if (request.method === 'DELETE' && /^\/groups\/[^/]+$/.test(path) && response.status < 300) gone.add(path);
          const group = /^(\/groups\/[^/]+)\/\w+$/.exec(path)?.[1];
          if (request.method !== 'GET' || group === undefined || !gone.has(group) || response.status !== 404) return response;
          return {
            ...withJson(response, {
              links: [{ href: request.origin + targetOf(path), rel: 'self' }],
              results: [],
              totalCount: 0,
            }),
            status: 200,
          };
        };
      },
    },
  },
];
