/** What is measured: of the process, of one of its databases, or of one of its disk partitions. */
export type Measured = 'host' | 'database' | 'disk';

export interface Metric {
  readonly name: string;
  readonly units: string;
  readonly of: Measured;
  /** A change per second: there is no value for the first point. */
  readonly rate?: true;
}

/**
 * The metrics that the mock measures, by name. Sources: the names of the schema of 2014 and those of today's
 * measurements; which of the older ones wanted a database is inferred from their names.
 */
export const metrics: ReadonlyMap<string, Metric> = new Map(
  (
    [
      { name: 'ASSERT_REGULAR', units: 'SCALAR_PER_SECOND', of: 'host', rate: true },
      { name: 'CONNECTIONS', units: 'SCALAR', of: 'host' },
      { name: 'EXTRA_INFO_PAGE_FAULTS', units: 'SCALAR_PER_SECOND', of: 'host', rate: true },
      { name: 'DB_DATA_SIZE_TOTAL', units: 'BYTES', of: 'database' },
      { name: 'DB_STORAGE_TOTAL', units: 'BYTES', of: 'database' },
      { name: 'DISK_PARTITION_IOPS_READ', units: 'SCALAR_PER_SECOND', of: 'disk', rate: true },
      { name: 'DISK_PARTITION_SPACE_FREE', units: 'BYTES', of: 'disk' },
    ] as const satisfies readonly Metric[]
  ).map((metric) => [metric.name, metric]),
);
