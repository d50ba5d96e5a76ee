import type { RequirementTable } from '../requirement.ts';

export const request = {
  'request.json-accepted-on-post': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'POST takes a body whose content type is application/json, with or without a charset.',
  },
  'request.json-accepted-on-put': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'PUT takes a body whose content type is application/json, with or without a charset.',
  },
  'request.json-accepted-on-patch': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Request Rules',
    says: 'PATCH takes a body whose content type is application/json, with or without a charset.',
  },
  'request.malformed-json-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A body that is no JSON is answered 400.',
  },
  'request.array-for-object-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes; Error Codes',
    says: 'A JSON array where an object is due is answered 400.',
  },
  'request.scalar-for-object-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes; Error Codes',
    says: 'A JSON number, string, boolean or null where an object is due is answered 400.',
  },
  'request.empty-body-is-400': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A write that needs a document and has no body is answered 400.',
  },
  'request.unreadable-body-changes-nothing': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A write whose body could not be read as the document due changes nothing.',
  },
  'request.field-date-only': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'A field given as a date without a time means midnight UTC of that day.',
  },
  'request.field-date-with-offset': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'A field given as a date-time with an offset means that instant.',
  },
  'request.field-date-without-seconds': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: "A date-time in a field may leave out its seconds, as the page's own example does.",
  },
  'request.field-date-in-utc': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'A field given as a date-time ending in Z means that instant.',
  },
  'request.field-date-without-zone': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    says: 'A date-time in a field without a time zone is taken as UTC.',
  },
  'request.query-date-only': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Request Rules',
    says: 'A query parameter given as a date without a time means midnight UTC of that day.',
  },
  'request.query-date-with-offset': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Request Rules',
    says: 'A query parameter given as a date-time with an offset means that instant.',
  },
  'request.query-date-in-utc': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Request Rules',
    says: 'A query parameter given as a date-time ending in Z means that instant.',
  },
  'request.query-date-without-zone': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Request Rules',
    says: 'A date-time in a query parameter without a time zone is taken as UTC.',
  },
  'request.bson-timestamps': {
    level: 'MUST',
    basis: 'documented',
    source: 'Request Rules',
    standing: true,
    says: 'A BSON timestamp is an object of a date and an increment.',
  },
} as const satisfies RequirementTable;
