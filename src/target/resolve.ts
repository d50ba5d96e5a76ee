import { nearestName } from './input/nearest-name.ts';
import { UsageError } from './input/usage-error.ts';
import { toldByMongocli } from './mongocli-variables.ts';
import { proxyFor } from './proxy.ts';
import { refuseUnusable } from './refusals.ts';
import { completed, settingsUnder, valueOf } from './settings/complete.ts';
import { url } from './settings/base.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable, type SettingName } from './settings/table.ts';
import type { Settings } from './settings/types.ts';
import { isTargetName, readTargetFile, type TargetFile } from './target-file.ts';
import type { TargetJson } from './target-json.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface SettingSources {
  /** Text of each flag that was given; a switch is `true`. */
  readonly flags: Partial<Record<SettingName, string>>;
  /** What a document given on the command line says of the target. */
  readonly targetJson?: TargetJson;
  readonly env: Variables;
  /** Of `.env`, and of `.env.local`, which comes before it. */
  readonly dotenv: Variables;
  readonly dotenvLocal?: Variables;
  /** Folder against which relative paths are read. Default: the working directory. */
  readonly cwd?: string;
}

export interface ExplainedSetting {
  readonly name: SettingName;
  /** As a person would write it; secrets are masked. */
  readonly value: string;
  /** `flag --target`, `--target-json <file>`, `environment TARGET_URL`, `.env.local`, `.env`, `targets/<name>.yaml` or `default`. */
  readonly from: string;
}

interface Given {
  readonly text: string;
  readonly from: string;
  /** How a message calls the place. */
  readonly at: string;
}

type NamedFile = TargetFile & { readonly name: string };

/** May stand before every variable: the short names are also those of other programs. */
const prefix = 'OMCONFORM_';
const settingLike = new RegExp(`^(?:${prefix})?(?:TARGET|RUN)_`);

const rows = (): readonly (Setting & { readonly name: SettingName })[] => settingsTable;

/**
 * Settings of a run: flag before a document on the command line before environment before `.env` before the target's
 * file before default. An empty variable counts as not given, and hides the one of `.env`. When no target is named, the
 * settings are those of the embedded mock, whose address and keys are still empty. Throws UsageError.
 */
export function resolveSettings(sources: SettingSources): { settings: Settings; explained: ExplainedSetting[] } {
  refuseUnknownNames('.env', sources.dotenv);
  refuseUnknownNames('.env.local', sources.dotenvLocal ?? {});
  const cwd = sources.cwd ?? process.cwd();
  const named = find(url, sources)?.text;
  const file = named !== undefined && isTargetName(named) ? { name: named, ...readTargetFile(named, cwd) } : undefined;
  const given = new Map<SettingName, Given>(
    rows().flatMap((row) => {
      const found = findOrRead(row, sources, file);
      return found === undefined ? [] : [[row.name, found] as const];
    }),
  );
  addFallback(given, sources.env);
  const settings = settingsFrom(given, file, cwd, sources.env);
  refuseUnusable(settings, new Set(given.keys()));
  return { settings, explained: rows().map((row) => explained(row, given.get(row.name), settings)) };
}

const halves: readonly SettingName[] = ['target.keys.publicKey', 'target.keys.privateKey'];

/** Adds what the variables of another program say of the same target; of a key both halves or none. */
function addFallback(given: Map<SettingName, Given>, env: Variables): void {
  const told = toldByMongocli(env, given.get('target.url')?.text);
  const hasKey = halves.some((half) => given.has(half));
  for (const row of rows()) {
    const [variable, text] = told.get(row.name) ?? [];
    if (variable === undefined || text === undefined || given.has(row.name)) continue;
    if (!(hasKey && halves.includes(row.name))) given.set(row.name, { text, from: `environment ${variable}`, at: variable });
  }
}

