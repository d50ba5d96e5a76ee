import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  acknowledge,
  isOfOthers,
  alertAndCommentLimit,
  circumstances,
  expect,
  play,
  proves,
  scenario,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'alerts'>> = {
  ACKNOWLEDGEMENT_COMMENT_TOO_LONG: scenario({
    given: 'a comment one character longer than an acknowledgement may have',
    othersDid: (after, _, { names }) => isOfOthers(after, names),
    risk: 'destructive',
    state: alertAndCommentLimit,
    when: (api, { id, limit }) => acknowledge(api, id, limit + 1),
    fills: (_, { limit }) => [String(limit)],
    watch: ({ given }, { id }) => given.alerts.read(id),
    beside: (api, { id, limit }) => acknowledge(api, id, limit),
  }),
  ALERT_NOT_FOUND: [
    scenario({
      given: 'an id that names no alert',
      state: async ({ names }) => names.unknownId(),
      when: ({ alerts }, id) => alerts.read(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
    scenario({
      given: 'the configurations that set off an alert that is not there',
      state: async ({ names }) => names.unknownId(),
      when: ({ alerts }, id) => alerts.listConfigs(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
  ],
  INVALID_ALERT_ID: {
    given: 'an alert id that is no id',
    when: ({ alerts }) => alerts.read('not-an-id'),
    fills: () => ['not-an-id'],
  },
  INVALID_ALERT_STATUS: {
    given: 'alerts of a status that does not exist',
    when: ({ alerts }) => alerts.list({ status: 'NO_SUCH_STATUS' }),
    fills: () => ['NO_SUCH_STATUS'],
    beside: ({ alerts }) => alerts.list({ status: 'TRACKING' }),
  },
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
