import { both, bothWithoutStatus, onlyOpsManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const automationCodes = {
  AUTOMATION_CONFIG_CONCURRENT_MODIFICATION: onlyOpsManager(409, 'Another session or user already published changes.'),
  AUTOMATION_CONFIG_NOT_FOUND:               both(404, 'No automation configuration exists for group {group}.'),
  INVALID_AGENT_TYPE_NAME:                   both(400, 'An invalid agent type name {name} was specified.'),
  UNSUPPORTED_AUTOMATION_AGENT_VERSION:      bothWithoutStatus(400, 'Automation agent version is less than the accepted minimum version.'),
} as const satisfies ErrorCodeTable;
