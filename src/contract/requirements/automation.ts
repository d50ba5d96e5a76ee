import type { RequirementTable } from '../requirement.ts';

export const automation = {
  'automation.config-read': {
    level: 'MUST',
    basis: 'documented',
    source: 'Automation',
    says: 'The automation configuration of a project can be read.',
  },
  'automation.config-replaced': {
    level: 'MUST',
    basis: 'documented',
    source: 'Automation',
    says: 'A new automation configuration takes the place of the one before.',
  },
  'automation.invalid-config-refused': {
    level: 'MUST',
    basis: 'inferred',
    source: 'clients of the API, which cope with 400 and with 500',
    says: 'An automation configuration that cannot be one is refused, and what was there before stays.',
  },
  'automation.later-change-wins': {
    level: 'MUST',
    basis: 'documented',
    source: 'Automation',
    products: ['cloud-manager'],
    says: 'Of two changes made from the same configuration, the one submitted later wins.',
  },
  'automation.concurrent-change-settled': {
    level: 'MUST',
    basis: 'documented',
    source: 'Automation; Error Codes',
    products: ['ops-manager'],
    says: 'Of two changes made from the same configuration, the later one wins or is refused with the code for that.',
  },
  'automation.status-read': {
    level: 'MUST',
    basis: 'documented',
    source: 'Automation',
    says: 'The status of the latest plan can be read: the goal version and what each process achieved.',
  },
} as const satisfies RequirementTable;
