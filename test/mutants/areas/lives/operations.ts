import { answers, changesMore, createdLies, entityAt, fails, forgets, lying, notKept, removedLies } from '../../life-lies.ts';
import { bodyOf, jsonOf, rewriting, withBody, withJson } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

type Json = Record<string, unknown>;

const alert = /^\/groups\/[^/]+\/alerts\/[^/]+$/;
const globalAlert = /^\/globalAlerts\/[^/]+$/;
const alertConfigs = /^\/groups\/[^/]+\/alertConfigs$/;
const alertConfig = /^\/groups\/[^/]+\/alertConfigs\/[^/]+$/;
const globalConfigs = /^\/globalAlertConfigs$/;
const globalConfig = /^\/globalAlertConfigs\/[^/]+$/;
const windows = /\/maintenanceWindows$/;
const window = /\/maintenanceWindows\/[^/]+$/;
const backupConfig = /\/backupConfigs\/[^/]+$/;
const snapshots = /\/clusters\/[^/]+\/snapshots$/;
const snapshot = /\/clusters\/[^/]+\/snapshots\/[^/]+$/;
const restores = /\/clusters\/[^/]+\/restoreJobs$/;
const restore = /\/clusters\/[^/]+\/restoreJobs\/[^/]+$/;
const serverRestores = /\/hosts\/[^/]+\/restoreJobs$/;
const serverRestore = /\/hosts\/[^/]+\/restoreJobs\/[^/]+$/;
const nobody = '0'.repeat(24);

/** Configurations that only the checks of their lives make. */
const ofLives = ({ eventTypeName }: Json): boolean => eventTypeName === 'HOST_UP';
const emptied = rewriting((list) => ({ ...list, results: [], totalCount: 0 }));

/** A document that is to take the place of another is answered, and the other one stays. */
const notReplaced = (name: string, id: Parameters<typeof lying>[1], path: RegExp): Mutant =>
  lying(name, id, 'PUT', path, (next) => async (request) => {
    const there = await next({ ...request, method: 'GET', body: '' });
    const before = jsonOf(there) as Json;
    return ofLives(before) ? withJson(there, { ...before, ...bodyOf(request) }) : next(request);
  });

const notSwitched = (name: string, id: Parameters<typeof lying>[1], path: RegExp): Mutant =>
  lying(name, id, 'PATCH', path, (next) => async (request) => {
    const there = await next({ ...request, method: 'GET', body: '' });
    const before = jsonOf(there) as Json;
    return ofLives(before) ? withJson(there, { ...before, ...bodyOf(request) }) : next(request);
  });

