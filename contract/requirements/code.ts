import { documentedCircumstances } from '../error-codes/circumstances.ts';
import { errorCodesByArea, type ErrorCode, type ErrorCodeName, type ErrorCodeOf } from '../error-codes/index.ts';
import type { Requirement } from '../requirement.ts';

/** Areas of the error tables whose codes have scenarios. */
export const scenarioAreas = ['projects', 'billing', 'authentication', 
  'hosts', 'access-list', 'alert-configs', 'alerts', 'maintenance-windows', 'automation',
  'metrics', 'clusters', 'checkpoints', 'snapshots', 'snapshot-schedule', 'users', 'teams', 'organizations', 'api-keys', 'backup-config', 'restore-jobs', 'log-collection', 'generic', 'provisioning'] as const;
type CodeWithScenario = { [A in (typeof scenarioAreas)[number]]: ErrorCodeOf<A> }[(typeof scenarioAreas)[number]];

function requirementOf(name: ErrorCodeName, row: ErrorCode): Requirement {
  const documented = row.basis === 'documented' && documentedCircumstances.has(name);
  return {
    level: 'MUST',
    basis: documented ? 'documented' : 'inferred',
    source: 'Error Codes',
    says: `What ${name} stands for is refused with ${row.status} and that code, and changes nothing.`,
    ...(row.products.length === 1 && { products: row.products }),
  };
}

/** One requirement a code: where its circumstance arises, the code is answered as the error table has it. */
export const code = Object.fromEntries(scenarioAreas.flatMap((area) =>
  Object.entries(errorCodesByArea[area]).map(([name, row]) => [`code.${name}`, requirementOf(name as ErrorCodeName, row)]),
)) as Readonly<Record<`code.${CodeWithScenario}`, Requirement>>;
