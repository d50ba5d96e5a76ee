import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const metricsCodes = {
  DATABASE_NAME_REQUIRED:      both(400, 'Metric {metric} requires a database name to be provided.'),
  DEVICE_NAME_REQUIRED:        both(400, 'Metric {metric} requires a device name to be provided.'),
  INVALID_GRANULARITY:         both(400, 'An invalid granularity {granularity} was specified.'),
  INVALID_METRIC_NAME:         both(404, 'An invalid metric name {name} was specified.'),
  INVALID_PERIOD:              both(400, 'An invalid period was specified.'),
  NOT_DATABASE_OR_DISK_METRIC: both(404, 'Metric {metric} is neither a database nor a disk metric.'),
} as const satisfies ErrorCodeTable;
