import { liveTransport } from '../client/transport/live.ts';
import type { Transport } from '../client/types.ts';
import { proxyFor } from './proxy.ts';
import type { Settings } from './settings/types.ts';

/**
 * The transport that reaches the target over the network, with what its settings say of connections and their bounds.
 * `timeoutSeconds` in place of the target's own.
 */
export const transportTo = (
  { target }: Settings,
  { timeoutSeconds = target.timeoutSeconds }: { readonly timeoutSeconds?: number } = {},
): Transport => liveTransport({ ...target, proxy: proxyFor(target.url, process.env), timeoutSeconds });
