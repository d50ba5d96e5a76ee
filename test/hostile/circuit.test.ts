import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { layered } from '../../src/client/transport/layers.ts';
import { NetworkFault, type IncomingResponse, type Transport } from '../../src/client/types.ts';
import { circuitLayer, faultsBeforeAsking, mostFaults, type Health } from '../../src/run/guards/circuit.ts';
import { healthIn } from '../../src/run/guards/target-health.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

const baseUrl = 'http://target.invalid/api/public/v1.0';
const answer = (status: number, body = '{}'): IncomingResponse => ({ status, headers: [], body });
const well = answer(200);
const challenge = answer(401, '');
const ofGateway = answer(503, '<h1>Service Unavailable</h1>');
const fault = new NetworkFault('reset', 'it hung up');

/** A worker whose requests come to what it is told, and how many of them really left. */
function worker(health: Health, isWell: () => boolean = () => false) {
  const seen = { sent: 0, asked: 0 };
  const send = (outcome: IncomingResponse | NetworkFault, url = `${baseUrl}/groups`) => {
    const trip = async () => {
      seen.sent += 1;
      if (outcome instanceof NetworkFault) throw outcome;
      return outcome;
    };
    const transport: Transport = { send: trip, pause: async () => {}, now: () => 0, close: async () => {} };
    const circuit = circuitLayer({
      baseUrl,
      health,
      ask: async () => {
        seen.asked += 1;
        return isWell() ? undefined : 'nobody there';
      },
      refuse: (cause) => {
        throw new Error(`refused: ${cause}`);
      },
    });
    return layered(transport, [circuit])
      .send({ method: 'GET', url, headers: [], body: null })
      .then(({ status }) => status, String);
  };
  return { seen, send };
}

const healthOf = (context: TestContext) => healthIn(path.join(temporaryFolder(context), 'run'));
const times = (count: number) => Array.from({ length: count }, (_, n) => n);
const hungUp = 'NetworkFault: it hung up';
const down = 'Error: refused: the target went down during the run: nobody there';

describe('a target', () => {
  test('that is down is asked for a sign of life, and then left alone', async (context) => {
    const { send, seen } = worker(healthOf(context));
    for (const _ of times(faultsBeforeAsking)) assert.equal(await send(fault), hungUp);
    assert.equal(await send(well), down);
    assert.deepEqual(seen, { sent: faultsBeforeAsking, asked: 1 });
  });

  test('is left alone by the workers of a run together, and by those that come later', async (context) => {
    const folder = path.join(temporaryFolder(context), 'run');
    for (const _ of times(faultsBeforeAsking)) await worker(healthIn(folder)).send(fault);
    const later = worker(healthIn(folder));
    assert.equal(await later.send(well), down);
    assert.deepEqual(later.seen, { sent: 0, asked: 0 });
  });

  test('is there when a fault passes before the next request', async (context) => {
    const { send, seen } = worker(healthOf(context));
    for (const _ of times(10)) {
      assert.equal(await send(fault), hungUp);
      assert.equal(await send(fault), hungUp);
      assert.equal(await send(well), 200);
    }
    assert.equal(seen.asked, 0);
  });

  test('is there when one call was tried three times and the target is well then', async (context) => {
    const { send, seen } = worker(healthOf(context), () => true);
    for (const _ of times(faultsBeforeAsking)) await send(fault);
    assert.equal(await send(well), 200);
    assert.equal(seen.asked, 1);
  });

  test('that is silent to all but the root is left alone in the end', async (context) => {
    const { send } = worker(healthOf(context), () => true);
    for (const _ of times(mostFaults)) {
      assert.equal(await send(challenge), 401);
      assert.equal(await send(fault), hungUp);
    }
    assert.match(String(await send(well)), /answers at its root, but 12 requests in a row had no answer: it hung up/);
  });

  test('is down when a gateway speaks for it, but not when it says 503 itself', async (context) => {
    const spokenFor = worker(healthOf(context));
    for (const _ of times(faultsBeforeAsking)) assert.equal(await spokenFor.send(ofGateway), 503);
    assert.equal(await spokenFor.send(well), down);

    const own = worker(healthOf(context));
    for (const _ of times(20)) assert.equal(await own.send(answer(503, '{"error":503,"detail":"later"}')), 503);
    assert.equal(own.seen.asked, 0);
  });

  test('is not what another origin is', async (context) => {
    const { send } = worker(healthOf(context));
    for (const _ of times(20)) assert.equal(await send(fault, 'http://target.invalid:8080/'), hungUp);
    for (const _ of times(faultsBeforeAsking)) await send(fault);
    assert.equal(await send(fault, 'http://target.invalid:8080/'), hungUp);
    assert.equal(await send(fault), down);
  });
});
