import type { RequirementId } from '../../../../src/contract/requirements/index.ts';
import {
  answers,
  changesMore,
  createdLies,
  forgets,
  haunts,
  keepsAnother,
  lying,
  notKept,
  putBack,
  removedLies,
} from '../../life-lies.ts';
import { jsonOf, queryOf, rewriting, withBody, withJson } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

const orgs = /^\/orgs$/;
const org = /^\/orgs\/[^/]+$/;
const orgUsers = /^\/orgs\/[^/]+\/users$/;
const groups = /^\/groups$/;
const group = /^\/groups\/[0-9a-f]{24}$/;
const groupUsers = /^\/groups\/[^/]+\/users$/;
const groupUser = /^\/groups\/[^/]+\/users\/[^/]+$/;
const groupTeams = /^\/groups\/[^/]+\/teams$/;
const groupTeam = /^\/groups\/[^/]+\/teams\/[^/]+$/;
const invites = /\/invites$/;
const invite = /\/invites\/[^/]+$/;
const users = /^\/users$/;
const user = /^\/users\/[^/]+$/;
const teams = /^\/orgs\/[^/]+\/teams$/;
const team = /^\/orgs\/[^/]+\/teams\/[0-9a-f]{24}$/;
const teamUsers = /^\/orgs\/[^/]+\/teams\/[^/]+\/users$/;
const teamUser = /^\/orgs\/[^/]+\/teams\/[^/]+\/users\/[^/]+$/;
const keys = /^\/orgs\/[^/]+\/apiKeys$/;
const key = /^\/orgs\/[^/]+\/apiKeys\/[^/]+$/;
const groupKeys = /^\/groups\/[^/]+\/apiKeys$/;
const groupKey = /^\/groups\/[^/]+\/apiKeys\/[^/]+$/;
const keyEntries = /^\/orgs\/.*\/accessList$/;
const keyEntry = /^\/orgs\/.*\/accessList\/[^/]+$/;
const userEntries = /^\/users\/.*\/accessList$/;
const userEntry = /^\/users\/.*\/accessList\/[^/]+$/;
const nobody = '0'.repeat(24);

type Json = Record<string, unknown>;
const resultsOf = (document: unknown): Json[] => (document as { results?: Json[] } | undefined)?.results ?? [];

/** What an addition adds is taken out again. */
const addedInVain = (name: string, id: Parameters<typeof lying>[1], path: RegExp, also: readonly RequirementId[] = []): Mutant =>
  lying(
    name,
    id,
    'POST',
    path,
    (next) => async (request) => {
      const target = request.target.replace(/\?.*$/, '');
      const listed = async () => resultsOf(jsonOf(await next({ ...request, method: 'GET', body: '', target })));
      const nameOf = (one: Json): string => String(one['teamId'] ?? one['id'] ?? one['cidrBlock']);
      const before = new Set((await listed()).map(nameOf));
      const answer = await next(request);
      const added = answer.status < 300 ? (await listed()).map(nameOf).filter((one) => !before.has(one)) : [];
      for (const member of added)
        await next({ ...request, method: 'DELETE', body: '', target: `${target}/${encodeURIComponent(member)}` });
      return answer;
    },
    also,
  );

/** Adding takes the place of what was there. */
const addingReplaces = (
  name: string,
  id: Parameters<typeof lying>[1],
  path: RegExp,
  before: (entity: Json) => string,
  identify: string,
  also: readonly RequirementId[] = [],
): Mutant => ({
  name,
  breaks: id,
  also,
  mock: {
    inner: (next) => async (request) => {
      if (request.method !== 'POST' || !path.test(request.target.replace(/^\/api\/public\/v1\.0|\?.*$/g, '')))
        return next(request);
      const there = resultsOf(jsonOf(await next({ ...request, method: 'GET', body: '' })));
      const answer = await next(request);
      if (answer.status >= 300) return answer;
      for (const entity of there) {
        await next({
          ...request,
          method: 'DELETE',
          body: '',
          target: `${request.target}/${encodeURIComponent(String(entity[identify] ?? before(entity)))}`,
        });
      }
      return answer;
    },
  },
});

