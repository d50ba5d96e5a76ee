import { inferredPaths } from '../../../contract/inferred-paths.ts';
import { hasPayment } from '../../world/accounts.ts';
import { formatSecond } from '../../world/dates.ts';
import { served } from '../../forms/inferred-route.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { checkOrder, checkPoolOrder, hostnameOf, orderShape, poolOrderShape } from '../../rules/machine-orders.ts';
import type { Machine, ProvisionJob } from '../../world/provisioning.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Group } from '../../world/world.ts';

const jobs = served(inferredPaths.provisionJobs);
const oneJob = served(inferredPaths.provisionJob);
const need = groupRole('GROUP_AUTOMATION_ADMIN');

function jobView(job: ProvisionJob, call: Call, alone = true): Fields {
  const group = `/groups/${job.groupId}`;
  return { ...job, links: links(call, `${group}/provisionMachineJobs/${job.id}`, alone ? [['group', group]] : []) };
}

/** Makes the machines of an order that was found good, and the job that tells of them. */
function fulfil(group: Group, call: Call): Reply {
  const { world, body } = call;
  const { provisioning } = group;
  const { availabilityZone, instanceCount = 1, instanceType, machineImage, provider, providerConfigId, region, sshKeyId } = body;
  const created = formatSecond(world.now());
  const machines = Array.from({ length: Number(instanceCount) }, (_none, index): Machine =>
    record({
      availabilityZone,
      created,
      groupId: group.id,
      hostname: hostnameOf(body, index),
      id: world.ids.id(),
      instanceType,
      machineImage,
      provider,
      providerConfigId,
      region,
      sshKeyId,
      statusName: 'RUNNING',
    }),
  );
  for (const machine of machines) provisioning.machines.set(machine.id, machine);
  const job: ProvisionJob = record({
    created,
    groupId: group.id,
    hostnamePrefix: body['hostnamePrefix'],
    id: world.ids.id(),
    machineIds: machines.map(({ id }) => id),
    statusName: 'COMPLETED',
  });
  provisioning.jobs.set(job.id, job);
  return entity(jobView(job, call), 201);
}

export const provisionJobs = [
  route('GET', jobs, {}, ({ group }, call) => list(call, group.provisioning.jobs.values(), (job) => jobView(job, call, false))),
  route(
    'POST',
    jobs,
    {
      product: 'cloud-manager',
      need,
      body: { shape: orderShape, mode: 'create' },
    },
    ({ group }, call) => {
      if (!hasPayment(call.world, group)) refuse('NO_PAYMENT_INFORMATION_FOUND', group.id);
      checkOrder(call.body, group.provisioning, call.world.product);
      return fulfil(group, call);
    },
  ),
  route(
    'POST',
    jobs,
    {
      product: 'ops-manager',
      need,
      body: { shape: poolOrderShape, mode: 'create' },
    },
    ({ group }, call) => {
      checkPoolOrder(call.body, call.world.product);
      return fulfil(group, call);
    },
  ),
  route('GET', oneJob, {}, ({ provisionJob }, call) => entity(jobView(provisionJob, call))),
  // What is removed is the record of the job; its machines stay.
  route('DELETE', oneJob, { need }, ({ group, provisionJob }) => {
    group.provisioning.jobs.delete(provisionJob.id);
    return done();
  }),
];
