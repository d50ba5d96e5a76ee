import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import { jsonOf, pathOf, withJson } from '../mutants/lies.ts';
import { verdictOf, withOutcome } from '../mutants/judged.ts';
import { targetOf } from './peoples-keys.ts';

const code = 'ORG_REQUIRES_ACCESS_LIST';
const refusal = {
  error: 403,
  errorCode: code,
  reason: 'Forbidden',
  detail: 'The organization is open only to callers who have an access list.',
  parameters: [],
};

/** A mock whose organizations let no key in that was made lately and has nothing on its access list. */
function demandingLists(): Layer {
  /** Ids of keys without a list, by their public key. */
  const unlisted = new Map<string, string>();
  return (next) => async (request) => {
    const response = await next(request);
    const [path, { caller }] = [pathOf(request), request];
    if (caller !== undefined && unlisted.has(caller)) return withJson({ ...response, status: 403 }, refusal);
    if (request.method !== 'POST' || response.status >= 300) return response;
    const { id, publicKey } = (jsonOf(response) ?? {}) as { id?: string; publicKey?: string };
    if (path.endsWith('/apiKeys') && id !== undefined && publicKey !== undefined) unlisted.set(publicKey, id);
    const listed = /\/apiKeys\/(\w+)\/(?:accessList|whitelist)$/.exec(path)?.[1];
    for (const [key, of] of unlisted) if (of === listed) unlisted.delete(key);
    return response;
  };
}

/**
 * `node --import tsx --conditions=engine test/run/demanded-lists.ts`: what a run of a global owner finds red where an
 * organization demands an access list of every key, and what it sees where none does and not there.
 */
async function judged(inner?: Layer) {
  const { settings, transport } = await targetOf('global owner', 'own-resources', inner && { inner });
  return verdictOf(settings, await runTests(await loadSpecs(), { settings, transport }));
}

const [free, demanding] = [await judged(), await judged(demandingLists())];
const seen = new Set(withOutcome(demanding, 'kept'));
process.stdout.write(
  JSON.stringify({
    red: withOutcome(demanding, 'broken', 'setup-failed'),
    lost: withOutcome(free, 'kept').filter((id) => !seen.has(id)),
  }),
);
