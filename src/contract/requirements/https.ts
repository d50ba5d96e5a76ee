import type { RequirementTable } from '../requirement.ts';

export const https = {
  'https.only': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTPS Only',
    products: ['cloud-manager'],
    says: 'The API is reached over HTTPS.',
  },
  'https.plain-http-not-served': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTPS Only',
    says: 'The place that serves the API over HTTPS gives no entity to a request over plain HTTP.',
  },
} as const satisfies RequirementTable;
