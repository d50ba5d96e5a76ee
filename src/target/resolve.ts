import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { limits } from '../contract/limits.ts';
import { usualDialect, type Product } from '../contract/products.ts';
import { isLoopback } from './settings/loopback.ts';
import { nearestName } from './input/nearest-name.ts';
import { otherCallers, type KeyPair, type OtherCaller, type Risk, type Settings } from './settings/types.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable, type SettingName, type SettingValues } from './settings/table.ts';
import { isTargetName, readTargetFile, type TargetFile } from './target-file.ts';
import { proxyFor } from './proxy.ts';
import type { ToldTarget } from './target-json.ts';
import { refuseUnusableTlsFiles } from './tls-files.ts';
import { UsageError } from './input/usage-error.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface SettingSources {
  /** Text of each flag that was given; a switch is `true`. */
  readonly flags: Partial<Record<SettingName, string>>;
  /** What a document given on the command line says of the target. */
  readonly told?: ToldTarget;
  readonly env: Variables;
  readonly dotenv: Variables;
  /** Folder against which relative paths are read. Default: the working directory. */
  readonly cwd?: string;
}

export interface ExplainedSetting {
  readonly name: SettingName;
  /** As a person would write it; secrets are masked. */
  readonly value: string;
  /** `flag --target`, `--target-json <file>`, `environment TARGET_URL`, `.env`, `targets/<name>.yaml` or `default`. */
  readonly from: string;
}

/** What a run allows itself on a host that others use too. */
const politeness = { requestsPerSecond: 20, inFlight: 4 } as const;

interface Given {
  readonly text: string;
  readonly from: string;
  /** How a message calls the place, where that is not what `from` says. */
  readonly at?: string;
}

/**
 * Settings of a run: flag before a document on the command line before environment before `.env` before the target's file before default. An empty variable counts as not given,
 * and hides the one of `.env`. When no target is named, the settings are those of the embedded mock, whose address
 * and keys are still empty. Throws UsageError.
 */
export function resolveSettings(sources: SettingSources): { settings: Settings; explained: ExplainedSetting[] } {
  refuseUnknownNames(sources.dotenv);
  const cwd = sources.cwd ?? process.cwd();
  const named = find(urlRow, sources);
  const file =
    named !== undefined && isTargetName(named.text) ? { name: named.text, ...readTargetFile(named.text, cwd) } : undefined;
  const given = new Map(settingsTable.map((row) => [row.name, findOrRead(row, sources, file)]));
  const values = Object.fromEntries(settingsTable.map((row) => [row.name, parsed(row, given.get(row.name))])) as SettingValues;
  const settings = assemble(values, cwd, file, sources.env);
  if (settings.run.embedded) refuseTargetSettings(given);
  else {
    refuseUnusableTarget(settings);
    refuseUnusableTlsFiles(settings.target);
  }

  const explained = settingsTable.map((row: Setting & { name: SettingName }) => {
    const found = given.get(row.name);
    const text = resolvedText(row, settings) ?? found?.text ?? row.default ?? `(${row.defaultSays ?? 'none'})`;
    return { name: row.name, value: row.secret && found ? '********' : text, from: found?.from ?? 'default' };
  });
  return { settings, explained };
}

const urlRow = settingsTable[0];

/** As `find`; where nothing is given, what the target's file says. The name of a file is no address. */
function findOrRead(
  row: Setting & { name: SettingName },
  sources: SettingSources,
  file: (TargetFile & { name: string }) | undefined,
): Given | undefined {
  const found = file !== undefined && row.name === urlRow.name ? undefined : find(row, sources);
  const text = file?.variables[row.variable];
  if (found !== undefined || text === undefined) return found;
  return { text, from: `targets/${file?.name}.yaml` };
}

