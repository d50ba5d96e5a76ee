import { liveTransport } from '../client/transport/live.ts';
import type { Transport } from '../client/types.ts';
import { proxyFor } from './proxy.ts';
import type { Settings } from './settings/types.ts';

/** The transport that reaches the target over the network. `timeoutSeconds` in place of the target's own. */
export function transportTo({ target }: Settings, { timeoutSeconds }: { readonly timeoutSeconds?: number } = {}): Transport {
  const {
    caFile,
    clientCertFile,
    clientKeyFile,
    clientKeyPassphrase,
    insecureTls,
    connectSeconds,
    firstByteSeconds,
    maxBodyBytes,
  } = target;
  return liveTransport({
    caFile,
    clientCertFile,
    clientKeyFile,
    clientKeyPassphrase,
    insecureTls,
    connectSeconds,
    firstByteSeconds,
    maxBodyBytes,
    proxy: proxyFor(target.url, process.env),
    timeoutSeconds: timeoutSeconds ?? target.timeoutSeconds,
  });
}
