import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Command } from 'commander';
import { environmentPage, targetFileSchema } from '../../docs/environment-page.ts';
import { environmentExample } from '../../src/target/environment-example.ts';
import { settingsOf as settingsOfCommand, withSettings } from '../../src/cli/setting-flags.ts';
import { resolveSettings, type SettingSources } from '../../src/target/resolve.ts';
import { knownSecrets } from '../../src/target/secrets.ts';
import { url } from '../../src/target/settings/base.ts';
import { completed } from '../../src/target/settings/complete.ts';
import { count, text } from '../../src/target/settings/parsers.ts';
import { recordedSettings, settingsAsRecorded, type RecordedSettings } from '../../src/target/settings/recorded-settings.ts';
import type { Setting } from '../../src/target/settings/setting.ts';
import { settingsTable } from '../../src/target/settings/table.ts';
import type { SettingsOf } from '../../src/target/settings/types.ts';
import { targetToldBy } from '../../src/target/target-json.ts';
import { targetTemplate } from '../../src/target/target-template.ts';
import { UsageError } from '../../src/target/input/usage-error.ts';

const depth = {
  name: 'target.cacheDepth',
  variables: ['TARGET_CACHE_DEPTH', 'ANCIENT_CACHE_DEPTH'],
  flag: '--cache-depth <n>',
  field: 'cacheDepth',
  inTargetJson: true,
  says: 'How deep its cache is.',
  default: '7',
  example: '9',
  parse: count,
} as const satisfies Setting;

const computed = {
  name: 'run.greeting',
  variables: ['RUN_GREETING'],
  commands: ['sweep'],
  flag: '--greeting <text>',
  says: 'What is said first.',
  default: ({ of }) => `${of(depth)} to ${of(url)}`,
  defaultSays: 'depth and address',
  example: 'hello',
  parse: text,
} as const satisfies Setting;

const password = {
  name: 'target.cachePassword',
  variables: ['TARGET_CACHE_PASSWORD'],
  secret: 'the password of the cache',
  needsTarget: true,
  says: 'Password of its cache.',
  defaultSays: 'none',
  example: 'correct horse',
  parse: text,
} as const satisfies Setting;

const local = {
  name: 'run.diary',
  variables: ['RUN_DIARY'],
  local: { replayed: 'nowhere' },
  says: 'File of a diary.',
  default: 'diary.txt',
  example: 'diary.txt',
  parse: text,
} as const satisfies Setting;

const brake = {
  name: 'run.brake',
  variables: ['RUN_BRAKE'],
  holdsBack: true,
  says: 'How hard it brakes.',
  defaultSays: 'not at all',
  example: '1',
  parse: count,
} as const satisfies Setting;

/** What makes these settings is only this: rows of the table. */
const added = [depth, computed, password, local, brake] as const;
const rows = settingsTable as unknown as Setting[];
rows.push(...added);
after(() => rows.splice(-added.length));

type Extended = SettingsOf<(typeof settingsTable)[number] | (typeof added)[number]>;

const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'private' };
const address = { TARGET_URL: 'https://om.example.com', ...keys };
const resolve = (sources: Partial<SettingSources>) => {
  const { settings, explained } = resolveSettings({ flags: {}, env: {}, dotenv: {}, ...sources });
  return { settings: settings as Extended & typeof settings, explained };
};
const depthOf = (sources: Partial<SettingSources>): [value: number, from: string | undefined] => {
  const { settings, explained } = resolve(sources);
  const row = explained.find(({ name }) => (name as string) === depth.name);
  return [settings.target.cacheDepth, row?.from];
};

