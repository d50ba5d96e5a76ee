import type { BodyRule } from '../../rules/body.ts';
import { storeKinds } from '../../world/administration.ts';
import type { StoreKind } from '../../world/administration.ts';
import { alphabetical, record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { globalRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Entity } from '../../world/world.ts';

const product = 'ops-manager';
const need = globalRole('GLOBAL_BACKUP_ADMIN');
const root = '/admin/backup';

/** Each kind of store has fields of its own, which nothing here looks into; who makes one names it. */
const created: BodyRule = {
  shape: { id: { type: 'string', required: true }, links: { type: 'array', readOnly: true } },
  mode: 'create',
  open: true,
};
const replaced: BodyRule = { shape: { ...created.shape, id: { type: 'string' } }, mode: 'replace', open: true };
const daemonBody: BodyRule = { shape: { links: { type: 'array', readOnly: true } }, mode: 'replace', open: true };

/** Secrets are not shown. */
function stored({ awsSecretKey: _secret, kmipClientCertPassword: _password, ...rest }: Fields, id: string): Entity {
  return record({ ...rest, id });
}

function missing(call: Call): never {
  return refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname);
}

function storeRoutes(kind: StoreKind) {
  const path = `${root}/${kind}` as const;
  const one = `${path}/{name}` as const;
  const all = ({ world }: Call): Map<string, Entity> => world.administration.stores.get(kind) ?? new Map();
  const view = (store: Entity, call: Call): Fields => ({
    ...store,
    links: links(call, `${path}/${encodeURIComponent(store.id)}`),
  });
  const put = (store: Entity, call: Call): Reply => {
    all(call).set(store.id, store);
    return entity(view(store, call));
  };
  const find = (name: string, call: Call): Entity => all(call).get(name) ?? missing(call);
  return [
    route('GET', path, { product, need }, (_at, call) => list(call, all(call).values(), (store) => view(store, call))),
    route('POST', path, { product, need, body: created }, (_at, call) => put(stored(call.body, String(call.body['id'])), call)),
    route('GET', one, { product, need }, ({ name }, call) => entity(view(find(name, call), call))),
    route('PUT', one, { product, need, body: replaced }, ({ name }, call) => {
      const { id } = find(name, call);
      if ((call.body['id'] ?? id) !== id) refuse('ATTRIBUTE_READ_ONLY', 'id');
      return put(stored(call.body, id), call);
    }),
    route('DELETE', one, { product, need }, ({ name }, call) => {
      all(call).delete(find(name, call).id);
      return done();
    }),
  ];
}

const daemons = `${root}/daemon/configs`;
const oneDaemon = '/admin/backup/daemon/configs/{name}';
/** With the directory of its head databases, which is known by the daemon alone. */
const daemonWithHead = '/admin/backup/daemon/configs/{name}/{address}';

function daemonNamed(name: string, { world }: Call): Fields {
  return world.administration.daemons.get(name) ?? refuse('DAEMON_MACHINE_CONFIG_NOT_FOUND');
}

/** Puts a daemon, which is made by that where it was not there. */
function putDaemon(name: string, { world, body }: Call): Reply {
  const daemon = alphabetical(body);
  world.administration.daemons.set(name, daemon);
  return entity(daemon);
}

const jobs = `${root}/groups`;
const oneJob = '/admin/backup/groups/{group}';
const jobOf = (id: string, { world }: Call): Fields =>
  world.administration.backupJobs.get(id) ?? { id, labelFilter: [], syncStoreFilter: [] };
const jobBody: BodyRule = {
  shape: { id: { type: 'string', readOnly: true }, links: { type: 'array', readOnly: true } },
  mode: 'replace',
  open: true,
};

/** Where backups are kept, and what makes them. Source: public clients of the API. */
export const backupStores = [
  ...storeKinds.flatMap(storeRoutes),
  route('GET', daemons, { product, need }, (_at, call) => list(call, call.world.administration.daemons.values(), (each) => each)),
  route('GET', oneDaemon, { product, need }, ({ name }, call) => entity(daemonNamed(name, call))),
  route('GET', daemonWithHead, { product, need }, ({ name }, call) => entity(daemonNamed(name, call))),
  route('PUT', oneDaemon, { product, need, body: daemonBody }, ({ name }, call) => putDaemon(name, call)),
  route('PUT', daemonWithHead, { product, need, body: daemonBody }, ({ name }, call) => putDaemon(name, call)),
  route('DELETE', oneDaemon, { product, need }, ({ name }, call) => {
    daemonNamed(name, call);
    call.world.administration.daemons.delete(name);
    return done();
  }),
  route('GET', jobs, { product, need }, (_at, call) => list(call, call.world.groups.keys(), (id) => jobOf(id, call))),
  route('GET', oneJob, { product, need }, ({ group }, call) => entity(jobOf(group.id, call))),
  route('PUT', oneJob, { product, need, body: jobBody }, ({ group }, call) => {
    const job = alphabetical(stored(call.body, group.id));
    call.world.administration.backupJobs.set(group.id, job);
    return entity(job);
  }),
];
