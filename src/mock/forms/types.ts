import type { Dialect, Product } from '../../contract/products.ts';
import type { FormName } from './forms.ts';
import type { ServerRequest, ServerResponse } from '../../wire/http.ts';

/** A request on its way through the mock's layers. */
export interface MockRequest extends ServerRequest {
  /**
   * Public key of the caller. The authentication layer sets it, whatever came before; a layer behind it that makes a
   * request of its own keeps it by spreading the one it was given, or names another caller.
   */
  readonly caller?: string;
}

export type Handler = (request: MockRequest) => ServerResponse | Promise<ServerResponse>;

/** Wraps a handler; the way layers are stacked, and the way a mutant of the mock tells its lie. */
export type Layer = (next: Handler) => Handler;

/** How many fields the refusal of a login has: an old Ops Manager leaves the code out, and lays nothing out. */
export type LoginRefusal = 'three-fields' | 'four-fields';

export interface MockOptions {
  readonly product?: Product;
  readonly dialect?: Dialect;
  /** Seed of ids, nonces and everything else the mock makes up. Default `mock`. */
  readonly seed?: string;
  /** Milliseconds since the epoch; default: Date.now. The engine gives a clock it can move. */
  readonly now?: () => number;
  readonly rateLimit?: number;
  /** Default 60. */
  readonly rateWindowSeconds?: number;
  /** Digest algorithms offered, in order. Default MD5 alone, as real servers offer. */
  readonly algorithms?: readonly ('MD5' | 'SHA-256')[];
  readonly nonceLifetimeMs?: number;
  /** In which forms it answers where real servers differ. Default: none of those listed, the plainest. */
  readonly forms?: readonly FormName[];
  /** Fields of the refusal of a login. Default: four on Cloud Manager, three on Ops Manager. */
  readonly loginRefusal?: LoginRefusal;
  /**
   * Layers of a mutant: `wire` sees everything that comes and goes; `inner` sits behind authentication and access
   * list, where the caller is known.
   */
  readonly wire?: Layer;
  readonly inner?: Layer;
}

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What a person needs to know to use a mock, and nothing that a real instance would not tell its owner. */
export interface Identity extends KeyPair {
  readonly product: Product;
  readonly dialect: Dialect;
  readonly orgId: string;
  readonly projectId: string;
  /** Path below the base path, with `{projectId}` in it. */
  readonly rateLimitedPath: string;
  readonly rateLimit: number;
  readonly rateWindowSeconds: number;
  readonly nonceLifetimeSeconds: number;
  /** Most entities of one page, where they are fewer than documented. */
  readonly maxItemsPerPage?: number;
  /** A name that the operator lets no user take. */
  readonly blockedUsername: string;
  readonly callers: Readonly<Record<'readOnly' | 'outsider' | 'emptyAccessList' | 'otherAddress' | 'withoutUser', KeyPair>>;
}

export interface Mock {
  readonly handle: Handler;
  readonly identity: Identity;
}
