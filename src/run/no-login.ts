import { NetworkFault } from '../client/types.ts';
import { reason, type Reason } from '../contract/reasons.ts';
import type { Session } from './session.ts';
import { runningTest } from './test/current-test.ts';

/** Carries from the process that starts a run to its workers why nobody can log in at its target. */
const variable = 'OMCONFORM_NO_LOGIN';

/** Makes it known, here and in the processes started from now on, that the target offers no login; `why` in words. */
export function publishNoLogin(why: string): void {
  process.env[variable] = why;
}

/** Why a check cannot be tried, where the target offers no login. */
export function lackOfLoginReason(): Reason | undefined {
  const why = process.env[variable];
  return why === undefined ? undefined : reason('no-login', `needs a Digest login: ${why}`);
}

/**
 * Asks for the root without credentials, once a worker, for the standing judges to look at the answer: it is all that a
 * target without a login shows.
 */
export const seeNoLogin = ({ client, once }: Session): Promise<void> =>
  once('the answer to who is not logged in', async () => {
    try {
      await client.send({ method: 'GET', path: '', authentication: 'none' });
    } catch (error) {
      // It stands in the record; a bound of the run leaves nothing to be seen.
      if (!(error instanceof NetworkFault) && runningTest()?.unmet === undefined) throw error;
    }
  });
