import {
  countsTheRemoved,
  forgetsOnLaterPages,
  foundByItsOldName,
  outlives,
  showsInVain,
  staysElsewhere,
  staysOutOfSight,
} from '../../everywhere-lies.ts';
import { haunts, lying } from '../../life-lies.ts';
import type { MockRequest } from '../../../../src/mock/forms/types.ts';
import { jsonOf, onlyFor, withJson } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

const orgs = /^\/orgs$/;
const org = /^\/orgs\/[^/]+$/;
const groups = /^\/groups$/;
const group = /^\/groups\/[0-9a-f]{24}$/;
const orgGroups = /^\/orgs\/[^/]+\/groups$/;
const user = /^\/users\/[^/]+$/;
const orgUsers = /^\/orgs\/[^/]+\/users$/;
const groupUsers = /^\/groups\/[^/]+\/users$/;
const teams = /^\/orgs\/[^/]+\/teams$/;
const team = /^\/orgs\/[^/]+\/teams\/[0-9a-f]{24}$/;
const teamByName = /\/teams\/byName\/([^/]+)$/;
const groupTeams = /^\/groups\/[^/]+\/teams$/;
const keys = /^\/orgs\/[^/]+\/apiKeys$/;
const key = /^\/orgs\/[^/]+\/apiKeys\/[^/]+$/;
const groupKeys = /^\/groups\/[^/]+\/apiKeys$/;
const groupKey = /^\/groups\/[^/]+\/apiKeys\/[^/]+$/;
const hosts = /^\/groups\/[^/]+\/hosts$/;
const host = /^\/groups\/[^/]+\/hosts\/[0-9a-f]{32}$/;
const windows = /\/maintenanceWindows$/;
const window = /\/maintenanceWindows\/[^/]+$/;
const configs = /^\/groups\/[^/]+\/alertConfigs$/;
const config = /^\/groups\/[^/]+\/alertConfigs\/[0-9a-f]{24}$/;
const globalConfigs = /^\/globalAlertConfigs$/;
const globalConfig = /^\/globalAlertConfigs\/[^/]+$/;
const alerts = /^\/groups\/[^/]+\/alerts$/;
const alert = /^\/groups\/[^/]+\/alerts\/[^/]+$/;

type Json = Record<string, unknown>;

const empty = (_: string, { origin, target }: MockRequest): unknown => ({
  links: [{ rel: 'self', href: origin + target }],
  results: [],
  totalCount: 0,
});
const without =
  (field: string) =>
  ({ [field]: _, ...rest }: Json): Json =>
    rest;

const named = [
  'method.post-names-what-it-made',
  'method.post-creates',
  'envelope.on-create',
  'envelope.wraps-entity',
  'envelope.status-is-http-status',
] as const;

