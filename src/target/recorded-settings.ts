import { otherCallers, type OtherCaller, type Settings } from './settings/types.ts';

/** What stands for a key that is nowhere written down. */
const noKeys = { publicKey: '[removed]', privateKey: '[removed]' } as const;

type SecretOrLocal = 'keys' | 'callers' | 'caFile' | 'clientCertFile' | 'clientKeyFile' | 'clientKeyPassphrase';

/** Settings as the evidence keeps them: of callers only their names, and no path of the machine. */
export interface RecordedSettings {
  readonly target: Omit<Settings['target'], SecretOrLocal> & {
    readonly callers: readonly OtherCaller[];
    /** By which the main caller is found among the keys that the target lists; it opens nothing by itself. */
    readonly publicKey?: string;
  };
  readonly run: Omit<Settings['run'], 'out' | 'planFile' | 'reporters'>;
}

/** The settings without secrets, and without what only means something on this machine. */
export function recordedSettings({ target, run }: Settings): RecordedSettings {
  const {
    keys: { publicKey },
    callers,
    caFile: _ca,
    clientCertFile: _cert,
    clientKeyFile: _key,
    clientKeyPassphrase: _phrase,
    ...told
  } = target;
  const { out: _out, planFile: _plan, reporters: _reporters, ...rest } = run;
  return { target: { ...told, publicKey, callers: otherCallers.filter((name) => name in callers) }, run: rest };
}

/** Settings for judging a recorded run again: whoever had keys has some again, which open nothing. */
export function settingsAsRecorded({ target, run }: RecordedSettings): Settings {
  const callers = Object.fromEntries(target.callers.map((name) => [name, noKeys]));
  // Nothing is sent, so that nothing is to be held back, and what was not tried is told from its record.
  const unbound = {
    requestsPerSecond: undefined,
    inFlight: undefined,
    maxRequests: undefined,
    maxSeconds: undefined,
    maxFailures: undefined,
  };
  const { publicKey = noKeys.publicKey, ...told } = target;
  return { target: { ...told, keys: { ...noKeys, publicKey }, callers }, run: { ...run, ...unbound, out: '', reporters: [] } };
}
