import { randomUUID } from 'node:crypto';
import { dialects, usualDialect } from '../../contract/products.ts';
import { everyCommand, isNear, out, product, url } from './base.ts';
import { boundSettings } from './bounds.ts';
import { factSettings } from './facts.ts';
import { callerKeys, mainKey } from './keys.ts';
import { count, eachOneOf, objectId, oneOf, readableFile, text, words, yesOrNo } from './parsers.ts';
import type { Setting } from './setting.ts';
import { tlsSettings } from './tls.ts';
import { risks } from '../../contract/risks.ts';

/** Source: Playwright's own reporters. */
const reporters = ['list', 'line', 'dot', 'html', 'blob', 'json', 'junit', 'github'] as const;

/** Every setting that has a variable. A new one is a row here, or in the part that it belongs to, and nothing else. */
export const settingsTable = [
  url,
  ...mainKey,
  product,
  {
    name: 'target.dialect',
    variables: ['TARGET_DIALECT'],
    flag: '--dialect <name>',
    field: 'dialect',
    fieldHint: 'or whitelist: its words for access lists',
    inTargetJson: true,
    says: 'The words of its version for access lists: access-list or whitelist.',
    defaultSays: 'as in the published tables: access-list for ops-manager, whitelist for cloud-manager',
    default: ({ of }) => usualDialect[of(product)],
    example: 'access-list',
    parse: oneOf(dialects),
  },
  {
    name: 'target.orgId',
    variables: ['TARGET_ORG_ID'],
    flag: '--org <id>',
    needsTarget: true,
    field: 'org',
    inTargetJson: true,
    says: 'Organization in which the run works.',
    defaultSays: 'that of the project, or one that the key sees',
    example: '5f0000000000000000000001',
    parse: objectId,
  },
  {
    name: 'target.projectId',
    variables: ['TARGET_PROJECT_ID'],
    flag: '--project <id>',
    needsTarget: true,
    field: 'project',
    inTargetJson: true,
    says: 'Project in which the run works.',
    defaultSays: 'one of its own where the risk allows; to look at, of those it sees the one with the most hosts',
    example: '5f0000000000000000000002',
    parse: objectId,
  },
  {
    name: 'run.risk',
    variables: ['TARGET_RISK'],
    flag: '--risk <level>',
    field: 'risk',
    fieldHint: 'or own-resources, destructive, irreversible',
    says: 'What may be done to the target: read-only, own-resources, destructive or irreversible.',
    defaultSays: 'irreversible on the embedded mock, own-resources on loopback, read-only elsewhere',
    default: (known) => (known.embedded ? 'irreversible' : isNear(known) ? 'own-resources' : 'read-only'),
    example: 'read-only',
    parse: oneOf(risks),
  },
  {
    name: 'run.only',
    variables: ['RUN_ONLY'],
    flag: '--only <id>',
    repeatable: true,
    says: 'Judge only these requirements: ids or globs such as list.*; the verdict is then partial.',
    defaultSays: 'all',
    default: () => [],
    example: 'list.*,auth.*',
    parse: words,
  },
  {
    name: 'run.workers',
    variables: ['RUN_WORKERS'],
    flag: '--workers <n>',
    commands: ['run'],
    says: 'Worker processes.',
    default: '2',
    example: '2',
    parse: count,
  },
  out,
  {
    name: 'run.reporters',
    variables: ['RUN_REPORTER'],
    flag: '--reporter <name>',
    repeatable: true,
    commands: ['run'],
    local: { replayed: [] },
    says: "A further reporter of Playwright's besides the verdict and Allure: list, html, github, blob, ...",
    defaultSays: 'none',
    default: () => [],
    example: 'html',
    parse: eachOneOf(reporters),
  },
  {
    name: 'run.seed',
    variables: ['RUN_SEED'],
    flag: '--seed <text>',
    says: 'Names and ids that a run makes up derive from it; the same seed makes the same names.',
    defaultSays: 'a new one each run, printed',
    default: () => randomUUID().slice(0, 8),
    example: 'friday',
    parse: text,
  },
  ...tlsSettings,
  ...boundSettings,
  {
    name: 'run.planFile',
    variables: ['RUN_PLAN'],
    flag: '--plan <file>',
    commands: ['run'],
    local: {},
    says: 'A plan that `omconform plan` wrote: what is not in it is not sent.',
    defaultSays: 'none',
    example: 'plan.json',
    parse: readableFile,
  },
  {
    name: 'run.insecureHttp',
    variables: ['TARGET_INSECURE_HTTP'],
    flag: '--insecure-http',
    commands: everyCommand,
    says: 'Send credentials over plain http to a host that is not loopback.',
    default: 'false',
    example: 'true',
    parse: yesOrNo,
  },
  {
    name: 'run.allowIncomplete',
    variables: ['RUN_ALLOW_INCOMPLETE'],
    flag: '--allow-incomplete',
    says: 'Exit 0 also when documented MUSTs stayed unverified.',
    default: 'false',
    example: 'true',
    parse: yesOrNo,
  },
  ...factSettings,
  ...callerKeys,
] as const satisfies readonly Setting[];

export type SettingName = (typeof settingsTable)[number]['name'];
