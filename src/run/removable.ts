import type { CallStep } from '../client/call-steps.ts';
import type { Call } from '../client/types.ts';
import { pathBelow, shortened } from '../contract/path-templates.ts';
import { createIntent, openProjectIn, withOrganization } from '../cleanup/create-intent.ts';
import { isJudging } from './test/current-test.ts';
import { isSwitchedOff, refuseSwitchedOff } from './offered.ts';
import { isOwnerAt, organizationOf } from './rights.ts';
import type { Session } from './session.ts';
import { needs } from '../contract/reasons.ts';
import { unverified } from './test/unmet.ts';

/**
 * Lets nothing be made that the main caller could not remove. Where a thing is removed below the very
 * collection in which it is made, one right stands for both. Where it is removed elsewhere (an API key of a project is
 * removed from its organization), the main caller has to own that place; else the test ends as unverified, and nothing
 * is sent. Where the target's file switches that place off, it ends as not offered. `session` is asked for once there is
 * something to make.
 */
export const makingOnlyWhatGoes = (session: () => Session): CallStep => ({
  async before(call) {
    if (call.method === 'POST' && isJudging()) await refuseWhatStays(session(), call);
    return call;
  },
});

async function refuseWhatStays(session: Session, call: Call): Promise<void> {
  const refused = await whatStays(session, call);
  if (refused.length === 0) return;
  for (const path of refused) refuseSwitchedOff(session.settings, 'DELETE', path);
  const right = `DELETE ${[...new Set(refused.map(shortened))].join(' or ')}`;
  unverified(needs.right(right, `this key may not ${right}, so nothing is made that would stay`));
}

/** Where a POST would leave behind what the main caller could not remove: the paths of what would stay; none where all goes. */
export async function whatStays(
  session: Session,
  { path: place, body }: Pick<Call, 'path' | 'body'>,
): Promise<readonly string[]> {
  const {
    ledger,
    settings: { target },
  } = session;
  const path = URL.canParse(place) ? pathBelow(target.url, place) : place;
  const intent = path === undefined ? undefined : createIntent(path, body, target.product, () => undefined);
  if (intent === undefined || intent.goesWith.some((id) => ledger.owns(`/${id}`))) return [];
  const refused: string[] = [];
  for (const paths of intent.removedAt.filter(({ length }) => length > 0)) {
    const foreign: string[] = [];
    for (const one of paths) if (!one.startsWith(`${path}/`) && !(await mayRemove(session, one))) foreign.push(one);
    if (foreign.length === 0) return [];
    refused.push(...foreign);
  }
  return refused;
}

async function mayRemove(session: Session, open: string): Promise<boolean> {
  if (isSwitchedOff(session.settings, open, 'DELETE')) return false;
  const project = openProjectIn(open);
  const orgId = project === undefined ? undefined : await organizationOf(session, project);
  return (await isOwnerAt(session, orgId === undefined ? open : withOrganization(open, orgId))) === true;
}
