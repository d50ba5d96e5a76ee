import { formatSecond } from '../../world/dates.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Entity } from '../../world/world.ts';

const shape: Shape = {
  alertTypeNames: {
    type: 'array',
    required: 'MISSING_MAINTENANCE_WINDOW_ALERT_TYPE_NAME',
    empty: 'MISSING_MAINTENANCE_WINDOW_ALERT_TYPE_NAME',
    items: { type: 'string', oneOf: ['HOST', 'REPLICA_SET', 'CLUSTER', 'AGENT', 'BACKUP'] },
  },
  description: { type: 'string' },
  endDate: { type: 'date', required: 'MISSING_MAINTENANCE_WINDOW_END_DATE' },
  startDate: { type: 'date', required: 'MISSING_MAINTENANCE_WINDOW_START_DATE' },
  created: { type: 'date', readOnly: true },
  groupId: { type: 'string', readOnly: true },
  id: { type: 'string', readOnly: true },
  links: { type: 'array', readOnly: true },
  updated: { type: 'date', readOnly: true },
};

function windowView(window: Entity, call: Call, alone = true): Fields {
  const group = `/groups/${String(window['groupId'])}`;
  return {
    ...window,
    links: links(call, `${group}/maintenanceWindows/${window.id}`, alone ? [['group', group]] : []),
  };
}

function checkDates({ startDate, endDate }: Fields): void {
  if (Date.parse(String(startDate)) >= Date.parse(String(endDate))) {
    refuse('MAINTENANCE_WINDOW_START_DATE_AFTER_END_DATE');
  }
}

const need = groupRole('GROUP_MONITORING_ADMIN');

export const maintenanceWindows = [
  route('GET', '/groups/{group}/maintenanceWindows', {}, ({ group }, call) =>
    list(call, group.windows.values(), (window) => windowView(window, call, false)),
  ),
  route(
    'POST',
    '/groups/{group}/maintenanceWindows',
    {
      need,
      body: { shape, mode: 'create' },
    },
    ({ group }, call) => {
      checkDates(call.body);
      const now = formatSecond(call.world.now());
      const window = record({ ...call.body, created: now, groupId: group.id, id: call.world.ids.id(), updated: now });
      group.windows.set(window.id, window);
      return entity(windowView(window, call));
    },
  ),
  route('GET', '/groups/{group}/maintenanceWindows/{window}', {}, ({ window }, call) => entity(windowView(window, call))),
  route(
    'PATCH',
    '/groups/{group}/maintenanceWindows/{window}',
    {
      need,
      body: { shape, mode: 'update' },
    },
    ({ group, window }, call) => {
      const changed = record({ ...window, ...call.body, updated: formatSecond(call.world.now()) });
      checkDates(changed);
      group.windows.set(window.id, changed);
      return entity(windowView(changed, call));
    },
  ),
  route('DELETE', '/groups/{group}/maintenanceWindows/{window}', { need }, ({ group, window }) => {
    group.windows.delete(window.id);
    return done();
  }),
];
