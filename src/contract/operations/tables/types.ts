import type { Product } from '../../products.ts';
import type { SchemaName } from '../../schema-names.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One method on one resource, as the endpoint pages describe it. */
export interface Operation {
  readonly method: Method;
  /**
   * Path below the base path with its parameters in braces. `{accessList}` is no id but a word, `accessList` or
   * `whitelist`, as the target's dialect has it.
   */
  readonly path: string;
  readonly products: readonly Product[];
  /**
   * What a success brings: one entity, a list document with `results`, an array without a list around it, nothing
   * (no body, or `{}`), or bytes that are not JSON.
   */
  readonly kind: 'entity' | 'list' | 'bare-array' | 'empty' | 'download';
  /** Schema of the entity, or of each entity in the list; absent where no public source establishes the fields. */
  readonly schema?: SchemaName;
  /**
   * Statuses of a success. One where the endpoint's page shows it. Where none shows it, what the principles and
   * observed answers allow: 200 and 201 for POST, 200 and 204 for DELETE, 200 for the rest.
   */
  readonly ok: readonly number[];
  /** True where the work may go on after the answer: 202 is a success too. */
  readonly asynchronous?: true;
  /** Any one of these suffices, as does the global role that includes it. Absent: any member, or not known. */
  readonly roles?: readonly string[];
  /** True where the caller must be on an access list even if lists are otherwise optional. */
  readonly needsAccessList?: true;
  /** True for the one call that is made without credentials. */
  readonly unauthenticated?: true;
  /** Where a fact that is not on the endpoint's own page comes from, or why it is doubtful. */
  readonly source?: string;
}

export type OperationTable = Readonly<Record<`${string}.${string}`, Operation>>;
