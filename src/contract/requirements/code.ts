import { documentedCircumstances } from '../error-codes/circumstances.ts';
import { errorCodes, type ErrorCode, type ErrorCodeName } from '../error-codes/index.ts';
import type { Requirement } from '../requirement.ts';

function requirementOf(name: ErrorCodeName, row: ErrorCode): Requirement {
  const isDescribed = documentedCircumstances.has(name);
  return {
    level: 'MUST',
    basis: row.basis,
    source: 'Error Codes',
    onceSeen: true,
    says: isDescribed
      ? `What ${name} stands for is refused with ${row.status} and that code; the refusal speaks of what was asked for and changes nothing.`
      : `${name} comes with ${row.status}, speaks of what was asked for, and nothing was changed.`,
    ...(!isDescribed && { circumstance: 'inferred' as const }),
    ...(row.products.length === 1 && { products: row.products }),
  };
}

/**
 * One requirement a code: wherever it is answered, it looks as the error table has it; and where a page describes the
 * circumstance, it is what is answered in it.
 */
export const code = Object.fromEntries(
  Object.entries(errorCodes).map(([name, row]) => [`code.${name}`, requirementOf(name as ErrorCodeName, row)]),
) as Readonly<Record<`code.${ErrorCodeName}`, Requirement>>;
