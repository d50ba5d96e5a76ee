import { entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { dateParameter } from '../../rules/query.ts';
import { route } from '../../rules/route.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Event } from '../../world/world.ts';

function eventView(event: Event, owner: string, call: Call, alone = true): Fields {
  const related = alone ? ([[owner.startsWith('/groups') ? 'group' : 'org', owner]] as const) : [];
  const at = links(call, `${owner}/events/${event.id}`, related);
  const { archive, ...summary } = event;
  if (archive === undefined) return { ...event, links: at };
  return { ...record(alone ? { ...summary, ...(JSON.parse(archive) as Fields) } : summary), links: at };
}

/** Events of the types asked for, between the dates asked for, both included. */
function filtered(events: ReadonlyMap<string, Event>, { query }: Call): Event[] {
  const types = query.getAll('eventType');
  const from = dateParameter(query, 'minDate') ?? -Infinity;
  const to = dateParameter(query, 'maxDate') ?? Infinity;
  return [...events.values()].filter(({ created, eventTypeName }) => {
    const at = Date.parse(created);
    return at >= from && at <= to && (types.length === 0 || types.includes(eventTypeName));
  });
}

/** The family of a project's events is the one that is rate limited here; the documents do not say which are. */
export const events = [
  route('GET', '/groups/{group}/events', { rateLimited: true }, ({ group }, call) =>
    list(call, filtered(group.events, call), (event) => eventView(event, `/groups/${group.id}`, call, false)),
  ),
  route('GET', '/groups/{group}/events/{event}', { rateLimited: true }, ({ group, event }, call) =>
    entity(eventView(event, `/groups/${group.id}`, call)),
  ),
  route('GET', '/orgs/{org}/events', {}, ({ org }, call) =>
    list(call, filtered(org.events, call), (event) => eventView(event, `/orgs/${org.id}`, call, false)),
  ),
  route('GET', '/orgs/{org}/events/{orgEvent}', {}, ({ org, orgEvent }, call) =>
    entity(eventView(orgEvent, `/orgs/${org.id}`, call)),
  ),
];
