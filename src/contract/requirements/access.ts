import type { RequirementTable } from '../requirement.ts';

export const access = {
  'access.role-allows': {
    level: 'MUST',
    basis: 'documented',
    source: 'User Access Control',
    says: 'A key with a read-only role in a project reads the resources of that project.',
  },
  'access.role-refuses-writes': {
    level: 'MUST',
    basis: 'documented',
    source: 'User Access Control',
    says: 'A key with a read-only role in a project cannot create, change or remove anything there: 401 or 403.',
  },
  'access.role-refusal-code': {
    // The table has several codes for this, and no page says which of them is due where.
    level: 'SHOULD',
    basis: 'inferred',
    source: 'Error Codes',
    says: 'What a role does not allow is refused with a documented code that says so.',
  },
  'access.role-allows-removal': {
    level: 'MUST',
    basis: 'documented',
    source: 'Authentication',
    says: 'A key with the role of a monitoring admin in a project removes a host of that project.',
  },
  'access.role-refuses-removal': {
    level: 'MUST',
    basis: 'documented',
    source: 'Authentication',
    says: 'A key whose role in a project is neither owner nor monitoring admin cannot remove a host there: 401 or 403.',
  },
  'access.role-refused-changes-nothing': {
    level: 'MUST',
    basis: 'documented',
    source: 'User Access Control',
    says: "A write that is refused for the caller's role changes nothing.",
  },
  'access.outsider-refused': {
    level: 'MUST',
    basis: 'documented',
    source: 'Authentication',
    says: 'A caller who is no member of a project is answered 401 on everything tied to that project.',
  },
  'access.outsider-code': {
    level: 'SHOULD',
    basis: 'inferred',
    source: 'Error Codes',
    says: 'The refusal of a caller who is no member of the project carries a code for that.',
  },
  'access.empty-list-admits-any': {
    level: 'MUST',
    basis: 'documented',
    source: 'API Network Whitelist',
    says: 'A caller whose access list is empty is admitted from any address.',
  },
  'access.list-required-refuses-empty': {
    level: 'MUST',
    basis: 'inferred',
    source: 'API Network Whitelist; user access list',
    says: 'A resource that always requires an access list refuses a caller whose list is empty: 403.',
  },
  'access.listed-address-admitted': {
    level: 'MUST',
    basis: 'documented',
    source: 'API Network Whitelist',
    says: 'A caller whose list names the address it calls from is admitted.',
  },
  'access.listed-block-admitted': {
    level: 'MUST',
    basis: 'documented',
    source: 'API Network Whitelist',
    says: 'A caller whose list holds a CIDR block around the address it calls from is admitted.',
  },
  'access.unlisted-address-refused': {
    level: 'MUST',
    basis: 'documented',
    source: 'API Network Whitelist',
    says: 'A caller whose list names other addresses only is refused everywhere: 403.',
  },
  'access.unlisted-refusal-code': {
    level: 'MUST',
    basis: 'documented',
    source: 'Error Codes',
    says: "The refusal of an address that is not listed carries the code of the version's dialect.",
  },
  'access.list-of-another-user-refused': {
    level: 'MUST',
    basis: 'documented',
    source: 'Error Codes',
    says: "Every user's access list is their own: whoever else reads it or adds to it is answered 401.",
  },
} as const satisfies RequirementTable;
