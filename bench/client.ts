import { createClient } from '../src/client/client.ts';
import { liveTransport } from '../src/client/transport/live.ts';
import { createRecorder } from '../src/client/record.ts';
import { countPolicies, keys, startDigestServer } from '../test/client/client-digest-servers.ts';
import { alternating, figure, type Row, type Tell } from './measure.ts';

const calls = 200;
const subject = `client: requests for ${calls} calls`;

/** Requests that `calls` calls of a new client make, the first challenge among them. */
async function requestsFor(policy: keyof typeof countPolicies, atOnce: number): Promise<number> {
  const server = await startDigestServer({ accepts: countPolicies[policy] });
  const transport = liveTransport({ timeoutSeconds: 10 });
  const recorder = createRecorder({ test: 'bench', onExchange: () => {} });
  const { send } = createClient({
    baseUrl: server.url,
    transport,
    caller: { name: 'main', ...keys },
    recorder: () => recorder,
    guard: () => {},
  });
  for (let sent = 0; sent < calls; sent += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => send({ method: 'GET', path: '/groups' })));
  }
  await transport.close();
  await server.stop();
  return server.seen.length;
}

/** Round trips in the steady state, against servers that look at the nonce count more and less strictly. */
export async function client(tell: Tell): Promise<Row[]> {
  const rows: Row[] = [];
  for (const policy of Object.keys(countPolicies) as (keyof typeof countPolicies)[]) {
    tell(`${calls} calls to a ${policy} server`);
    const samples = await alternating({ one: () => requestsFor(policy, 1), twenty: () => requestsFor(policy, 20) });
    const goal = { at: 'most', value: calls + 1 } as const;
    rows.push(
      figure({ subject, name: `${policy}, in turn`, unit: 'requests', goal }, samples.one),
      figure({ subject, name: `${policy}, 20 at once`, unit: 'requests', goal }, samples.twenty),
    );
  }
  return rows;
}
