import { bareArray, by, document, empty, entity, list, onlyOpsManager, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const automationOperations = {
  'automation-config.read':          entity('GET',    '/groups/{projectId}/automationConfig', 'automation-config', by.automationAdmin),
  'automation-config.replace':       empty('PUT',     '/groups/{projectId}/automationConfig', by.automationAdmin),
  'automation-status.read':          entity('GET',    '/groups/{projectId}/automationStatus', 'automation-status'),
  'monitoring-agent-config.read':    document('GET',  '/groups/{projectId}/automationConfig/monitoringAgentConfig', by.automationAdmin),
  'monitoring-agent-config.replace': document('PUT',  '/groups/{projectId}/automationConfig/monitoringAgentConfig', by.automationAdmin),
  'backup-agent-config.read':        document('GET',  '/groups/{projectId}/automationConfig/backupAgentConfig', by.automationAdmin),
  'backup-agent-config.replace':     document('PUT',  '/groups/{projectId}/automationConfig/backupAgentConfig', by.automationAdmin),
  'agent-versions.update':           document('POST', '/groups/{projectId}/automationConfig/updateAgentVersions', { ...shownAs200, ...by.automationAdmin }),
  'agents.index':                    document('GET',  '/groups/{projectId}/agents', { source: 'links to the lists by type, nothing else' }),
  'agents.list':                     list('GET',      '/groups/{projectId}/agents/{agentType}', 'agent'),
  'agents.versions':                 document('GET',  '/groups/{projectId}/agents/versions', onlyOpsManager),
  'software-components.versions':    document('GET',  '/softwareComponents/versions', onlyOpsManager),
  'agent-api-keys.list':             bareArray('GET', '/groups/{projectId}/agentapikeys', { schema: 'agent-api-key' }),
  'agent-api-keys.create':           entity('POST',   '/groups/{projectId}/agentapikeys', 'agent-api-key', { ...shownAs200, ...by.projectOwner }),
  'agent-api-keys.remove':           empty('DELETE',  '/groups/{projectId}/agentapikeys/{keyId}', by.projectOwner),
} as const satisfies OperationTable;
