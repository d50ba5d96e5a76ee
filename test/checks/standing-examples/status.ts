import { exchange, id, list, refused, team, teamAnswer } from '../../support/made-exchanges.ts';
import type { Examples } from './examples.ts';

const write = (method: string, status: number, path = `/orgs/x/teams/${id}`) =>
  exchange({ method, status, path, ...(status === 204 ? {} : { body: team() }) });

/** Of what is claimed of the statuses of successes. */
export const statusExamples: Examples = {
  'status.ok-on-get': {
    keep: [teamAnswer(), list()],
    break: [201, 202, 203, 206, 204].map((status) => teamAnswer({}, { status })),
    silent: [
      refused(),
      teamAnswer({}, { status: 304 }),
      teamAnswer({}, { method: 'HEAD', status: 204 }),
      write('PATCH', 200),
      teamAnswer({}, { path: '/nothing/known', status: 206 }),
      exchange({ path: '/groups/x/logCollectionJobs/y/download', status: 206, text: 'gz' }),
    ],
  },
  'status.created-on-create': {
    keep: [write('POST', 201, '/orgs/x/teams'), write('POST', 200, '/orgs/x/teams'), write('POST', 201, '/groups/x/hosts')],
    break: [write('POST', 200, '/groups/x/hosts'), write('POST', 202, '/orgs/x/teams'), write('POST', 206, '/orgs/x/teams')],
    silent: [
      refused({}, { method: 'POST', path: '/orgs/x/teams' }),
      write('POST', 206, `/orgs/x/teams/${id}/users`),
      teamAnswer(),
    ],
  },
  'status.success-fits-the-method': {
    keep: [
      ...[200, 202, 204].flatMap((status) => [write('PATCH', status), write('DELETE', status)]),
      ...[200, 201, 202, 204].map((status) => write('POST', status, '/orgs/x/teams')),
      write('PUT', 200, `/groups/x/alertConfigs/${id}`),
    ],
    break: [
      write('PATCH', 201),
      write('DELETE', 201),
      write('PATCH', 206),
      write('DELETE', 203),
      write('POST', 206, '/orgs/x/teams'),
      write('PUT', 205, `/groups/x/alertConfigs/${id}`),
    ],
    silent: [teamAnswer({}, { status: 206 }), refused({}, { method: 'PATCH' }), write('PATCH', 206, '/nothing/known')],
  },
};
