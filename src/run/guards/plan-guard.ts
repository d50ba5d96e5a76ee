import type { OutgoingRequest, Transport } from '../../client/types.ts';
import { requestShape } from '../../contract/operations/request-shape.ts';
import { planOfRun } from '../../target/plan-file.ts';
import type { Settings } from '../../target/settings/types.ts';
import { runningTest } from '../test/current-test.ts';
import { unverified } from '../test/unmet.ts';

/**
 * The transport, held to the plan of the run, where it has one: what is not in it ends the test as unverified before a
 * byte leaves. Throws UsageError where the plan was made for another run.
 */
export function withinPlan(transport: Transport, settings: Settings): Transport {
  const plan = planOfRun(settings);
  if (plan === undefined) return transport;
  const planned = new Set(plan.requests.map(({ method, path }) => `${method} ${path}`));

  function refuseUnplanned({ method, url }: OutgoingRequest): void {
    const { path } = requestShape(method, url, settings.target.url);
    if (planned.has(`${method} ${path}`)) return;
    const reason = `not in the plan: ${method} ${path}`;
    if (runningTest() !== undefined) unverified(reason);
    throw new Error(`Setup: ${reason}`);
  }

  return {
    ...transport,
    send: async (request) => {
      refuseUnplanned(request);
      return transport.send(request);
    },
    sendRaw: async (request) => {
      refuseUnplanned(request);
      return transport.sendRaw(request);
    },
  };
}
