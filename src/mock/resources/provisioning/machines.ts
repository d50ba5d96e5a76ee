import { inferredPaths } from '../../../contract/inferred-paths.ts';
import { served } from '../../forms/inferred-route.ts';
import type { Fields } from '../../world/json.ts';
import type { Machine } from '../../world/provisioning.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';

const oneMachine = served(inferredPaths.machine);

function machineView(machine: Machine, call: Call, alone = true): Fields {
  const group = `/groups/${machine.groupId}`;
  return { ...machine, links: links(call, `${group}/provisionedMachines/${machine.id}`, alone ? [['group', group]] : []) };
}

export const machines = [
  route('GET', served(inferredPaths.machines), {}, ({ group }, call) => {
    const prefix = call.query.get('hostnamePrefix');
    const all = [...group.provisioning.machines.values()];
    const wanted = prefix === null ? all : all.filter(({ hostname }) => hostname.startsWith(`${prefix}.`));
    return list(call, wanted, (machine) => machineView(machine, call, false));
  }),
  route('GET', oneMachine, {}, ({ machine }, call) => entity(machineView(machine, call))),
  route('DELETE', oneMachine, { need: groupRole('GROUP_AUTOMATION_ADMIN') }, ({ group, machine }, { world }) => {
    const busy = [...group.hosts.values()].some(({ hostname }) => hostname === machine.hostname);
    if (busy && world.product === 'cloud-manager') refuse('PROVISIONED_MACHINE_COULD_NOT_TERMINATE', machine.id);
    // Ops Manager has no code of its own for it.
    if (busy) refuse('UNSUPPORTED_FOR_CURRENT_CONFIG');
    group.provisioning.machines.delete(machine.id);
    return done();
  }),
];
