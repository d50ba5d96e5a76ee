import type { OutgoingRequest } from '../../client/types.ts';
import { operationFor, operations } from '../../contract/operations/index.ts';
import { pathBelow } from '../../contract/path-templates.ts';
import { isJudging, requirementOf, runningTest } from '../test/current-test.ts';
import { provokesThrottling } from './retry-policy.ts';
import type { RunCounts } from './run-counts.ts';

/** HEAD is tried on so many. */
const mostHeads = 3;

/**
 * Whether a request may be one that is refused for what is wrong with it: that may be told before who asks, so that it would say
 * nothing of the login.
 */
const mayBeWrong = (requirement: string, body: string | null): boolean =>
  requirement.startsWith('code.') || (body !== null && /^(?:request|response)\./.test(requirement));

/**
 * Chooses which calls of a run are asked without credentials first, as many a digest client asks that has no nonce yet: the
 * first of each operation of the documents, and a few of HEAD, whoever's of the workers it is. The standing judges look at what is
 * answered. A write so asked is one that the run is about to do.
 */
export function firstOfEachOperation(
  baseUrl: string,
  counts: RunCounts,
): (request: Pick<OutgoingRequest, 'method' | 'url' | 'body'>) => boolean {
  const known = new Set<string>();
  return ({ method, url, body }) => {
    const path = pathBelow(baseUrl, url);
    const id = path === undefined ? undefined : operationFor(method, path);
    if (id === undefined || operations[id].unauthenticated || !isJudging()) return false;
    const test = runningTest();
    // Those count their requests, and what is asked without credentials may count too.
    if (test !== undefined && provokesThrottling(requirementOf(test.info))) return false;
    if (test !== undefined && mayBeWrong(requirementOf(test.info), body)) return false;
    const name = method === 'HEAD' ? 'bare-HEAD' : `bare-${method}-${id}`;
    const most = method === 'HEAD' ? mostHeads : 1;
    if (known.has(name)) return false;
    if (counts.add(name, 1) <= most) return true;
    known.add(name);
    return false;
  };
}
