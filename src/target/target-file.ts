import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearestName } from './input/nearest-name.ts';
import { UsageError } from './input/usage-error.ts';
import { readUserFile } from './input/user-file.ts';
import { readYaml, type Value } from './input/yaml-reader.ts';
import { targetSections } from './settings/sections.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable } from './settings/table.ts';

/** What `targets/<name>.yaml` says: the texts of settings, and the values of sections, by their names. */
export interface TargetFile {
  readonly texts: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, unknown>;
}

/** The settings that such a file may give. Keys are not among them: a file is shared and kept. */
export const settingsOfFiles = (): readonly (Setting & { readonly field: string })[] =>
  (settingsTable as readonly Setting[]).flatMap((row) => (row.field === undefined ? [] : [{ ...row, field: row.field }]));

/** True for the name of a target file, as against a URL, or a host whose scheme was forgotten: it has no dot. */
export const isTargetName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text);

/** Path of the file of that name, from the working directory. */
export const targetFilePath = (name: string, cwd: string): string => path.join(cwd, 'targets', `${name}.yaml`);

/**
 * Reads `targets/<name>.yaml`. Throws UsageError with file, line and column for what is no YAML, no field, no text or
 * a secret, and for a file that is not there.
 */
export function readTargetFile(name: string, cwd: string): TargetFile {
  const file = targetFilePath(name, cwd);
  const shown = path.relative(cwd, file);
  if (!existsSync(file)) {
    throw new UsageError(`--target ${name} is no URL, and there is no ${shown}: write it with \`omconform target init ${name}\``);
  }
  return targetFileOf(readYaml(readUserFile(file, { shown }), shown));
}

/** No field of ours, and the name of what nobody writes into a file. */
const looksSecret = (field: string): boolean => /key|password|passphrase|secret|token/i.test(field);

function targetFileOf(document: Value): TargetFile {
  const settings = settingsOfFiles();
  const names = [...settings, ...targetSections].map(({ field }) => field);
  const [texts, sections] = [new Map<string, string>(), new Map<string, unknown>()];
  for (const { name, at, value } of document.fields('fields such as url and states')) {
    const setting = settings.find(({ field }) => field === name);
    const section = targetSections.find(({ field }) => field === name);
    if (setting !== undefined) texts.set(setting.name, value.text(name));
    else if (section !== undefined) sections.set(section.name, section.read(value));
    else if (looksSecret(name)) {
      throw at.fault(`${name} looks like a secret: secrets stay in the environment or in .env, never in this file`);
    } else throw at.fault(`${name} is no field; did you mean ${nearestName(name, names)}?`);
  }
  return { texts, sections };
}
