import type { Answer } from '../client/types.ts';
import { runningTest } from './test/current-test.ts';
import { insistWhereOn, isMissing } from './offered.ts';
import { needs } from '../contract/reasons.ts';
import { notOffered, unverified } from './test/unmet.ts';
import { requestInShort } from '../checks/exchange/request.ts';

/**
 * An answer that tells something of its resource. Ends the test as not offered where the target has no such path or
 * method (as broken where its file says that it has), and as unverified where the caller may not do it.
 */
export function telling(answer: Answer): Answer {
  const { status } = answer;
  const what = requestInShort(answer.exchange);
  if (isMissing(answer)) {
    const settings = runningTest()?.settings;
    if (settings !== undefined) insistWhereOn(settings, answer, what);
    return notOffered(what);
  }
  return status === 401 || status === 403
    ? unverified(needs.right(what, `needs a caller who may ${what}: it was answered ${status}`))
    : answer;
}
