/** What is measured: of the process, of one of its databases, or of one of its disk partitions. */
export type Measured = 'host' | 'database' | 'disk';

export interface Metric {
  readonly name: string;
  readonly units: string;
  readonly of: Measured;
  /** A change per second: there is no value for the first point. */
  readonly rate?: true;
  /** The unit in which alert configurations know it; absent: they do not. */
  readonly alerts?: string;
}

/**
 * The metrics that the mock measures, by name: a few of each family, and whatever alert configurations know. Sources: the
 * names of the schema of 2014 and those of today's measurements; which of the older ones wanted a database is inferred from
 * their names.
 */
export const metrics: ReadonlyMap<string, Metric> = new Map(
  (
    [
      { name: 'ASSERT_REGULAR', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'ASSERT_WARNING', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'ASSERT_MSG', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'ASSERT_USER', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'CONNECTIONS', units: 'SCALAR', of: 'host', alerts: 'RAW' },
      { name: 'CONNECTIONS_MAX', units: 'SCALAR', of: 'host', alerts: 'RAW' },
      { name: 'CURSORS_TOTAL_OPEN', units: 'SCALAR', of: 'host', alerts: 'RAW' },
      { name: 'DB_LOCK_PERCENTAGE', units: 'PERCENT', of: 'host', alerts: 'RAW' },
      { name: 'EFFECTIVE_LOCK_PERCENTAGE', units: 'PERCENT', of: 'host', alerts: 'RAW' },
      { name: 'EXTRA_INFO_PAGE_FAULTS', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'GLOBAL_LOCK_CURRENT_QUEUE_TOTAL', units: 'SCALAR', of: 'host', alerts: 'RAW' },
      { name: 'OPCOUNTER_QUERY', units: 'SCALAR_PER_SECOND', of: 'host', rate: true, alerts: 'RAW' },
      { name: 'COMPUTED_MEMORY', units: 'BYTES', of: 'host', alerts: 'BYTES' },
      { name: 'MEMORY_RESIDENT', units: 'BYTES', of: 'host', alerts: 'BYTES' },
      { name: 'BACKGROUND_FLUSH_AVG', units: 'MILLISECONDS', of: 'host', alerts: 'MILLISECONDS' },
      { name: 'OPLOG_SLAVE_LAG_MASTER_TIME', units: 'SECONDS', of: 'host', alerts: 'SECONDS' },
      { name: 'OPLOG_MASTER_TIME', units: 'SECONDS', of: 'host', alerts: 'SECONDS' },
      { name: 'DB_DATA_SIZE_TOTAL', units: 'BYTES', of: 'database', alerts: 'BYTES' },
      { name: 'DB_STORAGE_TOTAL', units: 'BYTES', of: 'database', alerts: 'BYTES' },
      { name: 'DISK_PARTITION_IOPS_READ', units: 'SCALAR_PER_SECOND', of: 'disk', rate: true },
      { name: 'DISK_PARTITION_SPACE_FREE', units: 'BYTES', of: 'disk' },
    ] as const satisfies readonly Metric[]
  ).map((metric) => [metric.name, metric]),
);
