import type { RequirementTable } from '../requirement.ts';

export const rate = {
  'rate.allows-the-limit': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'A project may make 100 requests in one window on a rate-limited resource.',
  },
  'rate.refuses-beyond': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'Requests beyond the limit within the window are answered 429.',
  },
  'rate.refusal-document': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting; Errors',
    says: 'The refusal beyond the limit is an error document with the code RATE_LIMITED.',
  },
  'rate.counter-per-project': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'A project that used up its requests leaves those of another project untouched.',
  },
  'rate.counter-shared-by-callers': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'All callers of one project draw on one counter.',
  },
  'rate.opens-again': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'With the next window the requests of the project are served again.',
  },
  'rate.other-resources-unaffected': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'A resource without a limit is served while a limited one refuses.',
  },
} as const satisfies RequirementTable;
