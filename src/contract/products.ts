/** The two products that serve this API. */
export const products = ['ops-manager', 'cloud-manager'] as const;
export type Product = (typeof products)[number];

/** The words a version uses for its access lists, in paths and in error codes; it goes with the version, not the product. */
export const dialects = ['access-list', 'whitelist'] as const;
export type Dialect = (typeof dialects)[number];

/** The dialect of a product, where nothing else is said. Source: the two tables of error codes, each written with the words of its time. */
export const usualDialect: Readonly<Record<Product, Dialect>> = { 'ops-manager': 'access-list', 'cloud-manager': 'whitelist' };

/** What a dialect calls an access list in paths. */
export const accessListWord = (dialect: Dialect): 'accessList' | 'whitelist' =>
  dialect === 'whitelist' ? 'whitelist' : 'accessList';
