import { entity, links } from '../rules/reply.ts';
import type { Link } from '../rules/reply.ts';
import { route } from '../rules/route.ts';

/** Where browsing starts: what the caller can go on to from here. */
export const root = [
  route('GET', '/', {}, (_at, call) => {
    const {
      world: { product },
      caller,
    } = call;
    const related: Link[] = [
      ['groups', '/groups'],
      ['orgs', '/orgs'],
      ['user', `/users/${caller.userId}`],
    ];
    return entity({
      appName: product === 'ops-manager' ? 'MongoDB Ops Manager' : 'MongoDB Cloud Manager',
      links: links(call, '', related),
      throttling: false,
    });
  }),
];
