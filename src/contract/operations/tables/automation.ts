import { bareArray, by, document, empty, entity, list, onlyOpsManager, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const automationOperations = {
  'automation-config.read':          entity('GET',    '/groups/{GROUP-ID}/automationConfig', 'automation-config', by.automationAdmin),
  'automation-config.replace':       empty('PUT',     '/groups/{GROUP-ID}/automationConfig', by.automationAdmin),
  'automation-status.read':          entity('GET',    '/groups/{GROUP-ID}/automationStatus', 'automation-status'),
  'monitoring-agent-config.read':    document('GET',  '/groups/{GROUP-ID}/automationConfig/monitoringAgentConfig', by.automationAdmin),
  'monitoring-agent-config.replace': document('PUT',  '/groups/{GROUP-ID}/automationConfig/monitoringAgentConfig', by.automationAdmin),
  'backup-agent-config.read':        document('GET',  '/groups/{GROUP-ID}/automationConfig/backupAgentConfig', by.automationAdmin),
  'backup-agent-config.replace':     document('PUT',  '/groups/{GROUP-ID}/automationConfig/backupAgentConfig', by.automationAdmin),
  'agent-versions.update':           document('POST', '/groups/{GROUP-ID}/automationConfig/updateAgentVersions', { ...shownAs200, ...by.automationAdmin }),
  'agents.index':                    document('GET',  '/groups/{GROUP-ID}/agents', { source: 'links to the lists by type, nothing else' }),
  'agents.list':                     list('GET',      '/groups/{GROUP-ID}/agents/{AGENT-TYPE}', 'agent'),
  'agents.versions':                 document('GET',  '/groups/{GROUP-ID}/agents/versions', onlyOpsManager),
  'software-components.versions':    document('GET',  '/softwareComponents/versions', onlyOpsManager),
  'agent-api-keys.list':             bareArray('GET', '/groups/{GROUP-ID}/agentapikeys', { schema: 'agent-api-key' }),
  'agent-api-keys.create':           entity('POST',   '/groups/{GROUP-ID}/agentapikeys', 'agent-api-key', { ...shownAs200, ...by.projectOwner }),
  'agent-api-keys.remove':           empty('DELETE',  '/groups/{GROUP-ID}/agentapikeys/{KEY-ID}', by.projectOwner),
} as const satisfies OperationTable;
