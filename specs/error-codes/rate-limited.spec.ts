import type { WaitingCode } from '../../src/contract/error-codes/tables/generic.ts';
import { burst, circumstances, expect, play, proves, scenario, test, type Scenarios } from '#suite';

const scenarios: Scenarios<WaitingCode> = {
  RATE_LIMITED: [
    scenario({
      given: 'one request of a project more than the limit allows in a window',
      state: burst,
      when: async (_, { beyondByA }) => beyondByA,
      fills: (_, { beyondByA, limit, minutes }) => [new URL(beyondByA.exchange.request.url).pathname, limit, minutes],
      beside: async (_, { nextWindow }) => nextWindow,
    }),
    scenario({
      given: 'one request more, by another caller of the same project',
      state: burst,
      when: async (_, { beyondByB }) => beyondByB,
      fills: (_, { beyondByB, limit, minutes }) => [new URL(beyondByB.exchange.request.url).pathname, limit, minutes],
      beside: async (_, { otherProject }) => otherProject,
    }),
  ],
};

for (const [code, told] of circumstances(scenarios)) {
  test(`${told.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, told)).toBeRefusedAs(code);
  });
}
