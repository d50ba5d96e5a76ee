import { requestInShort } from '../../checks/exchange/request.ts';
import type { Client } from '../../client/types.ts';
import { needs } from '../../contract/reasons.ts';
import type { RequirementId } from '../../contract/requirements/index.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { CurrentTest } from './current-test.ts';

const requirement: RequirementId = 'response.content-type-json';

/** As often a request goes out that meets a fault that may pass. */
const tries = 3;

/** A read of the main caller none of whose tries brought a whole answer; what may pass is tried no further. */
const isBrokenOff = ({ method, kind, caller, response, attempt }: Exchange & Exchange['request'], of: Client): boolean =>
  method === 'GET' && kind === 'call' && caller === of.caller?.name && response === null && attempt === tries;

/** Whether the target answers there at all. A run that may send nothing more finds that it does not. */
const answers = (client: Client, path: string): Promise<boolean> =>
  client.send({ method: 'GET', path }).then(
    ({ status }) => status < 500,
    () => false,
  );

/**
 * Where a test ended because no answer to a read was ever whole, it is asked for once more, between two requests for the
 * root: if these are answered, and it is not, the target breaks that answer off, and no network.
 */
export async function askForBrokenOff(test: CurrentTest, client: Client): Promise<void> {
  if (test.info.errors.length === 0 || test.unmet !== undefined) return;
  const last = test.exchanges.at(-1);
  if (last === undefined || !isBrokenOff({ ...last, ...last.request }, client)) return;
  const isUp = () => answers(client, '');
  if (!(await isUp()) || (await answers(client, last.request.url)) || !(await isUp()) || test.unmet !== undefined) return;
  const message = `no answer to ${requestInShort(last)} is ever whole, while the root is answered: ${last.fault}`;
  const violations = [{ path: '', message, exchange: last.id }];
  test.alsoSeen.push({ requirement, file: 'src/run/test/broken-off.ts', examined: 1, violations, findings: [] });
  test.unmet = { outcome: 'unverified', reason: needs.answer(`a whole answer to ${requestInShort(last)}: ${last.fault}`) };
}
