import type { targetSections } from './sections.ts';
import type { Setting, SettingValue } from './setting.ts';
import type { settingsTable } from './table.ts';

export const otherCallers = ['read-only', 'outsider', 'empty-access-list', 'other-address', 'without-user'] as const;
export type OtherCaller = (typeof otherCallers)[number];

/** What the user says of a family of resources: judge it as offered, or leave it alone. */
export type Capability = 'on' | 'off';

/** A request that a target refuses with a certain error code, as its file tells. */
export interface ProvokingRequest {
  readonly method: string;
  /** Below the base path; `{projectId}` and `{orgId}` stand for the project and organization of the run. */
  readonly path: string;
  readonly body?: unknown;
}

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

type Row = (typeof settingsTable)[number];
type Section = (typeof targetSections)[number];
type Named = { readonly name: string };

/** The last part of a row's name, where it lies in that half of the settings and in nothing else there. */
export type OwnName<Half extends string, R extends Named> = R['name'] extends `${Half}.${infer Name}`
  ? Name extends `${string}.${string}`
    ? never
    : Name
  : never;

type ValueOf<R> = R extends { readonly empty: unknown; readonly read: (...from: never[]) => infer Value }
  ? Value
  : SettingValue<R>;

/** The settings of one half; those that may have no value may be left out. */
type HalfOf<Half extends string, R extends Named> = {
  readonly [E in R as undefined extends ValueOf<E> ? never : OwnName<Half, E>]: ValueOf<E>;
} & {
  readonly [E in R as undefined extends ValueOf<E> ? OwnName<Half, E> : never]?: ValueOf<E>;
};

/** What comes of the rows of settings and of sections, and what belongs to no single one of them. */
export interface SettingsOf<R extends Setting> {
  readonly target: HalfOf<'target', R | Section> & {
    readonly keys: KeyPair;
    readonly callers: Partial<Record<OtherCaller, KeyPair>>;
    /** The environment names a proxy for it. */
    readonly behindProxy?: boolean;
  };
  readonly run: HalfOf<'run', R> & {
    /** True when we started the target ourselves. */
    readonly embedded: boolean;
  };
}

/**
 * Everything a run needs to know of its target and of itself; plain JSON, so that worker processes can be given it.
 * What each setting means is said in its row of `table.ts` or `sections.ts`.
 */
export type Settings = SettingsOf<Row>;
