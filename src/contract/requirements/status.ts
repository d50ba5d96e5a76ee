import type { RequirementTable } from '../requirement.ts';

export const status = {
  'status.ok-on-get': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    standing: true,
    says: 'A successful GET is answered 200.',
  },
  'status.created-on-create': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    standing: true,
    says: "A successful create is answered 201, or 200 where the endpoint's page shows that.",
  },
  'status.success-fits-the-method': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    standing: true,
    says: 'A write that was done is answered 200, 201 where it made something, 202 or 204, and no other status of a success.',
  },
  'status.accepted-only-for-writes': {
    level: 'MAY',
    basis: 'documented',
    source: 'Response Codes',
    standing: true,
    says: '202 answers a request for an asynchronous operation, never a mere read.',
  },
  'status.accepted-for-asynchronous': {
    level: 'MAY',
    basis: 'inferred',
    source: 'Response Codes; Snapshots',
    says: 'A request whose work goes on after the answer, such as a snapshot on demand, is accepted: 202, or 200 or 201.',
  },
  'status.bad-request': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A request with something wrong in it is answered 400.',
  },
  'status.unauthorized': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A request without valid credentials is answered 401.',
  },
  'status.forbidden': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'Access that is not permitted, such as from an address that is not listed, is answered 403.',
  },
  'status.not-found': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A resource that does not exist is answered 404.',
  },
  'status.method-not-allowed': {
    // Which methods a resource does not support, no page says but for DELETE of the root, which has a row of its own.
    level: 'MUST',
    basis: 'inferred',
    source: 'Response Codes',
    says: 'A method that the resource does not support is answered 405, whichever resource it is.',
  },
  'status.conflict-on-create': {
    level: 'MUST',
    basis: 'documented',
    source: 'Response Codes',
    says: 'Creating a project under a name that is taken is answered 409.',
  },
  'status.conflict-on-update': {
    level: 'SHOULD',
    basis: 'documented',
    source: 'Response Codes',
    says: 'Renaming a project to a name that is taken is answered 409.',
  },
  'status.no-server-error': {
    level: 'SHOULD',
    basis: 'inferred',
    source: 'Response Codes',
    standing: true,
    says: 'A request that the documents allow is not answered with a status of 5xx.',
  },
  'status.server-error': {
    level: 'MAY',
    basis: 'documented',
    source: 'Response Codes',
    says: 'A status of 5xx means that something unexpected went wrong in the server.',
    untested: 'nothing that a client may do is documented to bring it about',
  },
} as const satisfies RequirementTable;
