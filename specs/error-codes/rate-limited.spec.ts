import type { WaitingCode } from '../../src/contract/error-codes/tables/generic.ts';
import { beyondLimit, circumstances, expect, play, proves, scenario, test, type Scenarios } from '#suite';

const scenarios: Scenarios<WaitingCode> = {
  RATE_LIMITED: [
    scenario({
      given: 'one request of a project more than the limit allows in a window',
      state: beyondLimit,
      when: async (_, { byA }) => byA,
      fills: (_, { byA, limit, minutes }) => [new URL(byA.exchange.request.url).pathname, limit, minutes],
      beside: async (_, { beside }) => beside.nextWindow,
    }),
    scenario({
      given: 'one request more, by another caller of the same project',
      state: beyondLimit,
      when: async (_, { byB }) => byB,
      fills: (_, { byB, limit, minutes }) => [new URL(byB.exchange.request.url).pathname, limit, minutes],
      beside: async (_, { beside }) => beside.otherProject,
    }),
  ],
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
