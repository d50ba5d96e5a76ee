/** One thing that can be set, and everything there is to know of it. */
export interface Setting {
  /** Where it lands in `Settings`. */
  readonly name: string;
  /** Variable in the environment and in `.env`. */
  readonly variable: string;
  /** Flag of `omconform run`, in commander's notation; keys have none, or they would show in the process list. */
  readonly flag?: string;
  /** The flag may be given more than once; in the variable, commas part the values. */
  readonly repeatable?: true;
  readonly says: string;
  /** Text that stands when nothing is given. */
  readonly default?: string;
  /** What stands when nothing is given, in words, where that depends on something else. */
  readonly defaultSays?: string;
  readonly secret?: true;
  /** Makes no sense for the embedded mock, and so demands that a target is named. */
  readonly needsTarget?: true;
  readonly example: string;
  /** Text to value; throws UsageError. */
  readonly parse: (given: string) => unknown;
}
