import type { BodyRule, Shape } from '../../rules/body.ts';
import { alphabetical } from '../../world/json.ts';
import { done, entity } from '../../rules/reply.ts';
import { globalRole, groupRole, orgRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';

const manifest: BodyRule = {
  shape: { updated: { type: 'integer' }, versions: { type: 'array' } },
  mode: 'replace',
  open: true,
};
const rotation: Shape = {
  includeAuditLogsWithMongoDBLogs: { type: 'boolean' },
  numTotal: { type: 'integer' },
  numUncompressed: { type: 'integer' },
  percentOfDiskspace: { type: 'number' },
  sizeThresholdMB: { type: 'number' },
  timeThresholdHrs: { type: 'integer' },
};
const link: Shape = { linkToken: { type: 'string', required: true } };

const need = groupRole('GROUP_AUTOMATION_ADMIN');
const rotates = { need, body: { shape: rotation, mode: 'replace' } } as const;
const migration = '/orgs/{org}/liveExport/migrationLink';

/** What is set once for a service, a project's agents or an organization that moves. Source: public clients of the API. */
export const service = [
  route('PUT', '/versionManifest', { product: 'ops-manager', need: globalRole(), body: manifest }, (_at, { world, body }) => {
    world.administration.versionManifest = alphabetical(body);
    return entity(world.administration.versionManifest);
  }),
  route('PUT', '/groups/{group}/automationConfig/systemLogRotateConfig', rotates, (_at, { body }) => entity(alphabetical(body))),
  route('PUT', '/groups/{group}/automationConfig/auditLogRotateConfig', rotates, (_at, { body }) => entity(alphabetical(body))),
  route('POST', migration, { need: orgRole(), body: { shape: link, mode: 'create' } }, ({ org }, { world }) => {
    const state = { status: 'SYNCED' };
    world.administration.migrations.set(org.id, state);
    return entity(state);
  }),
  route('GET', `${migration}/status`, {}, ({ org }, { world }) =>
    entity(world.administration.migrations.get(org.id) ?? { status: 'EMPTY' }),
  ),
  route('DELETE', migration, { need: orgRole() }, ({ org }, { world }) => {
    world.administration.migrations.delete(org.id);
    return done();
  }),
];
