import { readSync } from 'node:fs';
import { nearestName } from './input/nearest-name.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable, type SettingName } from './settings/table.ts';
import { UsageError } from './input/usage-error.ts';
import { parseUserJson, readUserFile } from './input/user-file.ts';
import { isObject } from '../wire/json.ts';

/** What somebody else said of a target, as `omconform mock --json` does: the texts of settings, and how the document is called. */
export interface TargetJson {
  readonly shown: string;
  readonly texts: Partial<Record<SettingName, { readonly field: string; readonly text: string }>>;
}

const inCamelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Every field, and the setting it stands for; a dot parts the names of what lies within another. */
const fields = (): Readonly<Record<string, SettingName>> =>
  Object.fromEntries(
    (settingsTable as readonly Setting[])
      .filter(({ inTargetJson }) => inTargetJson)
      .map(({ name }) => [inCamelCase(name.replace(/^target\.(?:keys\.)?/, '')), name as SettingName]),
  );

/** Names and values, those within others after a dot. */
function flattened(document: Record<string, unknown>, before = ''): [field: string, value: unknown][] {
  return Object.entries(document).flatMap(([name, value]) =>
    isObject(value) ? flattened(value, `${before}${name}.`) : [[`${before}${name}`, value] as [string, unknown]],
  );
}

/** Reads such a document; throws UsageError. `shown` is how it is called in messages, which never repeat a value. */
export function targetToldBy(source: string, shown: string): TargetJson {
  const document = parseUserJson(source, shown);
  if (!isObject(document))
    throw new UsageError(`--target-json ${shown} is no JSON object such as \`omconform mock --json\` prints`);
  const settings = fields();
  const texts: { -readonly [S in SettingName]?: { field: string; text: string } } = {};
  for (const [field, value] of flattened(document)) {
    const setting = Object.hasOwn(settings, field) ? settings[field] : undefined;
    if (setting === undefined) {
      throw new UsageError(`${shown}: ${field} is no field; did you mean ${nearestName(field, Object.keys(settings))}?`);
    }
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new UsageError(`${shown}: ${field} needs a text or a number`);
    texts[setting] = { field, text: String(value) };
  }
  if (texts['target.url'] === undefined) throw new UsageError(`${shown}: url is missing`);
  return { shown, texts };
}

/** Reads the file of that name; `-` is standard input, of which one line is read: who writes it may go on to live. Throws UsageError. */
export function readTargetJson(name: string): TargetJson {
  return name === '-'
    ? targetToldBy(lineOfInput(), 'standard input')
    : targetToldBy(readUserFile(name, { shown: `--target-json ${name}` }), name);
}

function lineOfInput(): string {
  const read: Buffer[] = [];
  const byte = Buffer.alloc(1);
  while (readSync(0, byte, 0, 1, null) === 1 && byte[0] !== 0x0a) read.push(Buffer.from(byte));
  return Buffer.concat(read).toString('utf8');
}
