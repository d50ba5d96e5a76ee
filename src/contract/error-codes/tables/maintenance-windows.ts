import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const maintenanceWindowsCodes = {
  INVALID_WINDOW_ID:                            both(404, 'An invalid maintenance window ID {ID} was specified.'),
  MAINTENANCE_WINDOW_NOT_FOUND:                 both(404, 'No maintenance window with ID {ID} exists in group {group}.'),
  MAINTENANCE_WINDOW_START_DATE_AFTER_END_DATE: both(400, 'Maintenance window configurations must specify a start date before their end date.'),
  MISSING_MAINTENANCE_WINDOW_ALERT_TYPE_NAME:   both(400, 'Maintenance window configurations must specify at least one alert type.'),
  MISSING_MAINTENANCE_WINDOW_END_DATE:          both(400, 'Maintenance window configurations must specify an end date.'),
  MISSING_MAINTENANCE_WINDOW_START_DATE:        both(400, 'Maintenance window configurations must specify a start date.'),
} as const satisfies ErrorCodeTable;
