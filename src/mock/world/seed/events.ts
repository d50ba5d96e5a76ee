import { record } from '../json.ts';
import type { Fields } from '../json.ts';
import type { Event, Group, Organization, User, World } from '../world.ts';
import { daysFromNow } from './days.ts';

function newEvent(world: World, eventTypeName: string, days: number, fields: Fields): Event {
  return record({
    created: daysFromNow(world, days),
    eventTypeName,
    id: world.ids.id(),
    isGlobalAdmin: false,
    ...fields,
  });
}

/** What a project remembers besides: more than one page holds of itself. */
export function seedHistory(world: World, group: Group): void {
  for (let day = 13; day <= 112; day += 1) {
    const event = newEvent(world, 'HOST_RESTARTED', -day, { groupId: group.id, hostname: 'rs0-0.example.com', port: 27_017 });
    group.events.set(event.id, event);
  }
}

/** A dozen events in the first project, one a day, newest first; a few elsewhere. */
export function seedEvents(world: World, org: Organization, groups: readonly Group[], { id: userId, username }: User): void {
  const by = { remoteAddress: '127.0.0.1', userId, username };
  for (const [index, group] of groups.entries()) {
    const kinds = ['HOST_NOW_PRIMARY', 'HOST_RESTARTED', 'ALERT_CONFIG_CHANGED_AUDIT'];
    for (let day = 1; day <= (index === 0 ? 12 : 2); day += 1) {
      const kind = kinds[day % 3] ?? '';
      const event = newEvent(world, kind, -day, {
        groupId: group.id,
        ...(kind.endsWith('AUDIT') ? by : { hostname: 'rs0-0.example.com', port: 27_017 }),
      });
      group.events.set(event.id, event);
    }
  }
  if (groups[1]) seedArchive(world, groups[1]);
  for (const [day, kind] of ['GROUP_CREATED', 'TEAM_CREATED', 'API_KEY_CREATED'].entries()) {
    const event = newEvent(world, kind, -30 + day, { orgId: org.id, ...by });
    org.events.set(event.id, event);
  }
}

/** Two old events of which only a summary is at hand. What was put away of the later one has been cut short. */
function seedArchive(world: World, group: Group): void {
  const details = JSON.stringify({ hostname: 'alone.example.com', port: 27_017 });
  for (const [archive, days] of [
    [details.slice(0, -9), -399],
    [details, -400],
  ] as const) {
    const event = newEvent(world, 'HOST_RESTARTED', days, { groupId: group.id, archive });
    group.events.set(event.id, event);
  }
}
