/** A failure that somebody has looked at and puts up with until a day. It still runs. */
export interface KnownDeviation {
  /** Id of the requirement. */
  readonly requirement: string;
  /** What the failure looks like: of the same requirement, only the same failure is known. */
  readonly fingerprint: string;
  readonly why: string;
  readonly owner?: string;
  /** Last day on which it is known, `YYYY-MM-DD`, in UTC. */
  readonly until: string;
  readonly link?: string;
}
