import type { Dialect, Product } from '../contract/products.ts';

export const risks = ['read-only', 'own-resources', 'destructive'] as const;
/**
 * What a run may do to the target.
 * read-only: GET, HEAD and unauthenticated probes. own-resources: also create, change and remove what the run made
 * itself, and requests that are meant to be refused. destructive: also change what was there before.
 */
export type Risk = (typeof risks)[number];

export const otherCallers = ['read-only', 'outsider', 'empty-access-list', 'other-address', 'without-user'] as const;
export type OtherCaller = (typeof otherCallers)[number];

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Everything a run needs to know of its target and of itself; plain JSON, so that worker processes can be given it. */
export interface Settings {
  readonly target: {
    /** URL of the API's root, e.g. `https://om.example.com:8443/api/public/v1.0`, without a trailing slash. */
    readonly url: string;
    readonly keys: KeyPair;
    readonly product: Product;
    readonly dialect: Dialect;
    readonly orgId?: string;
    readonly projectId?: string;
    readonly callers: Partial<Record<OtherCaller, KeyPair>>;
    /** Ids of states that the user named, under the words in which scenarios ask for them. */
    readonly states?: Readonly<Record<string, string>>;
    readonly caFile?: string;
    /** Path below the base path with `{PROJECT-ID}` in it; without it the area `rate` stays unverified. */
    readonly rateLimitedPath?: string;
    readonly rateLimit: number;
    /** A user name that the service is set to block; no document tells of any. */
    readonly blockedUsername?: string;
    readonly rateWindowSeconds: number;
    /** Seconds one call may take. */
    readonly timeoutSeconds: number;
    /** Seconds after which the target forgets a nonce; without it nobody can wait for that. */
    readonly nonceLifetimeSeconds?: number;
  };
  readonly run: {
    readonly risk: Risk;
    /** Everything a run makes up derives from it. */
    readonly seed: string;
    readonly out: string;
    /** Requirement ids or globs; empty means all. */
    readonly only: readonly string[];
    readonly workers: number;
    /** Playwright reporters asked for besides our own. */
    readonly reporters: readonly string[];
    readonly insecureHttp: boolean;
    readonly allowIncomplete: boolean;
    /** True when we started the target ourselves. */
    readonly embedded: boolean;
  };
}
