import type { Guard } from '../../client/types.ts';
import { requestShape } from '../../contract/operations/request-shape.ts';
import { planOfRun } from '../../target/plan-file.ts';
import type { Settings } from '../../target/settings/types.ts';
import { runningTest } from '../test/current-test.ts';
import { reason } from '../../contract/reasons.ts';
import { unverified } from '../test/unmet.ts';

/**
 * Holds what is sent to the plan of the run: what is not in it ends the test as unverified before a byte leaves.
 * Undefined where the run has none. Throws UsageError where the plan was made for another run.
 */
export function guardForPlan(settings: Settings): Guard | undefined {
  const plan = planOfRun(settings);
  if (plan === undefined) return undefined;
  const planned = new Set(plan.requests.map(({ method, path }) => `${method} ${path}`));
  return ({ method, url }) => {
    const { path } = requestShape(method, url, settings.target.url);
    if (planned.has(`${method} ${path}`)) return;
    const says = `not in the plan: ${method} ${path}`;
    if (runningTest() !== undefined) unverified(reason('not-in-plan', says));
    throw new Error(`Setup: ${says}`);
  };
}