export const mutants: readonly Mutant[] = [
  ...createdLies('organization', orgs, 'name', 'Somewhere'),
  forgets('organizations-leave-out-a-new-one', 'resource.organization-listed', orgs),
  notKept('an-organization-keeps-its-name', 'resource.organization-updated', org, 'name'),
  haunts('a-removed-organization-is-still-listed', 'resource.organization-removed', org, orgs),
  forgets('an-organization-leaves-out-a-new-project', 'resource.organization-projects', /^\/orgs\/[^/]+\/groups$/, {
    posted: groups,
  }),
  lying(
    'who-leaves-an-organization-stays',
    'resource.organization-user-removed',
    'DELETE',
    /^\/orgs\/[^/]+\/users\/[^/]+$/,
    (next) => async (request) => ({
      ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}),
      status: 200,
    }),
  ),
  answers(
    'an-event-of-an-organization-is-another',
    'resource.organization-event-read',
    'GET',
    /^\/orgs\/[^/]+\/events\/[^/]+$/,
    'eventTypeName',
    'USER_JOINED',
  ),
  answers('a-new-project-is-answered-with-another-name', 'resource.project-created', 'POST', groups, 'name', 'Something', [
    'method.post-creates',
  ]),
  answers('a-project-is-read-with-another-name', 'resource.project-created', 'GET', group, 'name', 'Something'),
  forgets('projects-leave-out-a-new-one', 'resource.project-listed', groups),
  answers('a-project-by-name-is-another', 'resource.project-read-by-name', 'GET', /^\/groups\/byName\//, 'id', nobody, [
    'link.self-is-own-url',
    'link.related-resource-linked',
  ]),
  answers(
    'a-project-by-agent-key-is-another',
    'resource.project-read-by-agent-key',
    'GET',
    /^\/groups\/byAgentApiKey\//,
    'id',
    nobody,
    ['link.self-is-own-url', 'link.related-resource-linked'],
  ),
  notKept('a-project-keeps-its-name', 'resource.project-updated', group, 'name'),
  ...removedLies('project', group, groups),
  answers(
    'an-event-of-a-project-is-another',
    'resource.project-event-read',
    'GET',
    /^\/groups\/[^/]+\/events\/[^/]+$/,
    'eventTypeName',
    'USER_JOINED',
  ),
  addedInVain('a-user-of-a-project-is-not-kept', 'resource.project-user-added', groupUsers),
  lying(
    'old-roles-in-a-project-stay',
    'resource.project-user-updated',
    'POST',
    groupUsers,
    (next) => async (request) => next({ ...request, body: request.body.replace('GROUP_USER_ADMIN', 'GROUP_READ_ONLY') }),
  ),
  putBack('who-leaves-a-project-stays', 'resource.project-user-removed', groupUser, ({ id, roles }, { target }) => ({
    method: 'POST',
    target: target.replace(/\/[^/]+$/, ''),
    document: [
      { id, roles: (roles as Json[]).filter(({ groupId }) => groupId !== undefined && target.includes(String(groupId))) },
    ],
  })),
  addedInVain('a-team-of-a-project-is-not-kept', 'resource.project-team-added', groupTeams, ['request.json-accepted-on-patch']),
  notKept('a-team-of-a-project-keeps-its-roles', 'resource.project-team-updated', groupTeam, 'roleNames'),
  putBack('a-team-stays-in-its-project', 'resource.project-team-removed', groupTeam, ({ teamId, roleNames }, { target }) => ({
    method: 'POST',
    target: target.replace(/\/[^/]+$/, ''),
    document: [{ teamId, roleNames }],
  })),
  ...createdLies('project-invitation', invites, 'username', 'nobody@example.com'),
  forgets('invitations-leave-out-a-new-one', 'resource.project-invitation-listed', invites),
  ...removedLies('project-invitation', invite, invites),
  ...createdLies('user', users, 'firstName', 'Nobody'),
  forgets('an-organization-leaves-out-a-new-user', 'resource.user-listed', orgUsers, { posted: users }),
  answers('a-user-by-name-is-another', 'resource.user-read-by-name', 'GET', /^\/users\/byName\//, 'id', nobody, [
    'link.self-is-own-url',
  ]),
  notKept('a-user-keeps-their-roles', 'resource.user-updated', user, 'roles'),
  ...removedLies('user', user, orgUsers),
  ...createdLies('team', teams, 'name', 'The others'),
  forgets('teams-leave-out-a-new-one', 'resource.team-listed', teams),
  answers('a-team-by-name-is-another', 'resource.team-read-by-name', 'GET', /\/teams\/byName\//, 'id', nobody, [
    'link.self-is-own-url',
  ]),
  notKept('a-team-keeps-its-name', 'resource.team-updated', team, 'name'),
  ...removedLies('team', team, teams),
  addedInVain('a-user-of-a-team-is-not-kept', 'resource.team-user-added', teamUsers),
  addingReplaces('a-user-of-a-team-takes-the-place-of-others', 'resource.team-user-added', teamUsers, () => '', 'id'),
  lying('who-leaves-a-team-stays', 'resource.team-user-removed', 'DELETE', teamUser, (next) => async (request) => ({
    ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}),
    status: 200,
  })),
  ...createdLies('api-key', keys, 'desc', 'another key'),
  forgets('api-keys-leave-out-a-new-one', 'resource.api-key-listed', keys),
  notKept('an-api-key-keeps-its-description', 'resource.api-key-updated', key, 'desc'),
  changesMore('an-api-key-gets-other-roles-with-a-description', 'resource.api-key-updated', key, 'desc', {
    roles: ['ORG_READ_ONLY'],
  }),
  ...removedLies('api-key', key, keys),
  ...createdLies('project-api-key', groupKeys, 'desc', 'another key'),
  forgets('api-keys-of-a-project-leave-out-a-new-one', 'resource.project-api-key-listed', groupKeys),
  lying(
    'an-api-key-keeps-its-roles-in-a-project',
    'resource.project-api-key-updated',
    'PATCH',
    groupKey,
    (next) => async (request) => {
      const answer = await next(request);
      if (answer.status < 300) await next(withBody(request, { roles: ['GROUP_READ_ONLY'] }));
      return answer;
    },
  ),
  putBack('an-api-key-stays-in-its-project', 'resource.project-api-key-removed', groupKey, (_, { target }) => ({
    method: 'PATCH',
    target,
    document: { roles: ['GROUP_READ_ONLY'] },
  })),
  ...createdLies('agent-api-key', /\/agentapikeys$/, 'desc', 'another key').slice(0, 1),
  keepsAnother(
    'an-agent-api-key-is-listed-with-another-desc',
    'resource.agent-api-key-listed',
    /\/agentapikeys$/,
    'desc',
    'another key',
  ),
  forgets('agent-api-keys-leave-out-a-new-one', 'resource.agent-api-key-listed', /\/agentapikeys$/, { idField: '_id' }),
  haunts(
    'a-removed-agent-api-key-is-still-listed',
    'resource.agent-api-key-removed',
    /\/agentapikeys\/[^/]+$/,
    /\/agentapikeys$/,
  ),
  // A key that should admit another address only has an empty list, which admits all.
  addedInVain('an-address-of-an-api-key-is-not-kept', 'resource.api-key-access-list-entry-added', keyEntries, [
    'access.unlisted-address-refused',
    'access.unlisted-refusal-code',
    'status.forbidden',
  ]),
  addingReplaces(
    'an-address-of-an-api-key-takes-the-place-of-others',
    'resource.api-key-access-list-entry-listed',
    keyEntries,
    ({ cidrBlock }) => String(cidrBlock),
    'ipAddress',
    ['access.listed-address-admitted', 'access.unlisted-address-refused', 'access.unlisted-refusal-code'],
  ),
  ...removedLies('api-key-access-list-entry', keyEntry, keyEntries, [
    'access.unlisted-address-refused',
    'access.unlisted-refusal-code',
  ]),
  addedInVain('an-address-of-a-user-is-not-kept', 'resource.user-access-list-entry-added', userEntries),
  lying(
    'the-list-of-a-user-has-only-the-last',
    'resource.user-access-list-entry-listed',
    'GET',
    userEntries,
    rewriting((list, request) =>
      queryOf(request).has('pageNum') || queryOf(request).get('itemsPerPage') === '1'
        ? undefined
        : { ...list, results: resultsOf(list).slice(-1), totalCount: Math.min(1, resultsOf(list).length) },
    ),
    ['list.page-number-honoured'],
  ),
  ...removedLies('user-access-list-entry', userEntry, userEntries),
];
