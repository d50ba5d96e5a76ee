import { both, onlyCloudManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const billingCodes = {
  ACCOUNT_SUSPENDED:                     onlyCloudManager(402, 'Group has an unpaid invoice that is more than 30 days old.'),
  CANNOT_CLOSE_ACCOUNT_FAILED_INVOICES:  both(402, 'Cannot close account because there are failed invoices.'),
  CANNOT_START_BACKUP_NO_BILLING_INFO:   onlyCloudManager(402, 'Cannot start backup without providing billing information.'),
  FAILED_TO_CLOSE_ACCOUNT_CHARGE_FAILED: onlyCloudManager(402, 'Cannot close account due to a charge failure.'),
  NO_PAYMENT_INFORMATION_FOUND:          onlyCloudManager(402, 'No payment information was found for group {group}.'),
} as const satisfies ErrorCodeTable;
