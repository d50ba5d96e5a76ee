/** Every schema that validatorFor knows: `schemas/<subject>/<name>.json`, with examples in `examples/` beside it. */
export const schemaNames = [
  'object-id', 'host-id', 'constant', 'iso-date', 'bson-timestamp', 'link', 'links', 'role-assignment',
  'error', 'list', 'entity-envelope', 'root', 'organization', 'project', 'project-team',
  'user', 'api-key', 'access-list-entry', 'host', 'cluster', 'alert', 'alert-config',
  'global-alert-config', 'team', 'maintenance-window', 'backup-config', 'snapshot', 'snapshot-schedule',
  'restore-job', 'checkpoint', 'automation-config', 'automation-status', 'agent', 'agent-index',
  'agent-api-key', 'log-collection-job', 'log-collection-job-created', 'event', 'invoice', 'database',
  'disk', 'measurement', 'measurements', 'metric',
] as const;
export type SchemaName = (typeof schemaNames)[number];
