import type { RequirementTable } from '../requirement.ts';

export const method = {
  'method.get-retrieves': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: "GET on an entity's own URL brings that entity as JSON.",
  },
  'method.post-creates': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    standing: true,
    says: 'POST creates a resource with the fields it was given.',
  },
  'method.post-names-what-it-made': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    standing: true,
    says: 'The answer to a create calls the new resource by an id of its own: one that nothing had before.',
  },
  'method.put-replaces': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    standing: true,
    says: 'PUT replaces a resource: what the new document does not carry is no longer there.',
  },
  'method.patch-updates-named-fields': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    standing: true,
    says: 'PATCH changes the fields it names.',
  },
  'method.patch-leaves-the-rest': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: 'PATCH leaves the fields that it does not name as they were.',
  },
  'method.delete-removes': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: 'After DELETE the resource is neither found nor listed.',
  },
  'method.head-status': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: 'HEAD is answered with the status that GET has.',
  },
  'method.head-headers': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: 'HEAD brings the headers that describe what GET would bring.',
  },
  'method.head-no-body': {
    level: 'MUST',
    basis: 'documented',
    source: 'HTTP Methods',
    says: 'Not a byte follows the header block of an answer to HEAD.',
  },
  'method.unsupported-is-405': {
    // Which methods a resource does not support, no page says.
    level: 'MUST',
    basis: 'inferred',
    source: 'Response Codes',
    says: 'A method that a resource does not support is answered 405.',
  },
  'method.root-delete-is-405': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'DELETE on the root resource is answered 405.',
  },
  'method.unsupported-changes-nothing': {
    level: 'MUST',
    basis: 'inferred',
    source: 'Response Codes',
    says: 'A method that was answered 405 changed nothing.',
  },
  'method.unsupported-names-allowed': {
    level: 'SHOULD',
    basis: 'inferred',
    source: 'RFC 9110, 15.5.6',
    says: 'An answer of 405 names the methods that the resource supports in the header Allow.',
  },
} as const satisfies RequirementTable;
