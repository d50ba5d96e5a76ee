import type { CallStep } from '../client/call-steps.ts';
import type { Call } from '../client/types.ts';
import { pathBelow, shortened } from '../contract/path-templates.ts';
import { createIntent, openProjectIn, withOrganization } from '../cleanup/create-intent.ts';
import { isJudging } from './test/current-test.ts';
import { isOwnerAt, organizationOf } from './rights.ts';
import type { Session } from './session.ts';
import { needs } from '../contract/reasons.ts';
import { unverified } from './test/unmet.ts';

/**
 * Lets nothing be made that the main caller could not remove. Where a thing is removed below the very
 * collection in which it is made, one right stands for both. Where it is removed elsewhere (an API key of a project is
 * removed from its organization), the main caller has to own that place; else the test ends as unverified, and nothing
 * is sent. `session` is asked for once there is something to make.
 */
export const makingOnlyWhatGoes = (session: () => Session): CallStep => ({
  async before(call) {
    if (call.method === 'POST' && isJudging()) await refuseWhatStays(session(), call);
    return call;
  },
});

async function refuseWhatStays(session: Session, { path: place, body }: Call): Promise<void> {
  const {
    ledger,
    settings: { target },
  } = session;
  const path = URL.canParse(place) ? pathBelow(target.url, place) : place;
  const intent = path === undefined ? undefined : createIntent(path, body, target.product, () => undefined);
  if (intent === undefined || intent.goesWith.some((id) => ledger.owns(`/${id}`))) return;
  const ways = intent.removedAt.filter((paths) => paths.length > 0);
  const refused: string[] = [];
  for (const paths of ways) {
    const foreign: string[] = [];
    for (const one of paths) if (!one.startsWith(`${path}/`) && !(await mayRemove(session, one))) foreign.push(one);
    if (foreign.length === 0) return;
    refused.push(...foreign);
  }
  if (refused.length === 0) return;
  const right = `DELETE ${[...new Set(refused.map(shortened))].join(' or ')}`;
  unverified(needs.right(right, `this key may not ${right}, so nothing is made that would stay`));
}

async function mayRemove(session: Session, open: string): Promise<boolean> {
  const project = openProjectIn(open);
  const orgId = project === undefined ? undefined : await organizationOf(session, project);
  return (await isOwnerAt(session, orgId === undefined ? open : withOrganization(open, orgId))) === true;
}
