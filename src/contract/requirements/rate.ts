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
    says: 'The refusal beyond the limit is an error document with the code RATE_LIMITED; a limit that it names is the one that was met.',
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
    // Windows are those of the clock. Whether what is refused counts within its own window is nowhere said, and nobody can tell.
    says: 'With the next minute of the clock (or window, where it is set otherwise) the project has all its requests again, whatever was served or refused before.',
  },
  'rate.other-resources-unaffected': {
    level: 'MUST',
    basis: 'documented',
    source: 'Rate Limiting',
    says: 'A resource without a limit is served while a limited one refuses.',
  },
} as const satisfies RequirementTable;
