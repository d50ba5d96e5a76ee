import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** A text that a run left behind, and where. */
export interface Left {
  readonly where: string;
  readonly text: string;
}

/** Every file below a folder, as text; of archives what is packed in them, and so of a Playwright HTML report's page. */
export function leftIn(folder: string): Left[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const where = path.relative(folder, file);
    return inside(where, readFileSync(file));
  });
}

/** A file's text, and what is packed in it: archives hold reports, which hold archives. */
function inside(where: string, bytes: Buffer): Left[] {
  const text = bytes.toString('latin1');
  if (text.startsWith('PK\x03\x04')) return unpacked(where, bytes);
  const packed = [...text.matchAll(/data:application\/zip;base64,([\w+/=]+)/g)];
  return [{ where, text }, ...packed.flatMap(([, zip = '']) => unpacked(where, Buffer.from(zip, 'base64')))];
}

/** The files of a zip archive, found by its central directory. Source: APPNOTE.TXT, 4.3.7 and 4.3.12. */
function unpacked(where: string, zip: Buffer): Left[] {
  const found: Left[] = [];
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const name = zip.toString('latin1', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begin, begin + size);
    const file = method === 0 ? bytes : inflateRawSync(bytes);
    found.push(...inside(`${where}/${name}`, file));
  }
  return found;
}

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Spellings under which a secret may turn up: as it is, or escaped, up to twice, for what it is written into. */
export function spellingsOf(secret: string): string[] {
  const once = [secret, json(secret), json(secret).replaceAll('/', '\\/'), encodeURIComponent(secret), xml(secret)];
  return [...new Set([...once, ...once.flatMap((text) => [json(text), xml(text)])])];
}

/** The middle of what base64 makes of a secret, wherever in the bytes it begins. */
function base64Of(secret: string): string[] {
  return ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before === '' ? 0 : 4, -2),
  );
}

/** Names of the secrets that stand somewhere, in any spelling, each with the first place. */
export function leaksOf(secrets: ReadonlyMap<string, string>, all: readonly Left[]): string[] {
  return [...secrets].flatMap(([secret, name]) => {
    const spellings = [...spellingsOf(secret), ...base64Of(secret)];
    const found = all.find(({ text }) => spellings.some((spelling) => text.includes(spelling)));
    return found === undefined ? [] : [`${name} is in ${found.where}`];
  });
}

const credentials = /authorization["',:\s\\]+(?:Digest|Basic)\s+(?![\s[…]|&#91;)[^\n]{0,60}/i;
const proof = /\b(?:cnonce|response)=(?:\\*"|&quot;|%22)?[0-9a-f]{8,64}/i;

/** Where an Authorization value, or a digest's response or cnonce, can be read. */
export function credentialsIn(all: readonly Left[]): string[] {
  return all.flatMap(({ where, text }) => {
    const [found] = credentials.exec(text) ?? proof.exec(text) ?? [];
    return found === undefined ? [] : [`${where}: ${found}`];
  });
}

/** Where one of those hexadecimal values stands, whatever is around it. */
export function hexIn(values: ReadonlySet<string>, all: readonly Left[]): string[] {
  return all.flatMap(({ where, text }) => {
    const found = (text.match(/[0-9a-f]{8,}/gi) ?? []).find((value) => values.has(value));
    return found === undefined ? [] : [`${where}: ${found}`];
  });
}
