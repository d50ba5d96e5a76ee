import type { RequirementTable } from '../requirement.ts';

export const error = {
  'error.five-fields': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'An error document of the API has detail, error, errorCode, parameters and reason; refused logins and server errors may lack some.',
  },
  'error.error-is-http-status': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'The field error is the HTTP status code, as a number.',
  },
  'error.reason-phrase': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'The field reason is the standard phrase of the status.',
  },
  'error.code-is-upper-snake': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'The field errorCode is a named constant in upper-case letters, digits and underscores.',
  },
  'error.parameters-are-strings': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'The field parameters is an array of strings.',
  },
  'error.parameters-fill-detail': {
    level: 'SHOULD',
    basis: 'inferred',
    source: 'Errors',
    says: 'The field parameters holds what was filled into the message.',
  },
  'error.no-secret-or-trace': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Digest authentication',
    standing: true,
    says: 'No error document carries a key, a password or a stack trace.',
  },
  'error.unknown-resource': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    says: 'A path that names no resource is answered 404 RESOURCE_NOT_FOUND with the path as its parameter.',
  },
  'error.detail-is-readable': {
    level: 'MUST',
    basis: 'documented',
    source: 'Errors',
    standing: true,
    says: 'The field detail is text for people, with every placeholder filled.',
  },
} as const satisfies RequirementTable;
