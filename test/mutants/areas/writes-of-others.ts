import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import { isAt, type Place } from '../families.ts';
import { answering, jsonOf, queryOf, rewriting } from '../lies.ts';
import { withMadeKeys, type MadeKey } from '../made-keys.ts';
import type { Mutant } from '../mutant.ts';

/* Lies about who may write, and about how writes are answered, each told by one family alone. */

const isReader = ({ roles }: MadeKey): boolean => roles.includes('GROUP_READ_ONLY');
const isOutsider = ({ roles }: MadeKey): boolean => roles.includes('ORG_MEMBER');

/** Lets keys of a kind do something as those who made them. */
const letting = (who: (key: MadeKey) => boolean, [method, family]: Place): Layer =>
  withMadeKeys((request, key, next) =>
    next(who(key) && isAt(request, method, family) ? { ...request, caller: key.maker } : request),
  );
const letAll = (name: string, breaks: RequirementId, who: (key: MadeKey) => boolean, places: readonly Place[]): Mutant[] =>
  places.map((place) => ({
    name: `${name}-${place[0].toLowerCase()}-${place[1].toLowerCase()}`,
    breaks,
    mock: { inner: letting(who, place) },
  }));

/** Does what it refuses to a reader. */
const doneAllTheSame = ([method, family]: Place): Layer =>
  withMadeKeys(async (request, key, next) => {
    const refused = await next(request);
    if (isReader(key) && isAt(request, method, family)) await next({ ...request, caller: key.maker });
    return refused;
  });

const asksFor = (request: MockRequest, name: string): boolean => queryOf(request).get(name) === 'true';

export const mutants: readonly Mutant[] = [
  ...letAll('access-reader-writes', 'access.role-refuses-writes', isReader, [
    ['PATCH', 'windows'],
    ['DELETE', 'projectKeys'],
    ['PUT', 'monitoringAgent'],
    ['PATCH', 'schedules'],
    ['POST', 'invitations'],
    ['POST', 'members'],
    ['PATCH', 'projects'],
    ['POST', 'restores'],
    ['DELETE', 'projectTeams'],
  ]),
  ...letAll('access-outsider-writes', 'access.outsider-refused', isOutsider, [
    ['DELETE', 'agentKeys'],
    ['PATCH', 'logJobs'],
    ['PUT', 'backupAgent'],
    ['PATCH', 'clusters'],
  ]),
  ...(
    [
      ['DELETE', 'windows'],
      ['POST', 'agentKeys'],
      ['PATCH', 'projectKeys'],
    ] as const
  ).map((place): Mutant => ({
    name: `access-refused-to-a-reader-is-done-${place[0].toLowerCase()}-${place[1].toLowerCase()}`,
    breaks: 'access.role-refused-changes-nothing',
    mock: { inner: doneAllTheSame(place) },
  })),
  {
    name: 'pretty-ignored-for-a-replaced-configuration',
    breaks: 'pretty.entity-formatted',
    mock: {
      wire: answering((answer, request) =>
        isAt(request, 'PUT', 'globalConfigs') && asksFor(request, 'pretty') && answer.status === 200
          ? { ...answer, body: JSON.stringify(jsonOf(answer)) }
          : answer,
      ),
    },
  },
  {
    name: 'pretty-ignored-for-members-that-were-added',
    breaks: 'pretty.list-formatted',
    mock: {
      wire: answering((answer, request) =>
        isAt(request, 'POST', 'teamUsers') && asksFor(request, 'pretty') && answer.status === 200
          ? { ...answer, body: JSON.stringify(jsonOf(answer)) }
          : answer,
      ),
    },
  },
  {
    name: 'envelope-ignored-for-new-users',
    breaks: 'envelope.wraps-entity',
    mock: {
      wire: rewriting((document, request, { status }) =>
        isAt(request, 'POST', 'users') && status === 201 && asksFor(request, 'envelope') ? document['content'] : undefined,
      ),
    },
  },
  {
    name: 'envelope-of-a-changed-key-is-created',
    breaks: 'envelope.status-is-http-status',
    mock: {
      wire: rewriting((document, request, { status }) =>
        isAt(request, 'PATCH', 'apiKeys') && status === 200 && asksFor(request, 'envelope')
          ? { ...document, status: 201 }
          : undefined,
      ),
    },
  },
  {
    name: 'envelope-wraps-teams-that-were-added',
    breaks: 'envelope.list-gains-only-status',
    mock: {
      wire: rewriting((document, request, { status: code }) => {
        if (!isAt(request, 'POST', 'projectTeams') || code !== 200 || !asksFor(request, 'envelope')) return undefined;
        const { status, ...content } = document;
        return { status, content };
      }),
    },
  },
];
