import type { Dialect, Product } from '../../products.ts';

/** One row of the error tables of Ops Manager and Cloud Manager. */
export interface ErrorCode {
  /** Whose table lists it. A target of the other product may still send it; then it is undocumented there. */
  readonly products: readonly Product[];
  /** HTTP status, the same in both products wherever both list the code. */
  readonly status: number;
  /**
   * documented: a status stands beside the code in the error table of at least one product.
   * inferred: no table that lists the code shows its status (Ops Manager's shows a single status in all);
   * it comes from the public source text of the documentation.
   */
  readonly basis: 'documented' | 'inferred';
  /** Template of `detail`, placeholders as `{name}`, filled in order; per product where the wordings differ. */
  readonly message: string | Readonly<Record<Product, string>>;
  /** The same refusal in the other dialect's words. */
  readonly counterpart?: string;
  /** Present when the name carries a dialect's word for access lists; it goes with a version, not with a product. */
  readonly dialect?: Dialect;
}

export type ErrorCodeTable = Readonly<Record<string, ErrorCode>>;