export const mutants: readonly Mutant[] = [
  answers('an-alert-is-of-another-config', 'resource.alert-read', 'GET', alert, 'alertConfigId', nobody),
  notKept('an-alert-is-not-acknowledged', 'resource.alert-acknowledged', alert, 'acknowledgedUntil'),
  lying('an-alert-stays-acknowledged', 'resource.alert-unacknowledged', 'PATCH', alert, (next) => async (request) => {
    const { acknowledgedUntil } = (await entityAt(next, request)) ?? {};
    const answer = await next(request);
    if (answer.status < 300 && acknowledgedUntil !== undefined && !('acknowledgedUntil' in (bodyOf(request) ?? {})))
      await next(withBody(request, { acknowledgedUntil }));
    return answer;
  }),
  lying('an-alert-leads-to-no-config', 'resource.alert-configs-of-alert', 'GET', /\/alerts\/[^/]+\/alertConfigs$/, emptied),
  answers(
    'a-new-alert-config-is-answered-as-switched-on',
    'resource.alert-config-created',
    'POST',
    alertConfigs,
    'eventTypeName',
    'HOST_RECOVERING',
    ['method.post-creates'],
  ),
  forgets('alert-configs-leave-out-a-new-one', 'resource.alert-config-listed', alertConfigs, { seen: ofLives }),
  notSwitched('an-alert-config-stays-off', 'resource.alert-config-updated', alertConfig),
  notReplaced('an-alert-config-is-not-replaced', 'resource.alert-config-replaced', alertConfig),
  ...removedLies('alert-config', alertConfig, alertConfigs),
  lying(
    'an-alert-config-lists-no-alerts',
    'resource.alert-config-alerts',
    'GET',
    /^\/groups\/[^/]+\/alertConfigs\/[^/]+\/alerts$/,
    emptied,
  ),
  lying(
    'matcher-fields-are-a-list',
    'resource.alert-matcher-fields',
    'GET',
    /\/matchers\/fieldNames$/,
    (next) => async (request) => {
      const answer = await next(request);
      return withJson(answer, { results: jsonOf(answer), links: [], totalCount: 1 });
    },
  ),
  answers('a-global-alert-is-of-another-config', 'resource.global-alert-read', 'GET', globalAlert, 'alertConfigId', nobody),
  notKept('a-global-alert-is-not-acknowledged', 'resource.global-alert-acknowledged', globalAlert, 'acknowledgedUntil'),
  ...createdLies('global-alert-config', globalConfigs, 'eventTypeName', 'HOST_RECOVERING'),
  forgets('global-alert-configs-leave-out-a-new-one', 'resource.global-alert-config-listed', globalConfigs),
  notSwitched('a-global-alert-config-stays-off', 'resource.global-alert-config-updated', globalConfig),
  notReplaced('a-global-alert-config-is-not-replaced', 'resource.global-alert-config-replaced', globalConfig),
  ...removedLies('global-alert-config', globalConfig, globalConfigs),
  lying(
    'a-global-alert-config-lists-no-alerts',
    'resource.global-alert-config-alerts',
    'GET',
    /^\/globalAlertConfigs\/[^/]+\/alerts$/,
    emptied,
  ),
  answers(
    'a-new-window-is-answered-for-other-alerts',
    'resource.maintenance-window-created',
    'POST',
    windows,
    'alertTypeNames',
    ['REPLICA_SET'],
    ['method.post-creates'],
  ),
  forgets('windows-leave-out-a-new-one', 'resource.maintenance-window-listed', windows, {
    seen: ({ alertTypeNames }) => String(alertTypeNames) === 'CLUSTER',
  }),
  notKept('a-window-keeps-its-alerts', 'resource.maintenance-window-updated', window, 'alertTypeNames'),
  changesMore('a-window-changes-its-end-too', 'resource.maintenance-window-updated', window, 'alertTypeNames', {
    endDate: '2091-01-01T00:00:00Z',
  }),
  ...removedLies('maintenance-window', window, windows),
  answers('a-backup-is-of-another-cluster', 'resource.backup-config-read', 'GET', backupConfig, 'clusterId', nobody, [
    'response.entity-is-of-its-path',
    'link.related-resource-linked',
  ]),
  lying(
    'a-backup-cannot-be-started',
    'resource.backup-config-started',
    'PATCH',
    backupConfig,
    rewriting((config, request) =>
      bodyOf(request)?.['statusName'] === 'STARTED' ? { ...config, statusName: 'INACTIVE' } : undefined,
    ),
  ),
  notKept('a-backup-keeps-its-source', 'resource.backup-config-updated', backupConfig, 'syncSource'),
  changesMore('a-backup-changes-its-filter-too', 'resource.backup-config-updated', backupConfig, 'syncSource', {
    excludedNamespaces: ['test.other'],
  }),
  notKept('a-schedule-keeps-its-minute', 'resource.snapshot-schedule-updated', /\/snapshotSchedule$/, 'referenceMinuteOfHour'),
  changesMore(
    'a-schedule-changes-its-hour-too',
    'resource.snapshot-schedule-updated',
    /\/snapshotSchedule$/,
    'referenceMinuteOfHour',
    { referenceHourOfDay: 3 },
  ),
  answers('a-snapshot-is-of-another-time', 'resource.snapshot-read', 'GET', snapshot, 'created', {
    date: '2001-01-01T00:00:00Z',
    increment: 1,
  }),
  forgets('snapshots-leave-out-an-ordered-one', 'resource.snapshot-created', snapshots),
  notKept('a-snapshot-is-not-kept-for-good', 'resource.snapshot-updated', snapshot, 'doNotDelete'),
  ...removedLies('snapshot', snapshot, snapshots),
  answers(
    'a-snapshot-of-a-config-server-is-of-another-time',
    'resource.config-server-snapshot-read',
    'GET',
    /\/hosts\/[^/]+\/snapshots\/[^/]+$/,
    'created',
    { date: '2001-01-01T00:00:00Z', increment: 1 },
  ),
  answers(
    'a-checkpoint-is-of-another-time',
    'resource.checkpoint-read',
    'GET',
    /\/checkpoints\/[^/]+$/,
    'timestamp',
    '2001-01-01T00:00:00Z',
  ),
  answers('a-restore-is-answered-for-another-snapshot', 'resource.restore-job-created', 'POST', restores, 'snapshotId', nobody),
  answers('a-restore-is-read-for-another-snapshot', 'resource.restore-job-created', 'GET', restore, 'snapshotId', nobody),
  lying(
    'restores-leave-out-new-ones',
    'resource.restore-job-listed',
    'GET',
    restores,
    rewriting((list) => ({
      ...list,
      results: ((list['results'] as Json[] | undefined) ?? []).filter(({ statusName }) => statusName !== 'IN_PROGRESS'),
    })),
    ['list.total-count-is-whole-set'],
  ),
  answers(
    'a-restore-of-a-config-server-is-answered-for-another-snapshot',
    'resource.config-server-restore-job-created',
    'POST',
    serverRestores,
    'snapshotId',
    nobody,
  ),
  answers(
    'a-restore-of-a-config-server-is-read-for-another-snapshot',
    'resource.config-server-restore-job-created',
    'GET',
    serverRestore,
    'snapshotId',
    nobody,
  ),
  fails('restores-of-a-config-server-cannot-be-listed', 'resource.config-server-restore-job-listed', 'GET', serverRestores),
];
