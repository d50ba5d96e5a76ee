import { inferredPaths } from '../../../contract/inferred-paths.ts';
import type { Shape } from '../../rules/body.ts';
import { areAccepted, askThrough, cloudProviders, optionsIn } from '../../world/cloud-providers.ts';
import type { CloudProvider } from '../../world/cloud-providers.ts';
import { served } from '../../forms/inferred-route.ts';
import { record } from '../../world/json.ts';
import type { Fields, Json } from '../../world/json.ts';
import { supported } from '../../world/provisioning-entities.ts';
import type { ProviderConfig } from '../../world/provisioning.ts';
import { refuse, type RefusalCode } from '../../world/refusal.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Group } from '../../world/world.ts';

const product = 'cloud-manager';
const need = groupRole('GROUP_AUTOMATION_ADMIN');
const text = { type: 'string', required: true } as const;
const shape: Shape = {
  accessKeyId: text,
  accountName: text,
  secretKey: text,
  ...Object.fromEntries(
    ['accountStatus', 'groupId', 'id', 'links', 'provider'].map((name) => [name, { type: 'any', readOnly: true } as const]),
  ),
};
const configs = served(inferredPaths.providerConfigs);
const oneConfig = served(inferredPaths.providerConfig);

/** What is asked of the provider for each part of the options, and what its silence is told with. */
const parts: Readonly<Record<string, RefusalCode>> = {
  availabilityZones: 'NO_PROVIDER_AVAILABILITY_ZONES',
  instanceTypes: 'NO_PROVIDER_AVAILABLE_INSTANCE_TYPES',
  securityGroups: 'NO_PROVIDER_SECURITY_GROUPS',
};

function providerView({ id, regions, supported: isSupported }: CloudProvider, group: Group, call: Call): Fields {
  const self = `/groups/${group.id}/providers/${id}`;
  return { id, links: links(call, self), regions: [...regions.keys()], supported: isSupported };
}

function configView(config: ProviderConfig, call: Call, alone = true): Fields {
  const provider = `/groups/${String(config['groupId'])}/providers/${config.provider}`;
  const self = `${provider}/configs/${config.id}`;
  const related = [
    ['provider', provider],
    ['machineConfigOptions', `${self}/machineConfigOptions`],
  ] as const;
  return { ...config, links: links(call, self, alone ? related : []) };
}

/** A document about what the provider offers, which is found where it was asked for. */
function offer(call: Call, content: Readonly<Record<string, Json>>): Reply {
  const query = call.query.size > 0 ? `?${call.query}` : '';
  return entity({ ...content, links: [{ href: call.self + query, rel: 'self' }] });
}

function configsOf(group: Group, provider: CloudProvider): ProviderConfig[] {
  return [...group.provisioning.providerConfigs.values()].filter((config) => config.provider === provider.id);
}

function allOptions(provider: CloudProvider, config: ProviderConfig, call: Call): Reply {
  const options = optionsIn(provider, call.query.get('region'));
  askThrough(config, 'PROVISIONING_FAILED_FROM_PROVIDER');
  return offer(call, options);
}

export const providers = [
  route('GET', served(inferredPaths.providers), { product }, ({ group }, call) =>
    list(call, cloudProviders.values(), (provider) => providerView(provider, group, call)),
  ),
  route('GET', served(inferredPaths.provider), { product }, ({ group, provider }, call) =>
    entity(providerView(provider, group, call)),
  ),
  route('GET', served(inferredPaths.providerOptions), { product }, ({ group, provider }, call) => {
    if (supported(provider).regions.size === 0) refuse('MACHINE_CONFIG_PARAMS_NOT_FOUND', provider.id);
    const [first] = configsOf(group, provider);
    return allOptions(provider, first ?? refuse('PROVIDER_CONFIG_NOT_FOUND', provider.id), call);
  }),
  route('GET', configs, { product }, ({ group, provider }, call) =>
    list(call, configsOf(group, supported(provider)), (config) => configView(config, call, false)),
  ),
  route('POST', configs, { product, need, body: { shape, mode: 'create' } }, ({ group, provider }, call) => {
    const { accessKeyId, accountName, secretKey } = call.body as Readonly<Record<string, string>>;
    const { id: name } = supported(provider);
    if (!areAccepted(accessKeyId ?? '', secretKey ?? '')) refuse('PROVIDER_AUTH_FAILED', accessKeyId ?? '');
    const config = record({
      accessKeyId,
      accountName,
      accountStatus: 'ACTIVE',
      groupId: group.id,
      id: call.world.ids.id(),
      provider: name,
    } as unknown as ProviderConfig);
    group.provisioning.providerConfigs.set(config.id, config);
    return entity(configView(config, call), 201);
  }),
  route('GET', oneConfig, { product }, ({ providerConfig }, call) => entity(configView(providerConfig, call))),
  route('DELETE', oneConfig, { product, need }, ({ group, providerConfig }) => {
    group.provisioning.providerConfigs.delete(providerConfig.id);
    return done();
  }),
  route('GET', served(inferredPaths.machineConfigOptions), { product }, ({ provider, providerConfig }, call) =>
    allOptions(provider, providerConfig, call),
  ),
  route('GET', served(inferredPaths.machineConfigOption), { product }, ({ provider, providerConfig, name }, call) => {
    const code = parts[name] ?? refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname);
    const options = optionsIn(provider, call.query.get('region'));
    askThrough(providerConfig, code, providerConfig.accountName);
    return offer(call, { [name]: options[name] });
  }),
  route('GET', served(inferredPaths.volumeType), { product }, ({ provider, providerConfig, name }, call) => {
    const types = optionsIn(provider, call.query.get('region')).volumeTypes;
    const type = types.find((offered) => offered.name === name) ?? refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname);
    askThrough(providerConfig, 'CANNOT_GET_VOLUME_SIZE_LIMITS', name);
    return offer(call, type);
  }),
];
