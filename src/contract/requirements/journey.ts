import type { RequirementTable } from '../requirement.ts';

export const journey = {
  'journey.stop-monitoring-a-process': {
    level: 'MUST',
    basis: 'documented',
    source: 'Stop Monitoring a Process',
    says: 'A host found by its name and port can be removed, and is then reported as not existing, in a sentence that names host, port and project.',
  },
  'journey.fifty-seven-hosts': {
    level: 'MUST',
    basis: 'documented',
    source: 'Lists',
    says: 'Page 2 of 57 hosts in tens has links to itself, to page 1 and to page 3; page 6 holds the last seven.',
  },
  'journey.two-users-two-projects': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'User B is refused in project X what user A used up there, is served in project Y, and in X again a window later.',
  },
} as const satisfies RequirementTable;
