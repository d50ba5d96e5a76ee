import { targetSections } from './sections.ts';
import type { Known, Setting, SettingValue } from './setting.ts';
import { settingsTable } from './table.ts';
import type { Settings } from './types.ts';

/** Some of the settings. One that is there counts as given, though its value be undefined. */
export interface SomeSettings {
  readonly target: Partial<Settings['target']>;
  readonly run: Partial<Settings['run']>;
}

type Tree = Record<string, unknown>;

/** What lies in the settings under a name such as `target.keys.publicKey`; undefined where nothing does. */
export const valueOf = (settings: object, name: string): unknown =>
  name.split('.').reduce<unknown>((within, part) => (within as Tree | undefined)?.[part], settings);

const isGiven = (settings: SomeSettings, name: string): boolean => {
  const parts = name.split('.');
  const within = valueOf(settings, parts.slice(0, -1).join('.'));
  return within !== undefined && Object.hasOwn(within as Tree, parts.at(-1)!);
};

/** The settings in which the values lie under their names. */
export function settingsUnder(values: Iterable<readonly [name: string, value: unknown]>): SomeSettings {
  const all: Tree = { target: {}, run: {} };
  for (const [name, value] of values) {
    const parts = name.split('.');
    let within = all;
    for (const part of parts.slice(0, -1)) within = (within[part] ??= {}) as Tree;
    within[parts.at(-1)!] = value;
  }
  return all as unknown as SomeSettings;
}

/** The settings with the defaults of those that are not given. Paths are read against `cwd`. */
export function completed(given: SomeSettings, cwd: string = process.cwd()): Settings {
  const found = new Map<Setting, unknown>();
  const known: Known = {
    embedded: given.run.embedded ?? !given.target.url,
    of: <R extends Setting>(row: R) => {
      if (!found.has(row)) found.set(row, isGiven(given, row.name) ? valueOf(given, row.name) : standard(row));
      return found.get(row) as SettingValue<R>;
    },
  };
  const standard = ({ default: value, parse }: Setting): unknown => {
    if (typeof value === 'function') return value(known);
    return value === undefined ? undefined : parse(value, cwd);
  };
  const target: Tree = { ...given.target };
  const run: Tree = { ...given.run, embedded: known.embedded };
  for (const row of settingsTable) {
    const [half, name, ...deeper] = row.name.split('.');
    if (deeper.length === 0) (half === 'run' ? run : target)[name!] = known.of(row);
  }
  for (const { name, empty } of targetSections) target[name.replace('target.', '')] ??= empty;
  return {
    target: { ...target, keys: { publicKey: '', privateKey: '', ...given.target.keys }, callers: given.target.callers ?? {} },
    run,
  } as unknown as Settings;
}
