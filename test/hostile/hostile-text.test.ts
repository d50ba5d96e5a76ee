import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import type { Layer } from '../../src/mock/forms/types.ts';
import { liveMock } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

/** What a terminal would obey, a page hide, and a parser choke on; and a text longer than any line. */
const hostile =
  '\u001B[31mred\u001B]0;title\u0007\u001B[2J\b\u007F\u009B31m\u0085\u202Eevil\u2066\u2069\u200F\u061C\u2028\u2029\uFEFF\uFFFE\uFDD0\u{1FFFF}\n::error::annotated<script>alert(1)</script>]]>';
const raw = /[^\P{Cc}\n\t\r]|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/u;

/** A target that says it wherever people write what they like, in names of fields, and in place of dates. */
const sayingIt: Layer = (next) => async (request) => {
  const answer = await next(request);
  if (answer.body === '' || !answer.body.startsWith('{')) return answer;
  const body = JSON.parse(answer.body, (name, value: unknown) => {
    if (['detail', 'reason', 'errorCode', 'typeName', 'created', 'desc'].includes(name) && typeof value === 'string')
      return `${value}${hostile}`;
    return value;
  }) as object;
  return { ...answer, body: JSON.stringify({ ...body, [`field${hostile}`]: `${hostile}${'long '.repeat(2_000)}` }) };
};

/** The text of everything in a folder, by name; of Playwright's page also what is packed in it. */
function textsIn(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, string][] => {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    return [
      [name, bytes.toString('utf8')],
      ...packedIn(bytes.toString('latin1')).map((text, index): [string, string] => [`${name}, packed ${index}`, text]),
    ];
  });
}

/** Texts of the ZIP archive that stands in a page as base64. */
function packedIn(page: string): string[] {
  const zip = Buffer.from(/data:application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(page)?.[1] ?? '', 'base64');
  const texts: string[] = [];
  // The central directory names each file's size and place. Source: APPNOTE.TXT of the format.
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    texts.push((method === 8 ? inflateRawSync(content) : content).toString('utf8'));
  }
  return texts;
}

function isClean(name: string, text: string): void {
  const found = raw.exec(text);
  assert.equal(
    found &&
      `${name}: U+${found[0].codePointAt(0)!.toString(16)} in ${JSON.stringify(text.slice(Math.max(0, found.index - 200), found.index + 40))}`,
    null,
  );
}

test('hostile text of a target reaches no output of a whole run raw', async (context) => {
  const { env } = await liveMock(context, { wire: sayingIt });
  const out = temporaryFolder(context);
  const only = [
    'pretty.*',
    'response.*',
    'error.*',
    'resource.host',
    'resource.api-key*',
    'code.GROUP_NOT_FOUND',
    'code.HOST_NOT_FOUND',
  ].flatMap((one) => ['--only', one]);
  const run = await omconform(
    context,
    ['run', ...only, '--risk', 'own-resources', '--reporter', 'html', '--reporter', 'github', '--out', out],
    env,
  );
  assert.equal(run.code, 1, run.stdout.slice(-2_000) + run.stderr);
  isClean('console', run.stdout + run.stderr);
  assert.match(run.stdout, /^::error file=/m);
  assert.doesNotMatch(run.stdout, /^::error::annotated/m);
  assert.match(run.stdout, /<U\+202E>/);
  const texts = textsIn(out);
  for (const name of ['verdict.json', 'junit.xml', 'summary.md', 'index.html', 'ctrf.json', 'results.sarif', 'html/index.html'])
    assert.ok(
      texts.some(([one]) => one === name),
      name,
    );
  assert.ok(texts.some(([name]) => name.startsWith('html/index.html, packed')));
  for (const [name, text] of texts) isClean(name, text);
  assert.doesNotMatch(readFileSync(path.join(out, 'summary.md'), 'utf8'), /<script>|^::error/m);
  assert.doesNotMatch(readFileSync(path.join(out, 'junit.xml'), 'utf8'), /<script>|\]\]>/);

  for (const words of [
    ['replay', out],
    ['verify', out],
    ['explain', 'GROUP_NOT_FOUND', '--out', out],
    ['baseline', 'propose', '--out', out],
    ['judge', path.join(out, 'evidence.ndjson')],
  ]) {
    const reported = await omconform(context, words);
    isClean(words[0]!, reported.stdout + reported.stderr);
    assert.doesNotMatch(`${reported.stdout}${reported.stderr}`, /^ {4}at /m);
  }
  const doctor = await omconform(context, ['doctor'], env);
  isClean('doctor', doctor.stdout + doctor.stderr);
});