/** The value of one setting by itself, as `resolveSettings` finds it; undefined where nothing is given. Throws UsageError. */
export function givenSetting(row: Setting, sources: SettingSources): unknown {
  const given = find(row, sources);
  return given && parsed(row, given, sources.cwd ?? process.cwd());
}

function settingsFrom(given: ReadonlyMap<string, Given>, file: NamedFile | undefined, cwd: string, env: Variables): Settings {
  const values = rows().flatMap((row): [string, unknown][] => {
    const found = given.get(row.name);
    return found === undefined ? [] : [[row.name, parsed(row, found, cwd)]];
  });
  const some = settingsUnder([...values, ...(file?.sections ?? [])]);
  const root = some.target.url;
  const behindProxy = root !== undefined && proxyFor(root, env) !== undefined;
  return completed({ ...some, target: { ...some.target, behindProxy } }, cwd);
}

/** As `find`; where nothing is given, what the target's file says. The name of a file is no address. */
function findOrRead(row: Setting, sources: SettingSources, file: NamedFile | undefined): Given | undefined {
  const found = file !== undefined && row.name === url.name ? undefined : find(row, sources);
  const text = file?.texts.get(row.name);
  if (found !== undefined || text === undefined) return found;
  const from = `targets/${file?.name}.yaml`;
  return { text, from, at: `${from}: ${row.variables[0]}` };
}

/** Names of its variables: with the prefix of this program, which comes before, and without. */
const namesOf = ({ variables }: Setting): string[] => variables.flatMap((name) => [`${prefix}${name}`, name]);

function find(row: Setting, { flags, targetJson, env, dotenv, dotenvLocal = {} }: SettingSources): Given | undefined {
  const flag = flags[row.name as SettingName];
  const option = row.flag?.split(' ')[0] ?? '';
  if (flag !== undefined) return { text: flag, from: `flag ${option}`, at: option };
  const said = targetJson?.texts[row.name as SettingName];
  if (said !== undefined)
    return { text: said.text, from: `--target-json ${targetJson?.shown}`, at: `${targetJson?.shown}: ${said.field}` };
  const names = namesOf(row);
  const set = names.find((variable) => env[variable] !== undefined);
  if (set !== undefined) return env[set] === '' ? undefined : { text: env[set]!, from: `environment ${set}`, at: set };
  for (const [file, lines] of [
    ['.env.local', dotenvLocal],
    ['.env', dotenv],
  ] as const) {
    const line = names.find((variable) => lines[variable]);
    if (line !== undefined) return { text: lines[line]!, from: file, at: `${file}: ${line}` };
  }
  return undefined;
}

function parsed(row: Setting, { text, at }: Given, cwd: string): unknown {
  if (text.trim() === '') throw new UsageError(`${at} is empty: give a value or leave it out`);
  try {
    return row.parse(text.trim(), cwd);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${at} ${error.message}`);
    throw error;
  }
}

/** A value is shown as it was given or, where it would be computed if it were not, as it was understood. */
function explained(
  row: Setting & { readonly name: SettingName },
  given: Given | undefined,
  settings: Settings,
): ExplainedSetting {
  const { name, default: standard, defaultSays = 'none', secret } = row;
  const from = given?.from ?? 'default';
  if (given !== undefined && secret !== undefined) return { name, value: '********', from };
  if (typeof standard !== 'function') return { name, value: given?.text ?? standard ?? `(${defaultSays})`, from };
  return { name, value: String(valueOf(settings, name) ?? '') || `(${defaultSays})`, from };
}

function refuseUnknownNames(file: string, dotenv: Variables): void {
  const variables = rows().flatMap((row) => row.variables);
  const unknown = Object.keys(dotenv).find((name) => settingLike.test(name) && !variables.includes(name.replace(prefix, '')));
  if (unknown === undefined) return;
  throw new UsageError(`${file}: ${unknown} is no setting; did you mean ${nearestName(unknown.replace(prefix, ''), variables)}?`);
}
