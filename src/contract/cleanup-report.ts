/** What the run made on the target and did not take away again. It is no outcome of any check. */
export interface CleanupReport {
  /** Things made, those aside that go with another one. */
  readonly made: number;
  readonly removed: number;
  /** What should have gone and did not, or was not set back. */
  readonly left: readonly { readonly thing: string; readonly path: string; readonly why: string }[];
  /** What no operation of the API takes away. */
  readonly stays: readonly { readonly thing: string; readonly count: number; readonly why: string }[];
  /** Command line that tries again; null when nothing is left, or the target has gone too. */
  readonly command: string | null;
}
