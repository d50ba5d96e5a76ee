import { requestInShort } from '../../checks/exchange/request.ts';
import type { Answer, Call, Client } from '../../client/types.ts';
import { needs } from '../../contract/reasons.ts';
import type { RequirementId } from '../../contract/requirements/index.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { currentTest, type CurrentTest } from './current-test.ts';

const requirement: RequirementId = 'response.content-type-json';

/** As often a request goes out that meets a fault that may pass. */
const tries = 3;

/** A read of the main caller none of whose tries brought a whole answer: as many as there are, or one where no second ever helped. */
const isBrokenOff = ({ method, kind, caller, response, attempt }: Exchange & Exchange['request'], of: Client): boolean =>
  method === 'GET' && kind === 'call' && caller === of.caller?.name && response === null && (attempt ?? tries) === tries;

/** Whether the target answers there at all. A run that may send nothing more finds that it does not. */
const answers = (client: Client, path: string): Promise<boolean> =>
  client.send({ method: 'GET', path }).then(
    ({ status }) => status < 500,
    () => false,
  );

/** Notes that an answer is broken off each time, where it is: the root is answered before and after, and it is not. */
async function noteBrokenOff(test: CurrentTest, client: Client, last: Exchange): Promise<boolean> {
  const isUp = () => answers(client, '');
  if (!(await isUp()) || (await answers(client, last.request.url)) || !(await isUp()) || test.unmet !== undefined) return false;
  const message = `no answer to ${requestInShort(last)} is ever whole, while the root is answered: ${last.fault}`;
  const violations = [{ path: '', message, exchange: last.id }];
  test.alsoSeen.push({ requirement, file: 'src/run/test/broken-off.ts', examined: 1, violations, findings: [] });
  return true;
}

const lastBrokenOff = (test: CurrentTest, client: Client): Exchange | undefined => {
  const last = test.exchanges.at(-1);
  return last !== undefined && isBrokenOff({ ...last, ...last.request }, client) ? last : undefined;
};

/**
 * Where a test ended because no answer to a read was ever whole, it is asked for once more, between two requests for the
 * root: if these are answered, and it is not, the target breaks that answer off, and no network.
 */
export async function askForBrokenOff(test: CurrentTest, client: Client): Promise<void> {
  if (test.info.errors.length === 0 || test.unmet !== undefined) return;
  const last = lastBrokenOff(test, client);
  if (last === undefined || !(await noteBrokenOff(test, client, last))) return;
  test.unmet = { outcome: 'unverified', reason: needs.answer(`a whole answer to ${requestInShort(last)}: ${last.fault}`) };
}

/**
 * The answer to GET, for who looks at many things one after the other: undefined where the target breaks this one off each
 * time and answers others. That is noted as a breach, and the rest can still be looked at.
 */
export async function readIfWhole(client: Client, path: string, query?: Call['query']): Promise<Answer | undefined> {
  try {
    return await client.send({ method: 'GET', path, query });
  } catch (error) {
    const test = currentTest();
    const last = lastBrokenOff(test, client);
    if (last !== undefined && (await noteBrokenOff(test, client, last))) return undefined;
    throw error;
  }
}
