import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refused, setUp, type Document } from '../support/mock-caller.ts';

const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f somebody';
const credentials = { accountName: 'a', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'x'.repeat(40) };

const order = (providerConfigId: unknown): Document => ({
  provider: 'AWS',
  providerConfigId,
  region: 'eu-west-1',
  availabilityZone: 'eu-west-1b',
  instanceType: 'm4.large',
  instanceCount: 2,
  hostnamePrefix: 'shop',
  machineImage: 'ami-0a1b2c3d',
  rootVolumeSizeGB: 20,
  volumes: [],
  vpcId: 'vpc-1a2b3c4d',
  subnetIds: ['subnet-1a2b3c4d'],
  securityGroups: ['sg-1a2b3c4d'],
});

describe('provisioning', () => {
  test('an account is configured, machines are ordered through it, listed, read and removed', async () => {
    const { ask, group, first } = setUp({ product: 'cloud-manager' });
    const made = await ask('POST', `${group}/providers/AWS/configs`, credentials);
    assert.equal(made.status, 201, made.text);
    assert.doesNotMatch(made.text, /secretKey|xxxx/);
    const config = `${group}/providers/AWS/configs/${String(made.json['id'])}`;
    assert.deepEqual((await ask('GET', config)).json, made.json);
    assert.equal((await ask('GET', `${config}/machineConfigOptions?region=eu-west-1`)).json['region'], 'eu-west-1');
    const job = await ask('POST', `${group}/provisionMachineJobs`, order(made.json['id']));
    assert.equal(job.status, 201, job.text);
    assert.deepEqual((await ask('GET', `${group}/provisionMachineJobs/${String(job.json['id'])}`)).json, job.json);
    await first(`${group}/provisionMachineJobs`, ({ id }) => id === job.json['id']);
    const { json } = await ask('GET', `${group}/provisionedMachines?hostnamePrefix=shop`);
    assert.deepEqual(
      (json['results'] as Document[]).map(({ id }) => id),
      job.json['machineIds'],
    );
    for (const { id } of json['results'] as Document[]) {
      assert.equal((await ask('DELETE', `${group}/provisionedMachines/${String(id)}`)).status, 200);
      refused(await ask('GET', `${group}/provisionedMachines/${String(id)}`), 404, 'PROVISIONED_MACHINE_NOT_FOUND');
    }
    const gone = `${group}/provisionMachineJobs/${String(job.json['id'])}`;
    assert.equal((await ask('DELETE', gone)).status, 200);
    refused(await ask('GET', gone), 404, 'PROVISION_MACHINE_JOB_NOT_FOUND');
    assert.equal((await ask('DELETE', config)).status, 200);
    refused(await ask('GET', config), 404, 'PROVIDER_CONFIG_ID_NOT_FOUND');
  });

  test('Ops Manager takes machines from its own pool and has no providers', async () => {
    const { ask, group } = setUp({ product: 'ops-manager' });
    refused(await ask('GET', `${group}/providers`), 404, 'RESOURCE_NOT_FOUND');
    const job = await ask('POST', `${group}/provisionMachineJobs`, { hostnamePrefix: 'shop', machineImage: 'ami-0a1b2c3d' });
    assert.equal(job.status, 201, job.text);
    const machine = `${group}/provisionedMachines/${String((job.json['machineIds'] as unknown[])[0])}`;
    assert.equal((await ask('GET', machine)).json['hostname'], 'shop.0.machines.example.com');
    assert.equal((await ask('DELETE', machine)).status, 200);
    refused(await ask('GET', machine), 404, 'INVALID_MACHINE_ID');
  });

  test('what Ops Manager has no code for is refused with one that it has', async () => {
    const { ask, group, first } = setUp({ product: 'ops-manager' });
    const { id } = await first(`${group}/provisionedMachines`, ({ hostname }) => hostname === 'alone.example.com');
    refused(await ask('DELETE', `${group}/provisionedMachines/${String(id)}`), 403, 'UNSUPPORTED_FOR_CURRENT_CONFIG');
    refused(await ask('GET', `${group}/provisionMachineJobs/nothing`), 404, 'RESOURCE_NOT_FOUND');
    assert.deepEqual((await ask('GET', `${group}/sshKeys`)).json['results'], []);
    refused(await ask('GET', `${group}/sshKeys/byName/nothing`), 404, 'RESOURCE_NOT_FOUND');
    const domainName = `${'d'.repeat(60)}.`.repeat(4).slice(0, -1);
    const long = { hostnamePrefix: 'p'.repeat(12), machineImage: 'ami-0a1b2c3d', domainName };
    refused(await ask('POST', `${group}/provisionMachineJobs`, long), 400, 'INVALID_HOSTNAME_PREFIX');
  });

  for (const product of ['ops-manager', 'cloud-manager'] as const) {
    test(`an SSH key is added, read, found by name, listed and removed: ${product}`, async () => {
      const { ask, group, first } = setUp({ product });
      const made = await ask('POST', `${group}/sshKeys`, { name: 'mine', publicKey });
      assert.equal(made.status, 201, made.text);
      const self = `${group}/sshKeys/${String(made.json['id'])}`;
      assert.deepEqual((await ask('GET', self)).json, made.json);
      assert.deepEqual((await ask('GET', `${group}/sshKeys/byName/mine`)).json, made.json);
      await first(`${group}/sshKeys`, ({ name }) => name === 'mine');
      assert.equal((await ask('DELETE', self)).status, 200);
      assert.equal((await ask('GET', self)).status, 404);
    });
  }
});
