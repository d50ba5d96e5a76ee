/** The two products that serve this API. */
export const products = ['ops-manager', 'cloud-manager'] as const;
export type Product = (typeof products)[number];

/** The words a version uses for its access lists, in paths and in error codes; it goes with the version, not the product. */
export const dialects = ['access-list', 'whitelist'] as const;
export type Dialect = (typeof dialects)[number];

/** What a dialect calls an access list in paths. */
export const accessListWord = (dialect: Dialect): 'accessList' | 'whitelist' =>
  (dialect === 'whitelist' ? 'whitelist' : 'accessList');
