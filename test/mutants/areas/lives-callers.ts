import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import { answers, changesMore, createdLies, forgets, keepsAnother, lying, notKept, removedLies, stays } from '../life-lies.ts';
import { jsonOf, rewriting, withBody, withJson } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

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

/** The answer to an addition lists it; it is not kept. */
const addedInVain = (name: string, id: Parameters<typeof lying>[1], path: RegExp, also: readonly RequirementId[] = []): Mutant =>
  lying(
    name,
    id,
    'POST',
    path,
    (next) => async (request) => {
      const there = await next({ ...request, method: 'GET', body: '' });
      const list = jsonOf(there) as Json;
      const sent = JSON.parse(request.body) as Json[];
      const shown = sent.map((one) => ({
        ...one,
        links: [
          { rel: 'self', href: `${request.origin}${request.target}/${String(one['teamId'] ?? one['id'] ?? one['ipAddress'])}` },
        ],
      }));
      return withJson(there, { ...list, results: [...resultsOf(list), ...shown] });
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
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => async (request) => {
      if (request.method !== 'POST' || !path.test(request.target.replace(/^\/api\/public\/v1\.0|\?.*$/g, '')))
        return next(request);
      const there = resultsOf(jsonOf(await next({ ...request, method: 'GET', body: '' })));
      const answer = await next(request);
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
  ...removedLies('organization', org, orgs),
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
  answers('a-new-project-is-answered-with-another-name', 'resource.project-created', 'POST', groups, 'name', 'Something'),
  answers('a-project-is-read-with-another-name', 'resource.project-created', 'GET', group, 'name', 'Something'),
  forgets('projects-leave-out-a-new-one', 'resource.project-listed', groups),
  answers('a-project-by-name-is-another', 'resource.project-read-by-name', 'GET', /^\/groups\/byName\//, 'id', nobody, [
    'link.self-is-own-url',
  ]),
  answers(
    'a-project-by-agent-key-is-another',
    'resource.project-read-by-agent-key',
    'GET',
    /^\/groups\/byAgentApiKey\//,
    'id',
    nobody,
    ['link.self-is-own-url'],
  ),
  notKept('a-project-keeps-its-name', 'resource.project-updated', group, 'name', 'PATCH', ['status.conflict-on-update']),
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
  lying('who-leaves-a-project-stays', 'resource.project-user-removed', 'DELETE', groupUser, (next) => async (request) => ({
    ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}),
    status: 200,
  })),
  addedInVain('a-team-of-a-project-is-not-kept', 'resource.project-team-added', groupTeams),
  notKept('a-team-of-a-project-keeps-its-roles', 'resource.project-team-updated', groupTeam, 'roleNames'),
  stays('a-team-stays-in-its-project', 'resource.project-team-removed', groupTeam),
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
    (next) => async (request) => next(withBody(request, { roles: ['GROUP_READ_ONLY'] })),
  ),
  lying('an-api-key-stays-in-its-project', 'resource.project-api-key-removed', 'DELETE', groupKey, (next) => async (request) => ({
    ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}),
    status: 200,
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
  lying(
    'a-removed-agent-api-key-stays',
    'resource.agent-api-key-removed',
    'DELETE',
    /\/agentapikeys\/[^/]+$/,
    (next) => async (request) => ({
      ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}),
      status: 200,
    }),
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
  ),
  ...removedLies('api-key-access-list-entry', keyEntry, keyEntries),
  addedInVain('an-address-of-a-user-is-not-kept', 'resource.user-access-list-entry-added', userEntries),
  lying(
    'the-list-of-a-user-has-only-the-last',
    'resource.user-access-list-entry-listed',
    'GET',
    userEntries,
    rewriting((list) => ({ ...list, results: resultsOf(list).slice(-1), totalCount: Math.min(1, resultsOf(list).length) })),
  ),
  ...removedLies('user-access-list-entry', userEntry, userEntries),
];
