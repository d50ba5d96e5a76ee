import { completed, settingsUnder } from './complete.ts';
import type { Setting } from './setting.ts';
import { settingsTable } from './table.ts';
import { otherCallers, type OtherCaller, type OwnName, type Settings } from './types.ts';

/** What stands for a key that is nowhere written down. */
const noKeys = { publicKey: '[removed]', privateKey: '[removed]' } as const;

type Row = (typeof settingsTable)[number];
type NotRecorded = Extract<Row, { readonly secret: string } | { readonly local: object }>;

/** Settings as the evidence keeps them: of callers only their names, and no path of the machine. */
export interface RecordedSettings {
  readonly target: Omit<Settings['target'], 'keys' | 'callers' | OwnName<'target', NotRecorded>> & {
    readonly callers: readonly OtherCaller[];
    /** By which the main caller is found among the keys that the target lists; it opens nothing by itself. */
    readonly publicKey?: string;
  };
  readonly run: Omit<Settings['run'], OwnName<'run', NotRecorded>>;
}

const rows = (): readonly Setting[] => settingsTable;

/** The settings without secrets, and without what only means something on this machine. */
export function recordedSettings({ target, run }: Settings): RecordedSettings {
  const {
    keys: { publicKey },
    callers,
    ...rest
  } = target;
  const kept = (half: 'target' | 'run', all: object): object => {
    const left = rows().flatMap(({ name, secret, local }) => (secret === undefined && local === undefined ? [] : [name]));
    return Object.fromEntries(Object.entries(all).filter(([name]) => !left.includes(`${half}.${name}`)));
  };
  return {
    target: { ...kept('target', rest), publicKey, callers: otherCallers.filter((name) => name in callers) },
    run: kept('run', run),
  } as unknown as RecordedSettings;
}

/**
 * Settings for judging a recorded run again: whoever had keys has some again, which open nothing. A setting that is
 * younger than the record has its default.
 */
export function settingsAsRecorded({ target, run }: RecordedSettings): Settings {
  const instead = settingsUnder(
    rows().flatMap(({ name, local, holdsBack }): [string, unknown][] =>
      local !== undefined ? [[name, local.replayed]] : holdsBack ? [[name, undefined]] : [],
    ),
  );
  const { publicKey = noKeys.publicKey, callers, ...told } = target;
  return completed({
    target: {
      ...told,
      ...instead.target,
      keys: { ...noKeys, publicKey },
      callers: Object.fromEntries(callers.map((name) => [name, noKeys])),
    },
    run: { ...run, ...instead.run },
  });
}
