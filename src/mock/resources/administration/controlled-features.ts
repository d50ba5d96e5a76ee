import type { Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { alphabetical } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { entity } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';

const policies = [
  'EXTERNALLY_MANAGED_LOCK',
  'DISABLE_USER_MANAGEMENT',
  'DISABLE_AUTHENTICATION_MECHANISMS',
  'DISABLE_SET_MONGOD_VERSION',
  'DISABLE_SET_MONGOD_CONFIG',
];

/** `EXTERNALLY_MANAGED_LOCK` → `ExternallyManagedLock`: some clients send the one, some the other. */
const inCamelCase = (word: string): string =>
  word.replaceAll(/([A-Z])([A-Z]*)_?/g, (_, first: string, rest: string) => first + rest.toLowerCase());

const text = { type: 'string' } as const;
const shape: Shape = {
  created: { type: 'any', readOnly: true },
  externalManagementSystem: {
    type: 'object',
    fields: { name: { type: 'string', required: true }, systemId: text, version: text },
  },
  policies: {
    type: 'array',
    items: {
      type: 'object',
      fields: {
        policy: { type: 'string', required: true, oneOf: [...policies, ...policies.map(inCamelCase)] },
        disabledParams: { type: 'array', items: text },
      },
    },
  },
  updated: { type: 'any', readOnly: true },
};

/** What another system manages in a project, so that people do not. Source: public clients of the API. */
export const controlledFeatures = [
  route('GET', '/groups/availablePolicies', {}, () => entity({ policies: policies.map((policy): Fields => ({ policy })) })),
  route('GET', '/groups/{group}/controlledFeature', {}, ({ group }, { world }) =>
    entity(world.administration.features.get(group.id) ?? { policies: [] }),
  ),
  route(
    'PUT',
    '/groups/{group}/controlledFeature',
    { need: groupRole(), body: { shape, mode: 'replace' } },
    ({ group }, { world, body }) => {
      const { features } = world.administration;
      const now = formatSecond(world.now());
      const next = alphabetical({
        policies: [],
        ...body,
        created: features.get(group.id)?.['created'] ?? now,
        updated: now,
      });
      features.set(group.id, next);
      return entity(next);
    },
  ),
];
