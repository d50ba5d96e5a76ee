import { products } from '../../products.ts';
import type { ErrorCode } from './types.ts';

/** Listed by both products. */
export function both(status: number, message: string): ErrorCode {
  return { products, status, basis: 'documented', message };
}

/** Listed by both products, each in words of its own. */
export function bothReworded(status: number, opsManager: string, cloudManager: string): ErrorCode {
  return {
    products, status, basis: 'documented',
    message: { 'ops-manager': opsManager, 'cloud-manager': cloudManager },
  };
}

/** Listed by both products, neither of which shows a status. */
export function bothWithoutStatus(status: number, message: string): ErrorCode {
  return { products, status, basis: 'inferred', message };
}

/** Listed by Ops Manager alone, whose table shows no status beside it. */
export function onlyOpsManager(status: number, message: string): ErrorCode {
  return { products: ['ops-manager'], status, basis: 'inferred', message };
}

/** Listed by Cloud Manager alone. */
export function onlyCloudManager(status: number, message: string): ErrorCode {
  return { products: ['cloud-manager'], status, basis: 'documented', message };
}

/** One of a pair that differs in the word for access lists: the newer one, which Ops Manager's table has. */
export function accessListWord(status: number, counterpart: string, message: string): ErrorCode {
  return { ...onlyOpsManager(status, message), dialect: 'access-list', counterpart };
}

/** One of a pair that differs in the word for access lists: the older one, which Cloud Manager's table has. */
export function whitelistWord(status: number, counterpart: string, message: string): ErrorCode {
  return { ...onlyCloudManager(status, message), dialect: 'whitelist', counterpart };
}
