import type { Layer } from '../../src/mock/forms/types.ts';
import { rewritingErrors } from '../mutants/lies.ts';

/** Breaks every error document that has a code: it is a number there. A target that is wrong everywhere, and answers as quickly. */
export const numericCodes: Layer = rewritingErrors((error) =>
  'errorCode' in error ? { ...error, errorCode: error['error'] } : undefined,
);

/** Counts what comes to a mock, whatever it then says. */
export function counted(layer: Layer = (next) => next): { readonly wire: Layer; readonly count: () => number } {
  let count = 0;
  return {
    wire: (next) => {
      const answer = layer(next);
      return (request) => {
        count += 1;
        return answer(request);
      };
    },
    count: () => count,
  };
}
