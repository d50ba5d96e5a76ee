import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import { createWindow, circumstances, expect, newWindow, play, proves, scenario, test, type Scenarios } from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'maintenance-windows'>> = {
  INVALID_WINDOW_ID: {
    given: 'the id of a maintenance window that is no id',
    when: ({ maintenanceWindows }) => maintenanceWindows.read('not-an-id'),
    fills: () => ['not-an-id'],
  },
  MAINTENANCE_WINDOW_NOT_FOUND: [
    scenario({
      given: 'an id that names no maintenance window',
      state: async ({ names }) => names.unknownId(),
      when: ({ maintenanceWindows }, id) => maintenanceWindows.read(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
    scenario({
      given: 'a maintenance window that was removed',
      state: async (api) => {
        const { id } = await newWindow(api);
        await api.maintenanceWindows.remove(id);
        return id;
      },
      when: ({ maintenanceWindows }, id) => maintenanceWindows.remove(id),
      fills: ({ projectId }, id) => [id, projectId],
      watch: ({ maintenanceWindows }) => maintenanceWindows.list(),
    }),
  ],
  MAINTENANCE_WINDOW_START_DATE_AFTER_END_DATE: [
    {
      given: 'a window that starts a second after its end',
      when: (api) => createWindow(api, { startDate: '2090-01-01T00:00:01Z', endDate: '2090-01-01T00:00:00Z' }),
      watch: ({ maintenanceWindows }) => maintenanceWindows.list(),
      beside: (api) => createWindow(api, { startDate: '2090-01-01T00:00:00Z', endDate: '2090-01-01T00:00:01Z' }),
    },
    scenario({
      given: 'an end moved before the start that is there',
      state: newWindow,
      when: ({ maintenanceWindows }, { id }) => maintenanceWindows.update(id, { endDate: '2089-12-31T23:59:59Z' }),
      watch: ({ maintenanceWindows }, { id }) => maintenanceWindows.read(id),
      beside: ({ maintenanceWindows }, { id }) => maintenanceWindows.update(id, { endDate: '2090-01-01T00:00:01Z' }),
    }),
  ],
  MISSING_MAINTENANCE_WINDOW_ALERT_TYPE_NAME: {
    given: 'a window for no type of alert',
    when: (api) => createWindow(api, { alertTypeNames: [] }),
    watch: ({ maintenanceWindows }) => maintenanceWindows.list(),
    beside: (api) => createWindow(api, { alertTypeNames: ['BACKUP'] }),
  },
  MISSING_MAINTENANCE_WINDOW_END_DATE: {
    given: 'a window without an end',
    when: (api) => createWindow(api, { endDate: undefined }),
    watch: ({ maintenanceWindows }) => maintenanceWindows.list(),
    beside: (api) => createWindow(api),
  },
  MISSING_MAINTENANCE_WINDOW_START_DATE: {
    given: 'a window without a start',
    when: (api) => createWindow(api, { startDate: undefined }),
    watch: ({ maintenanceWindows }) => maintenanceWindows.list(),
    beside: (api) => createWindow(api),
  },
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
