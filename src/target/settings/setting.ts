/** A text that the user gave, turned into a value. */
export interface Parser<T> {
  /**
   * `cwd` is the folder against which paths are read; default: the working directory. Throws UsageError, whose message
   * completes the sentence "<where the setting came from> …".
   */
  (given: string, cwd?: string): T;
  /** JSON Schema of the value as a target's file has it. */
  readonly schema: object;
}

/** What the default of a setting may depend on. */
export interface Known {
  /** The target is a mock that was started for the run. */
  readonly embedded: boolean;
  /** The value of another setting, given or by default. */
  of<R extends Setting>(row: R): SettingValue<R>;
}

/** Commands that judge, or prepare judging: what takes the settings. */
export type SettingCommand = 'run' | 'doctor' | 'plan' | 'sweep';

/** One thing that can be set, and everything there is to know of it. */
export interface Setting {
  /** Where it lands in `Settings`: what is known of the target, or what is wanted of the run. */
  readonly name: `target.${string}` | `run.${string}`;
  /** Variables in the environment and in `.env` that give it; the first one that is set counts. Messages name the first. */
  readonly variables: readonly [string, ...string[]];
  /** Flag in commander's notation; secrets have none, or they would show in the process list. */
  readonly flag?: string;
  /** The flag may be given more than once; in the variable, commas part the values. */
  readonly repeatable?: true;
  /** Commands that have the flag. Default: `run`, `doctor` and `plan`. */
  readonly commands?: readonly SettingCommand[];
  /** Field of `targets/<name>.yaml`. Secrets have none: a file is shared and kept. */
  readonly field?: string;
  /** What the template of such a file says beside the field. */
  readonly fieldHint?: string;
  /** A document of `--target-json` may tell it. */
  readonly inTargetJson?: true;
  readonly says: string;
  /** What stands when nothing is given: a text as a user would give it, or computed. */
  readonly default?: string | ((known: Known) => unknown);
  /** The same in words, where it is computed or there is none. */
  readonly defaultSays?: string;
  /** What it is called where it is taken out of what the run writes; it is neither shown nor recorded. */
  readonly secret?: string;
  /** Makes no sense for the embedded mock, and so demands that a target is named. */
  readonly needsTarget?: true;
  /** Means something on this machine only, and is not recorded; `replayed` stands in its place when a record is judged again. */
  readonly local?: { readonly replayed?: unknown };
  /** Holds back what is sent; nothing is sent, and so nothing held back, when a record is judged again. */
  readonly holdsBack?: true;
  readonly example: string;
  readonly parse: Parser<unknown>;
}

type Parsed<R> = R extends { readonly parse: Parser<infer T> } ? T : never;

/** The value of a setting in `Settings`; it may be undefined where nothing stands when nothing is given. */
export type SettingValue<R> = R extends { readonly default: string }
  ? Parsed<R>
  : R extends { readonly default: (...known: never[]) => infer Default }
    ? Parsed<R> | Default
    : Parsed<R> | undefined;
