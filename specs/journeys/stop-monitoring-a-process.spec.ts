import { expect, proves, test } from '#suite';

test(
  'a process found by name and port is no longer monitored once it is removed',
  proves('journey.stop-monitoring-a-process'),
  async ({ hosts }) => {
    const host = await hosts.own({ port: 27099 });

    const found = await hosts.readByName(host.hostname, host.port);
    const removed = await hosts.remove(host.id);
    const gone = await hosts.readByName(host.hostname, host.port);

    expect(found).toHaveStatus(200);
    expect(found).toHold({ '/id': host.id });
    expect(removed).toHaveStatus(200, 202, 204);
    expect(gone).toBeRefusedWith(404, 'HOSTNAME_AND_PORT_NOT_FOUND');
    expect(gone).toSayOf(host.hostname, '27099', hosts.project.id);
  },
);