function find(row: Setting & { name: SettingName }, { flags, told, env, dotenv }: SettingSources): Given | undefined {
  const flag = flags[row.name];
  if (flag !== undefined) return { text: flag, from: `flag ${row.flag?.split(' ')[0]}` };
  const said = told?.texts[row.name];
  if (said !== undefined) return { text: said.text, from: `--target-json ${told?.shown}`, at: `${told?.shown}: ${said.field}` };
  const variable = env[row.variable];
  if (variable === '') return undefined;
  if (variable !== undefined) return { text: variable, from: `environment ${row.variable}` };
  const line = dotenv[row.variable];
  return line === undefined || line === '' ? undefined : { text: line, from: '.env' };
}

function parsed(row: Setting, given: Given | undefined): unknown {
  const text = given?.text ?? row.default;
  if (text === undefined) return undefined;
  const where =
    given?.at ?? given?.from.replace(/^(flag|environment) /, '').replace(/^\.env$|\.yaml$/, (end) => `${end}: ${row.variable}`);
  if (text.trim() === '') throw new UsageError(`${where} is empty: give a value or leave it out`);
  try {
    return row.parse(text.trim());
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${where} ${error.message}`);
    throw error;
  }
}

function assemble(values: SettingValues, cwd: string, file: TargetFile | undefined, env: Variables): Settings {
  const url = values['target.url'] ?? '';
  const embedded = url === '';
  const near = embedded || isLoopback(url);
  const product = values['target.product'] ?? defaultProduct(url);
  const resolved = (name?: string): string | undefined => (name === undefined ? undefined : path.resolve(cwd, name));
  return {
    target: {
      url,
      keys: {
        publicKey: values['target.keys.publicKey'] ?? '',
        privateKey: values['target.keys.privateKey'] ?? '',
      },
      product,
      dialect: values['target.dialect'] ?? usualDialect[product],
      orgId: values['target.orgId'],
      projectId: values['target.projectId'],
      callers: givenCallers(values),
      states: file?.states ?? {},
      provoke: file?.provoke ?? {},
      capabilities: file?.capabilities ?? {},
      paths: file?.paths ?? {},
      known: file?.known ?? [],
      caFile: resolved(values['target.caFile']),
      clientCertFile: resolved(values['target.clientCertFile']),
      clientKeyFile: resolved(values['target.clientKeyFile'] ?? values['target.clientCertFile']),
      clientKeyPassphrase: values['target.clientKeyPassphrase'],
      insecureTls: values['target.insecureTls'] ?? false,
      behindProxy: url !== '' && proxyFor(url, env) !== undefined,
      rateLimitedPath: values['target.rateLimitedPath'],
      blockedUsername: values['target.blockedUsername'],
      rateLimit: values['target.rateLimit'] ?? limits.rateLimit,
      rateWindowSeconds: values['target.rateWindowSeconds'] ?? (embedded ? 2 : limits.rateWindowSeconds),
      timeoutSeconds: values['target.timeoutSeconds'] ?? 20,
      connectSeconds: values['target.connectSeconds'],
      firstByteSeconds: values['target.firstByteSeconds'],
      maxBodyBytes: values['target.maxBodyBytes'],
      maxItemsPerPage: values['target.maxItemsPerPage'] ?? limits.maxItemsPerPage,
      nonceLifetimeSeconds: values['target.nonceLifetimeSeconds'] ?? (embedded ? 2 : undefined),
    },
    run: {
      risk: values['run.risk'] ?? defaultRisk(url),
      seed: values['run.seed'] ?? randomUUID().slice(0, 8),
      out: path.resolve(cwd, values['run.out'] ?? 'reports'),
      only: values['run.only'] ?? [],
      workers: values['run.workers'] ?? 2,
      reporters: values['run.reporters'] ?? [],
      insecureHttp: values['run.insecureHttp'] ?? false,
      requestsPerSecond: values['run.requestsPerSecond'] ?? (near ? undefined : politeness.requestsPerSecond),
      inFlight: values['run.inFlight'] ?? (near ? undefined : politeness.inFlight),
      maxRequests: values['run.maxRequests'],
      maxSeconds: values['run.maxSeconds'],
      maxFailures: values['run.maxFailures'],
      planFile: resolved(values['run.planFile']),
      allowIncomplete: values['run.allowIncomplete'] ?? false,
      embedded,
    },
  };
}

function defaultProduct(url: string): Product {
  const cloud = url !== '' && ['cloud.mongodb.com', 'mms.mongodb.com'].includes(new URL(url).hostname);
  return cloud ? 'cloud-manager' : 'ops-manager';
}

function defaultRisk(url: string): Risk {
  if (url === '') return 'irreversible';
  return isLoopback(url) ? 'own-resources' : 'read-only';
}

function givenCallers(values: SettingValues): Partial<Record<OtherCaller, KeyPair>> {
  const pairs = otherCallers.flatMap((caller) => {
    const publicKey = values[`target.callers.${caller}.publicKey`];
    const privateKey = values[`target.callers.${caller}.privateKey`];
    if (publicKey === undefined && privateKey === undefined) return [];
    if (publicKey === undefined || privateKey === undefined) {
      const prefix = `TARGET_${caller.toUpperCase().replaceAll('-', '_')}`;
      throw new UsageError(`${prefix}_PUBLIC_KEY and ${prefix}_PRIVATE_KEY go together: give both or neither`);
    }
    return [[caller, { publicKey, privateKey }]];
  });
  return Object.fromEntries(pairs) as Partial<Record<OtherCaller, KeyPair>>;
}

/** Settings whose value is not the text that was given, or that have one although none was given. */
function resolvedText(row: { name: SettingName }, { target, run }: Settings): string | undefined {
  const resolved: Partial<Record<SettingName, string>> = {
    'target.url': target.url || undefined,
    'target.product': target.product,
    'target.dialect': target.dialect,
    'target.rateWindowSeconds': String(target.rateWindowSeconds),
    'target.nonceLifetimeSeconds': target.nonceLifetimeSeconds?.toString(),
    'target.clientKeyFile': target.clientKeyFile,
    'run.requestsPerSecond': run.requestsPerSecond?.toString(),
    'run.inFlight': run.inFlight?.toString(),
    'run.risk': run.risk,
    'run.seed': run.seed,
  };
  return resolved[row.name];
}

function refuseUnknownNames(dotenv: Variables): void {
  const variables = settingsTable.map((row) => row.variable as string);
  const unknown = Object.keys(dotenv).find((name) => /^(TARGET|RUN)_/.test(name) && !variables.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`.env: ${unknown} is no setting; did you mean ${nearestName(unknown, variables)}?`);
}

/** Who gives keys but no address means a target of theirs; judging the mock instead would be a false green. */
function refuseTargetSettings(given: ReadonlyMap<SettingName, Given | undefined>): void {
  const row = settingsTable.find((each: Setting & { name: SettingName }) => each.needsTarget && given.get(each.name));
  if (row === undefined) return;
  throw new UsageError(`${row.variable} is given but no target: name it with --target or TARGET_URL`);
}

function refuseUnusableTarget({ target, run }: Settings): void {
  if (target.keys.publicKey === '' || target.keys.privateKey === '') {
    const missing = target.keys.publicKey === '' ? 'TARGET_PUBLIC_KEY' : 'TARGET_PRIVATE_KEY';
    throw new UsageError(`${missing} is missing: set it in the environment or in .env (keys are never flags)`);
  }
  const { protocol, host } = new URL(target.url);
  if (protocol === 'http:' && !isLoopback(target.url) && !run.insecureHttp) {
    throw new UsageError(`keys would cross the network in plain http to ${host}: use https, or --insecure-http`);
  }
  if (protocol === 'http:') {
    const meant = (
      [
        ['a CA file', target.caFile],
        ['a client certificate', target.clientCertFile],
        ['--insecure-tls', target.insecureTls],
      ] as const
    ).find(([, value]) => value);
    if (meant !== undefined) throw new UsageError(`${meant[0]} is given for a plain http target: use https, or leave it out`);
  }
  if (target.clientKeyFile !== undefined && target.clientCertFile === undefined) {
    throw new UsageError('TARGET_CLIENT_KEY_FILE is given without TARGET_CLIENT_CERT_FILE: give both or neither');
  }
}
