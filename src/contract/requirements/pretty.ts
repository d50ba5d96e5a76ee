import type { RequirementTable } from '../requirement.ts';

export const pretty = {
  'pretty.compact-by-default': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing',
    standing: true,
    says: 'Without pretty=true there is no whitespace outside the strings of a document.',
  },
  'pretty.entity-formatted': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing',
    says: 'With pretty=true an entity is laid out for people.',
  },
  'pretty.list-formatted': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing',
    says: 'With pretty=true a list is laid out for people.',
  },
  'pretty.same-document': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing',
    says: 'The document laid out for people is the one that comes without.',
  },
  'pretty.with-envelope': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing; Envelopes',
    says: 'pretty and envelope work together.',
  },
  'pretty.with-paging': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing; Lists',
    says: 'pretty and the paging parameters work together.',
  },
  'pretty.error-formatted': {
    level: 'MUST',
    basis: 'documented',
    source: 'Pretty Printing; Errors',
    says: 'pretty=true can be appended to any request, so an error document is laid out as well.',
  },
} as const satisfies RequirementTable;
