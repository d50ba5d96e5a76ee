import { STATUS_CODES } from 'node:http';
import { errorCodes, type ErrorCodeName } from '../../contract/error-codes/index.ts';
import { requirements, type RequirementId } from '../../contract/requirements/index.ts';
import type { Product } from '../../contract/products.ts';
import { answering, jsonOf, withJson } from './lies.ts';
import type { Mutant } from './mutant.ts';

const covered = Object.keys(requirements).filter((id) => id.startsWith('code.'))
  .map((id) => id.slice('code.'.length) as ErrorCodeName);

/** Another status that a refusal might have. */
const otherStatus = (status: number): number => (status === 400 ? 404 : 400);

/** Another code that the same product answers with the same status: the mistake that is easiest to make. */
function neighbourOf(name: ErrorCodeName): ErrorCodeName {
  const { status, products } = errorCodes[name];
  const like = (one: ErrorCodeName): boolean => one !== name && one !== errorCodes[name].counterpart && errorCodes[one].products.includes(products[0]!);
  return covered.find((one) => like(one) && errorCodes[one].status === status) ?? covered.find(like) ?? 'UNEXPECTED_ERROR';
}

/** Changes the refusals that carry a code. */
const refusing = (name: ErrorCodeName, lie: (error: Record<string, unknown>) => Record<string, unknown>): Mutant['mock'] => ({
  wire: answering((response) => {
    if (response.status < 400) return response;
    const document = jsonOf(response) as Record<string, unknown> | undefined;
    if (document?.['errorCode'] !== name) return response;
    const told = lie(document);
    return { ...withJson(response, told), status: Number(told['error']) };
  }),
});

/** The dialect in which the code has its own name, and a product that lists it. */
const servedWhere = (name: ErrorCodeName): { product: Product; dialect?: 'access-list' | 'whitelist' } => {
  const { products, dialect } = errorCodes[name];
  return { product: products[0]!, ...(dialect && { dialect }) };
};

/** Two lies about each code: another status, and a neighbour's code for the same situation. */
export const mutants: readonly Mutant[] = covered.flatMap((name): Mutant[] => {
  const breaks = `code.${name}` as RequirementId;
  const status = otherStatus(errorCodes[name].status);
  const neighbour = neighbourOf(name);
  return [
    {
      name: `${name}-comes-with-${status}`, breaks,
      mock: { ...servedWhere(name), ...refusing(name, (error) => ({ ...error, error: status, reason: STATUS_CODES[status] })) },
    },
    {
      name: `${name}-is-called-${neighbour}`, breaks,
      mock: { ...servedWhere(name), ...refusing(name, (error) => ({ ...error, errorCode: neighbour })) },
    },
  ];
});
