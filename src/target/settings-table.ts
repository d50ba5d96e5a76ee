import { dialects, products } from '../contract/products.ts';
import {
  apiRoot, count, eachOneOf, objectId, oneOf, projectPath, readableFile, seconds, text, words, yesOrNo,
} from './setting-parsers.ts';
import { callerSettings, privateKey, publicKey } from './key-settings.ts';
import type { Setting } from './setting.ts';
import { risks } from './settings-types.ts';

/** Source: Playwright's own reporters. */
const reporters = ['list', 'line', 'dot', 'html', 'blob', 'json', 'junit', 'github'] as const;

/** Every setting there is; `.env.example` and `docs/environment.md` are made from it. */
export const settingsTable = [
  {
    name: 'target.url', variable: 'TARGET_URL', flag: '--target <url>',
    says: 'The target. A URL without a path gets /api/public/v1.0, one with a path is taken as it is. '
      + 'A name stands for targets/<name>.yaml.',
    defaultSays: 'the embedded mock, started for the run', example: 'https://om.example.com:8443', parse: apiRoot,
  },
  {
    name: 'target.keys.publicKey', variable: 'TARGET_PUBLIC_KEY', ...publicKey,
    says: 'Public key (or user name) that the run uses: of the owner of a project or an organization, of a reader, or of a global owner.', defaultSays: 'must be given with a target',
  },
  {
    name: 'target.keys.privateKey', variable: 'TARGET_PRIVATE_KEY', ...privateKey,
    says: 'Private key (or personal API key) that goes with it.', defaultSays: 'must be given with a target',
  },
  {
    name: 'target.product', variable: 'TARGET_PRODUCT', flag: '--product <name>',
    says: 'Which product the target is: ops-manager or cloud-manager.',
    defaultSays: 'cloud-manager on cloud.mongodb.com, else ops-manager',
    example: 'ops-manager', parse: oneOf(products),
  },
  {
    name: 'target.dialect', variable: 'TARGET_DIALECT', flag: '--dialect <name>',
    says: 'The words of its version for access lists: access-list or whitelist.',
    defaultSays: 'as in the published tables: access-list for ops-manager, whitelist for cloud-manager',
    example: 'access-list', parse: oneOf(dialects),
  },
  {
    name: 'target.orgId', variable: 'TARGET_ORG_ID', flag: '--org <id>', needsTarget: true,
    says: 'Organization in which the run works.', defaultSays: 'that of the project, or one that the key sees',
    example: '5f0000000000000000000001', parse: objectId,
  },
  {
    name: 'target.projectId', variable: 'TARGET_PROJECT_ID', flag: '--project <id>', needsTarget: true,
    says: 'Project in which the run works.',
    defaultSays: 'one of its own where the risk allows; to look at, of those it sees the one with the most hosts',
    example: '5f0000000000000000000002', parse: objectId,
  },
  {
    name: 'run.risk', variable: 'TARGET_RISK', flag: '--risk <level>',
    says: 'What may be done to the target: read-only, own-resources, destructive or irreversible.',
    defaultSays: 'irreversible on the embedded mock, own-resources on loopback, read-only elsewhere',
    example: 'read-only', parse: oneOf(risks),
  },
  {
    name: 'run.only', variable: 'RUN_ONLY', flag: '--only <id>', repeatable: true,
    says: 'Judge only these requirements: ids or globs such as list.*; the verdict is then partial.',
    defaultSays: 'all', example: 'list.*,auth.*', parse: words,
  },
  {
    name: 'run.workers', variable: 'RUN_WORKERS', flag: '--workers <n>',
    says: 'Worker processes.', default: '2', example: '2', parse: count,
  },
  {
    name: 'run.out', variable: 'RUN_OUT', flag: '--out <dir>',
    says: 'Folder for the verdict, the evidence and the reports.',
    default: 'reports', example: 'reports', parse: text,
  },
  {
    name: 'run.reporters', variable: 'RUN_REPORTER', flag: '--reporter <name>', repeatable: true,
    says: 'A further reporter of Playwright\'s besides the verdict and Allure: list, html, github, blob, ...',
    defaultSays: 'none', example: 'html', parse: eachOneOf(reporters),
  },
  {
    name: 'run.seed', variable: 'RUN_SEED', flag: '--seed <text>',
    says: 'Names and ids that a run makes up derive from it; the same seed makes the same names.',
    defaultSays: 'a new one each run, printed', example: 'friday', parse: text,
  },
  {
    name: 'target.caFile', variable: 'TARGET_CA_FILE', flag: '--ca-file <path>', needsTarget: true,
    says: 'PEM file of the authority that signed the target\'s certificate.',
    defaultSays: 'the authorities of Node.js, of the system (Node.js 22.15), of SSL_CERT_FILE and of NODE_EXTRA_CA_CERTS, which stay trusted',
    example: 'ca.pem', parse: readableFile,
  },
  {
    name: 'target.clientCertFile', variable: 'TARGET_CLIENT_CERT_FILE', flag: '--client-cert <path>', needsTarget: true,
    says: 'PEM file of the certificate that the target asks its clients for.',
    defaultSays: 'none', example: 'client.pem', parse: readableFile,
  },
  {
    name: 'target.clientKeyFile', variable: 'TARGET_CLIENT_KEY_FILE', flag: '--client-key <path>', needsTarget: true,
    says: 'PEM file of the key that belongs to it.',
    defaultSays: 'the file of the certificate', example: 'client-key.pem', parse: readableFile,
  },
  {
    name: 'target.clientKeyPassphrase', variable: 'TARGET_CLIENT_KEY_PASSPHRASE', secret: true, needsTarget: true,
    says: 'Passphrase of that key.', defaultSays: 'none', example: 'correct horse', parse: text,
  },
  {
    name: 'target.insecureTls', variable: 'TARGET_INSECURE_TLS', flag: '--insecure-tls', needsTarget: true,
    says: 'Take the target\'s certificate as it comes; the verdict says so.',
    default: 'false', example: 'true', parse: yesOrNo,
  },
  {
    name: 'target.timeoutSeconds', variable: 'TARGET_TIMEOUT_SECONDS',
    says: 'Seconds that one call may take.', default: '20', example: '20', parse: seconds,
  },
  {
    name: 'target.connectSeconds', variable: 'TARGET_CONNECT_SECONDS',
    says: 'Seconds until a connection must stand, TLS included.', default: '10', example: '10', parse: seconds,
  },
  {
    name: 'target.firstByteSeconds', variable: 'TARGET_FIRST_BYTE_SECONDS',
    says: 'Seconds until an answer must have begun: its status and headers are there.', defaultSays: 'as long as the whole call may take',
    example: '15', parse: seconds,
  },
  {
    name: 'target.maxBodyBytes', variable: 'TARGET_MAX_BODY_BYTES',
    says: 'Largest answer that is read, in bytes, also after decompression.', default: '16777216', example: '16777216',
    parse: count,
  },
  {
    name: 'run.requestsPerSecond', variable: 'RUN_REQUESTS_PER_SECOND', flag: '--requests-per-second <n>',
    says: 'Requests that the run sends in a second, all workers together.',
    defaultSays: '20; no limit on loopback', example: '5', parse: count,
  },
  {
    name: 'run.inFlight', variable: 'RUN_IN_FLIGHT', flag: '--in-flight <n>',
    says: 'Requests that wait for their answers at once, all workers together.',
    defaultSays: '4; no limit on loopback', example: '2', parse: count,
  },
  {
    name: 'run.maxRequests', variable: 'RUN_MAX_REQUESTS', flag: '--max-requests <n>',
    says: 'Requests after which the run sends no more; what then did not run is unverified.',
    defaultSays: 'none', example: '1000', parse: count,
  },
  {
    name: 'run.maxSeconds', variable: 'RUN_MAX_TIME', flag: '--max-time <seconds>',
    says: 'Seconds after which the run sends no more; what then did not run is unverified.',
    defaultSays: 'none', example: '600', parse: seconds,
  },
  {
    name: 'run.maxFailures', variable: 'RUN_MAX_FAILURES', flag: '--max-failures <n>',
    says: 'Broken documented MUSTs after which no further check begins; what then did not run is unverified.',
    defaultSays: 'none', example: '10', parse: count,
  },
  {
    name: 'run.planFile', variable: 'RUN_PLAN', flag: '--plan <file>',
    says: 'A plan that `omconform plan` wrote: what is not in it is not sent.',
    defaultSays: 'none', example: 'plan.json', parse: readableFile,
  },
  {
    name: 'run.insecureHttp', variable: 'TARGET_INSECURE_HTTP', flag: '--insecure-http',
    says: 'Send credentials over plain http to a host that is not loopback.',
    default: 'false', example: 'true', parse: yesOrNo,
  },
  {
    name: 'run.allowIncomplete', variable: 'RUN_ALLOW_INCOMPLETE', flag: '--allow-incomplete',
    says: 'Exit 0 also when documented MUSTs stayed unverified.',
    default: 'false', example: 'true', parse: yesOrNo,
  },
  {
    name: 'target.rateLimitedPath', variable: 'TARGET_RATE_LIMITED_PATH', needsTarget: true,
    says: 'A rate-limited resource, below the root, with {PROJECT-ID} or the id of a project in it.',
    defaultSays: 'none: the area rate stays unverified', example: '/groups/{PROJECT-ID}/hosts', parse: projectPath,
  },
  {
    name: 'target.rateLimit', variable: 'TARGET_RATE_LIMIT', needsTarget: true,
    says: 'Requests that a project may make on it in one window.', default: '100', example: '100', parse: count,
  },
  {
    name: 'target.rateWindowSeconds', variable: 'TARGET_RATE_WINDOW_SECONDS',
    says: 'Length of that window in seconds.', defaultSays: '60; 2 on the embedded mock',
    example: '60', parse: seconds,
  },
  {
    name: 'target.blockedUsername', variable: 'TARGET_BLOCKED_USERNAME', needsTarget: true,
    says: 'A user name that the target is set to block.',
    defaultSays: 'none: code.BLOCKED_USERNAME stays unverified', example: 'postmaster@example.com', parse: text,
  },
  {
    name: 'target.nonceLifetimeSeconds', variable: 'TARGET_NONCE_LIFETIME_SECONDS',
    says: 'Seconds after which the target no longer takes a nonce; the run waits that long.',
    defaultSays: 'unknown, and what waits for it stays unverified; 2 on the embedded mock',
    example: '60', parse: seconds,
  },
  {
    name: 'target.maxItemsPerPage', variable: 'TARGET_MAX_ITEMS_PER_PAGE',
    says: 'Most entities that a page of the target holds; old versions know 100.',
    defaultSays: '500, as documented', example: '100', parse: count,
  },
  ...callerSettings,
] as const satisfies readonly Setting[];

type Row = (typeof settingsTable)[number];
export type SettingName = Row['name'];

/** The parsed value of each setting that was given or has a default text. */
export type SettingValues = { readonly [R in Row as R['name']]?: ReturnType<R['parse']> };
