import type { Call, Client } from '../client/types.ts';
import { limits } from '../contract/limits.ts';
import type { Settings } from '../target/settings/types.ts';

/** Most entities that a page of the target holds. */
export const largestPage = ({ target }: Settings): number => target.maxItemsPerPage ?? limits.maxItemsPerPage;

/** The same client, which asks a target that has smaller pages for the largest of those where the largest documented are meant. */
export function withinPageSize(client: Client, settings: Settings): Client {
  const most = largestPage(settings);
  if (most >= limits.maxItemsPerPage) return client;
  const documented = String(limits.maxItemsPerPage);
  const inPath = new RegExp(`([?&]itemsPerPage=)${documented}(?=&|$)`);
  const fitting = ({ path, query, ...call }: Call): Call => ({
    ...call,
    path: path.replace(inPath, `$1${most}`),
    ...(query && { query: String(query['itemsPerPage']) === documented ? { ...query, itemsPerPage: most } : query }),
  });
  const around = (inner: Client): Client => ({
    ...inner,
    send: (call) => inner.send(fitting(call)),
    as: (caller) => around(inner.as(caller)),
  });
  return around(client);
}
