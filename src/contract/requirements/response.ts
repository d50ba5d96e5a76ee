import type { RequirementTable } from '../requirement.ts';

export const response = {
  'response.content-type-json': {
    level: 'MUST',
    basis: 'documented',
    source: 'JSON',
    standing: true,
    says: 'An answer that carries an entity says that it is JSON, and is.',
  },
  'response.unknown-field-on-create-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'A create that carries a field the entity does not have is answered 400.',
  },
  'response.unknown-field-on-update-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'An update that carries a field the entity does not have is answered 400.',
  },
  'response.unknown-nested-field-on-create-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'A create that carries an unknown field inside an object of the entity is answered 400.',
  },
  'response.unknown-nested-field-on-update-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'An update that carries an unknown field inside an object of the entity is answered 400.',
  },
  'response.unknown-field-is-named': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'The answer to an unknown field names that field.',
  },
  'response.read-only-field-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'An update that carries a field which cannot be modified is answered 400.',
  },
  'response.read-only-field-is-named': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'The answer to a field which cannot be modified names that field.',
  },
  'response.rejected-create-makes-nothing': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'A create that is rejected for one of its fields makes nothing.',
  },
  'response.rejected-update-applies-nothing': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'An update that is rejected for one of its fields applies none of them.',
  },
  'response.dates-in-utc': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    standing: true,
    says: 'Dates are returned as ISO 8601 strings in UTC.',
  },
  'response.units-in-names': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    standing: true,
    says: 'A number in a unit sits in a field whose name tells the unit.',
  },
  'response.no-statistics-are-zero': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'The statistics of a host that has none yet are zero.',
  },
  'response.no-value-is-omitted': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'A field without a sensible default, such as the username of a host without authentication, is left out.',
  },
  'response.no-null': {
    // The endpoint's own pages show nulls in places, so that the general rule cannot bind a server.
    level: 'SHOULD',
    basis: 'documented',
    source: 'Response Conventions',
    standing: true,
    says: 'No field of an entity is null: it has its default or is left out.',
  },
  'response.field-order': {
    level: 'MAY',
    basis: 'documented',
    source: 'Response Conventions',
    says: 'Fields come in alphabetical order, which nobody may depend on.',
    untested: 'the documents reserve the right to change the order, so no order can be wrong',
  },
} as const satisfies RequirementTable;
