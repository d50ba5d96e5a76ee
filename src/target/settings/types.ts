import type { KnownDeviation } from '../../contract/known-deviation.ts';
import type { Dialect, Product } from '../../contract/products.ts';
import type { Risk } from '../../contract/risks.ts';

export { risks, type Risk } from '../../contract/risks.ts';

export const otherCallers = ['read-only', 'outsider', 'empty-access-list', 'other-address', 'without-user'] as const;
export type OtherCaller = (typeof otherCallers)[number];

/** What the user says of a family of resources: judge it as offered, or leave it alone. */
export type Capability = 'on' | 'off';

/** A request that a target refuses with a certain error code, as its file tells. */
export interface ProvokingRequest {
  readonly method: string;
  /** Below the base path; `{PROJECT-ID}` and `{ORG-ID}` stand for the project and organization of the run. */
  readonly path: string;
  readonly body?: unknown;
}

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
    /** How error codes are provoked there, by their names. */
    readonly provoke?: Readonly<Record<string, ProvokingRequest>>;
    /** Families of resources that the user says the target has or lacks, whatever it answers; the rest is found out. */
    readonly capabilities?: Readonly<Record<string, Capability>>;
    /** Paths of resources that no public source establishes, by their name in src/contract/inferred-paths.ts. */
    readonly paths?: Readonly<Record<string, string>>;
    /** Deviations that somebody has looked at and put up with for a while. */
    readonly known?: readonly KnownDeviation[];
    readonly caFile?: string;
    /** PEM files of the certificate with which the client shows who it is, and of its key. */
    readonly clientCertFile?: string;
    readonly clientKeyFile?: string;
    readonly clientKeyPassphrase?: string;
    /** Certificates are taken as they come: a target so judged may be another than the one that was meant. */
    readonly insecureTls?: boolean;
    /** The environment names a proxy for it. */
    readonly behindProxy?: boolean;
    /** Path below the base path with `{PROJECT-ID}` in it; without it the area `rate` stays unverified. */
    readonly rateLimitedPath?: string;
    readonly rateLimit: number;
    /** A user name that the service is set to block; no document tells of any. */
    readonly blockedUsername?: string;
    readonly rateWindowSeconds: number;
    /** Seconds one call may take, from connecting to the last byte. */
    readonly timeoutSeconds: number;
    /** Seconds until a connection, TLS included, must stand; until an answer must have begun. */
    readonly connectSeconds?: number;
    readonly firstByteSeconds?: number;
    /** Largest answer read, in bytes, also after decompression. */
    readonly maxBodyBytes?: number;
    /** Most entities of one page; default 500. */
    readonly maxItemsPerPage?: number;
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
    /** Bounds that all workers keep together; undefined: none. */
    readonly requestsPerSecond?: number;
    readonly inFlight?: number;
    readonly maxRequests?: number;
    readonly maxSeconds?: number;
    /** Documented MUSTs broken after which no further check begins; undefined: none. */
    readonly maxFailures?: number;
    /** File of a plan: what is not in it is not sent. */
    readonly planFile?: string;
    readonly allowIncomplete: boolean;
    /** True when we started the target ourselves. */
    readonly embedded: boolean;
  };
}