describe('a row of the table of settings is all that a new setting needs: it has', () => {
  test('a type', () => {
    const { target, run } = resolve({ env: address }).settings;
    // Neither would compile if the types did not come of the rows.
    const types: [depth: number, greeting: string, password: string | undefined] = [
      target.cacheDepth,
      run.greeting,
      target.cachePassword,
    ];
    assert.equal(types.length, 3);
  });

  test('a default, which may be computed of others', () => {
    assert.deepEqual(depthOf({ env: address }), [7, 'default']);
    assert.equal(resolve({ env: address }).settings.run.greeting, '7 to https://om.example.com/api/public/v1.0');
  });

  test('variables in the environment and in .env, of which the first that is set counts', () => {
    assert.deepEqual(depthOf({ env: { ...address, TARGET_CACHE_DEPTH: '3' } }), [3, 'environment TARGET_CACHE_DEPTH']);
    assert.deepEqual(depthOf({ env: { ...address, ANCIENT_CACHE_DEPTH: '4' } }), [4, 'environment ANCIENT_CACHE_DEPTH']);
    const both = { TARGET_CACHE_DEPTH: '3', ANCIENT_CACHE_DEPTH: '4' };
    assert.deepEqual(depthOf({ env: { ...address, ...both } })[0], 3);
    assert.deepEqual(depthOf({ env: address, dotenv: { ANCIENT_CACHE_DEPTH: '5' } }), [5, '.env']);
  });

  test('a parser', () => {
    assert.throws(
      () => depthOf({ env: { ...address, ANCIENT_CACHE_DEPTH: 'x' } }),
      new UsageError('ANCIENT_CACHE_DEPTH is "x": expected a whole number from 1 up'),
    );
  });

  test('a flag, with its help, of the commands that take it', (context) => {
    const helpOf = (name: string): string => withSettings(new Command(name)).helpInformation();
    assert.match(helpOf('run'), /--cache-depth <n>\s+How deep its cache is \(default: 7\)/);
    assert.match(helpOf('sweep'), /--greeting <text>/);
    assert.doesNotMatch(helpOf('run'), /--greeting/);
    const before = process.env;
    process.env = { ...before, ...address };
    context.after(() => {
      process.env = before;
    });
    const command = withSettings(new Command('run')).parse(['--cache-depth', '8'], { from: 'user' });
    assert.equal((settingsOfCommand(command).settings as Extended).target.cacheDepth, 8);
  });

  test('a field of the documents that tell of a target', () => {
    const targetJson = targetToldBy('{"url":"https://om.example.com","cacheDepth":6}', 'mock.json');
    assert.deepEqual(depthOf({ targetJson, env: keys }), [6, '--target-json mock.json']);
  });

  test("a field of the target's file, in its template and its schema too", () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'omconform-new-setting-'));
    after(() => rmSync(cwd, { recursive: true }));
    mkdirSync(path.join(cwd, 'targets'));
    writeFileSync(path.join(cwd, 'targets', 'staging.yaml'), 'url: https://om.example.com\ncacheDepth: 2\n');
    assert.deepEqual(depthOf({ flags: { 'target.url': 'staging' }, env: keys, cwd }), [2, 'targets/staging.yaml']);
    assert.match(targetTemplate('staging'), /^# cacheDepth: 9$/m);
    const { properties } = JSON.parse(targetFileSchema()) as { properties: Record<string, unknown> };
    assert.deepEqual(properties['cacheDepth'], { description: 'How deep its cache is.', type: 'integer', minimum: 1 });
    assert.equal(properties['cachePassword'], undefined);
  });

  test('a line of the pages', () => {
    const line = '| `TARGET_CACHE_DEPTH`, `ANCIENT_CACHE_DEPTH` | `--cache-depth <n>` | How deep its cache is. | 7 |';
    assert.ok(environmentPage().includes(line));
    assert.ok(environmentExample().includes('# How deep its cache is.\n# Default: 7.\n# TARGET_CACHE_DEPTH=9\n'));
  });

  test('a place in the evidence, and is there again when it is judged again', () => {
    const { settings } = resolve({ env: { ...address, TARGET_CACHE_DEPTH: '3', RUN_BRAKE: '2' } });
    const recorded = JSON.parse(JSON.stringify(recordedSettings(settings))) as RecordedSettings;
    const again = settingsAsRecorded(recorded) as Extended;
    assert.deepEqual([again.target.cacheDepth, again.run.diary, again.run.brake], [3, 'nowhere', undefined]);
    assert.equal('diary' in recorded.run, false);
    const { cacheDepth: _, ...older } = recorded.target as Extended['target'] & RecordedSettings['target'];
    assert.equal((settingsAsRecorded({ ...recorded, target: older }) as Extended).target.cacheDepth, 7);
  });

  test('no secret in what is shown or written', () => {
    const { settings, explained } = resolve({ env: { ...address, TARGET_CACHE_PASSWORD: 'open sesame' } });
    assert.equal(settings.target.cachePassword, 'open sesame');
    assert.doesNotMatch(JSON.stringify([explained, recordedSettings(settings)]), /sesame/);
    assert.deepEqual(knownSecrets(settings).redact('said open sesame twice').found, ['the password of the cache']);
  });

  test('no sense without a target, where the row says so', () => {
    assert.throws(
      () => resolve({ env: { TARGET_CACHE_PASSWORD: 'open sesame' } }),
      /TARGET_CACHE_PASSWORD is given but no target/,
    );
  });

  test('a value on the mock in this process', () => {
    const settings = completed({ target: { url: 'http://127.0.0.1:1/' }, run: { embedded: true } });
    assert.equal((settings as Extended).target.cacheDepth, 7);
  });
});
