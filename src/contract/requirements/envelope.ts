import type { RequirementTable } from '../requirement.ts';

export const envelope = {
  'envelope.off-by-default': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    standing: true,
    says: 'An answer is not in an envelope unless one was asked for.',
  },
  'envelope.wraps-entity': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'With envelope=true a single entity comes as a document of status and content.',
  },
  'envelope.content-is-entity': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'The content of an envelope is the entity that comes without one.',
  },
  'envelope.list-gains-status': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'With envelope=true a list gains the field status.',
  },
  'envelope.list-gains-only-status': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'With envelope=true a list is otherwise as it is without: it is not wrapped a second time.',
  },
  'envelope.status-is-http-status': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'The status in an envelope is the HTTP status code, as a number.',
  },
  'envelope.on-create': {
    level: 'MUST',
    basis: 'documented',
    source: 'Envelopes',
    says: 'A create with envelope=true brings the new entity in an envelope.',
  },
  'envelope.error-status-agrees': {
    level: 'SHOULD',
    basis: 'inferred',
    source: 'Envelopes; Errors',
    says: 'An error asked for in an envelope comes without one, or in one that has the status of the error.',
  },
} as const satisfies RequirementTable;