/** What becomes of a thing wherever else it is shown. */
export const mutants: readonly Mutant[] = [
  staysElsewhere('a-renamed-team-is-listed-by-its-old-name', 'resource.team-updated', team, teams, 'name'),
  staysElsewhere('a-renamed-team-is-read-by-name-as-it-was', 'resource.team-updated', team, teamByName, 'name'),
  foundByItsOldName('a-renamed-team-goes-by-both-names', 'resource.team-updated', 'PATCH', team, teamByName, 'name'),
  lying('a-renamed-team-has-no-members', 'resource.team-updated', 'PATCH', team, (next) => async (request) => {
    const users = `${request.target}/users`;
    const there = jsonOf(await next({ ...request, method: 'GET', body: '', target: users })) as { results?: Json[] };
    const answer = await next(request);
    for (const { id } of there.results ?? [])
      await next({ ...request, method: 'DELETE', body: '', target: `${users}/${String(id)}` });
    return answer;
  }),
  haunts('a-removed-team-is-in-its-project', 'resource.team-removed', team, groupTeams, ({ id, links }) => ({
    teamId: id,
    roleNames: ['GROUP_READ_ONLY'],
    links,
  })),
  countsTheRemoved('a-removed-team-is-counted', 'resource.team-removed', team, teams),
  foundByItsOldName('a-removed-team-is-found-by-its-name', 'resource.team-removed', 'DELETE', team, teamByName, 'name'),
  outlives(
    'a-removed-team-has-users',
    'resource.team-removed',
    team,
    (path) => /\/teams\/([^/]+)\/users$/.exec(path)?.[1],
    empty,
  ),
  staysElsewhere('a-renamed-project-is-listed-by-its-old-name', 'resource.project-updated', group, groups, 'name'),
  staysElsewhere('an-organization-lists-a-project-by-its-old-name', 'resource.project-updated', group, orgGroups, 'name'),
  foundByItsOldName(
    'a-removed-project-is-found-by-its-name',
    'resource.project-removed',
    'DELETE',
    group,
    /^\/groups\/byName\/([^/]+)$/,
    'name',
  ),
  outlives(
    'a-removed-project-has-maintenance-windows',
    'resource.project-removed',
    group,
    (path) => /^\/groups\/([^/]+)\/maintenanceWindows$/.exec(path)?.[1],
    empty,
  ),
  staysElsewhere('a-renamed-organization-is-listed-by-its-old-name', 'resource.organization-updated', org, orgs, 'name'),
  outlives(
    'a-removed-organization-has-projects',
    'resource.organization-removed',
    org,
    (path) => /^\/orgs\/([^/]+)\/groups$/.exec(path)?.[1],
    empty,
  ),
  staysElsewhere('a-user-is-listed-with-former-roles', 'resource.user-updated', user, orgUsers, 'roles'),
  staysElsewhere('a-user-is-read-by-name-with-former-roles', 'resource.user-updated', user, /^\/users\/byName\//, 'roles'),
  haunts('a-removed-user-is-in-a-project', 'resource.user-removed', user, groupUsers),
  staysElsewhere('a-key-is-listed-as-it-was-described', 'resource.api-key-updated', key, keys, 'desc'),
  staysElsewhere('a-project-lists-a-key-as-it-was-described', 'resource.api-key-updated', key, groupKeys, 'desc'),
  haunts('a-removed-key-is-in-its-project', 'resource.api-key-removed', key, groupKeys),
  staysOutOfSight('a-removed-key-logs-in', 'resource.api-key-removed', key, /\/apiKeys$/),
  staysOutOfSight('a-key-out-of-a-project-gets-in', 'resource.project-api-key-removed', groupKey, groupKeys, [
    'access.role-refuses-writes',
    'access.outsider-refused',
    'access.outsider-code',
  ]),
  staysElsewhere('a-changed-host-is-listed-as-it-was', 'resource.host-updated', host, hosts, 'logsEnabled'),
  staysElsewhere('a-changed-host-is-read-by-name-as-it-was', 'resource.host-updated', host, /\/hosts\/byName\//, 'logsEnabled'),
  outlives(
    'a-removed-host-has-databases',
    'resource.host-removed',
    host,
    (path) => /\/hosts\/([^/]+)\/databases$/.exec(path)?.[1],
    empty,
  ),
  staysElsewhere(
    'a-changed-window-is-listed-as-it-was',
    'resource.maintenance-window-updated',
    window,
    windows,
    'alertTypeNames',
  ),
  countsTheRemoved('a-removed-window-counts', 'resource.maintenance-window-removed', window, windows),
  staysElsewhere('a-switched-alert-config-is-listed-as-it-was', 'resource.alert-config-updated', config, configs, 'enabled'),
  staysElsewhere(
    'a-replaced-alert-config-is-listed-as-it-was',
    'resource.alert-config-replaced',
    config,
    configs,
    'eventTypeName',
    {
      method: 'PUT',
    },
  ),
  outlives(
    'a-removed-alert-config-has-alerts',
    'resource.alert-config-removed',
    config,
    (path) => /\/alertConfigs\/([^/]+)\/alerts$/.exec(path)?.[1],
    empty,
  ),
  staysElsewhere(
    'a-switched-global-alert-config-is-listed-as-it-was',
    'resource.global-alert-config-updated',
    globalConfig,
    globalConfigs,
    'enabled',
  ),
  staysElsewhere(
    'a-replaced-global-alert-config-is-listed-as-it-was',
    'resource.global-alert-config-replaced',
    globalConfig,
    globalConfigs,
    'eventTypeName',
    { method: 'PUT' },
  ),
  staysElsewhere('an-acknowledged-alert-is-listed-as-it-was', 'resource.alert-acknowledged', alert, alerts, 'acknowledgedUntil'),
  staysElsewhere(
    'an-acknowledged-global-alert-is-listed-as-it-was',
    'resource.global-alert-acknowledged',
    /^\/globalAlerts\/[^/]+$/,
    /^\/globalAlerts$/,
    'acknowledgedUntil',
  ),
  staysElsewhere(
    'a-renamed-cluster-is-listed-as-it-was',
    'resource.cluster-updated',
    /\/clusters\/[^/]+$/,
    /\/clusters$/,
    'clusterName',
  ),
  staysElsewhere(
    'a-changed-backup-is-listed-as-it-was',
    'resource.backup-config-updated',
    /\/backupConfigs\/[^/]+$/,
    /\/backupConfigs$/,
    'syncSource',
    { idField: 'clusterId' },
  ),
  staysElsewhere(
    'a-log-job-is-listed-with-its-former-end',
    'resource.log-collection-job-updated',
    /\/logCollectionJobs\/[^/]+$/,
    /\/logCollectionJobs$/,
    'expirationDate',
  ),
  {
    name: 'the-automation-status-has-the-former-goal',
    breaks: 'automation.config-replaced',
    mock: {
      inner: onlyFor('GET', /\/automationStatus$/, (next) => async (request) => {
        const answer = await next(request);
        const { goalVersion, ...rest } = jsonOf(answer) as { goalVersion: number };
        return answer.status === 200 ? withJson(answer, { ...rest, goalVersion: goalVersion - 1 }) : answer;
      }),
    },
  },
  {
    name: 'an-automation-configuration-keeps-its-roles',
    breaks: 'automation.config-replaced',
    also: ['method.put-replaces'],
    mock: {
      inner: onlyFor('PUT', /\/automationConfig$/, (next) => async (request) => {
        const { roles } = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Json;
        return next({ ...request, body: JSON.stringify({ roles, ...(JSON.parse(request.body) as Json) }) });
      }),
    },
  },
  forgetsOnLaterPages('a-new-window-is-on-no-later-page', 'resource.maintenance-window-listed', windows),
  forgetsOnLaterPages('a-new-team-is-on-no-later-page', 'resource.team-listed', teams),
  forgetsOnLaterPages('a-new-key-is-on-no-later-page', 'resource.api-key-listed', keys),
  forgetsOnLaterPages('a-new-alert-config-is-on-no-later-page', 'resource.alert-config-listed', configs),
  forgetsOnLaterPages(
    'a-new-project-is-on-no-later-page-of-its-organization',
    'resource.organization-projects',
    orgGroups,
    groups,
  ),
  showsInVain('a-new-host-is-not-shown', 'resource.host', hosts, () => undefined, named),
  showsInVain('a-new-alert-config-is-not-shown', 'resource.alert-config', configs, () => undefined, named),
  showsInVain('a-new-window-is-an-empty-object', 'resource.maintenance-window', windows, () => ({}), named),
  showsInVain('a-new-host-has-no-id', 'method.post-names-what-it-made', hosts, without('id'), ['resource.host']),
  showsInVain('a-new-key-of-a-project-has-no-id', 'method.post-names-what-it-made', groupKeys, without('id'), [
    'resource.api-key',
  ]),
  showsInVain('a-new-window-has-no-id', 'method.post-names-what-it-made', windows, without('id'), [
    'resource.maintenance-window',
  ]),
];
