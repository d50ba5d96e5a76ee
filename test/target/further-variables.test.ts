import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { resolveSettings, type SettingSources } from '../../src/target/resolve.ts';
import { isColoured } from '../../src/verdict/reports/colour.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const resolved = (sources: Partial<SettingSources>) => {
  const { settings, explained } = resolveSettings({ flags: {}, env: {}, dotenv: {}, ...sources });
  const from = Object.fromEntries(explained.map((row) => [row.name, row.from]));
  return { settings, from };
};

const mcli = {
  MCLI_OPS_MANAGER_URL: 'https://om.example.com:8443/',
  MCLI_PUBLIC_API_KEY: 'theirs',
  MCLI_PRIVATE_API_KEY: 'their-secret',
  MCLI_ORG_ID: '5f0000000000000000000001',
  MCLI_PROJECT_ID: '5f0000000000000000000002',
};

describe('variables of mongocli', () => {
  test('name the target where nothing else does', () => {
    const { settings, from } = resolved({ env: mcli });
    assert.equal(settings.target.url, 'https://om.example.com:8443/api/public/v1.0');
    assert.deepEqual(settings.target.keys, { publicKey: 'theirs', privateKey: 'their-secret' });
    assert.equal(settings.target.projectId, mcli.MCLI_PROJECT_ID);
    assert.equal(settings.run.embedded, false);
    assert.equal(settings.run.risk, 'read-only');
    assert.equal(from['target.url'], 'environment MCLI_OPS_MANAGER_URL');
    assert.equal(from['target.keys.privateKey'], 'environment MCLI_PRIVATE_API_KEY');
  });

  test('say nothing of another server, and mix no halves of keys', () => {
    const own = { TARGET_PUBLIC_KEY: 'ours', TARGET_PRIVATE_KEY: 'our-secret' };
    const elsewhere = resolved({ env: { ...mcli, ...own, TARGET_URL: 'https://other.example.com' } });
    assert.equal(elsewhere.settings.target.projectId, undefined);
    assert.throws(() => resolved({ env: { ...mcli, TARGET_URL: 'https://other.example.com' } }), /TARGET_PUBLIC_KEY is missing/);
    assert.throws(() => resolved({ env: { ...mcli, TARGET_PUBLIC_KEY: 'ours' } }), /TARGET_PRIVATE_KEY is missing/);
    const same = resolved({ env: { ...mcli, ...own, TARGET_URL: 'https://om.example.com:8443' } });
    assert.equal(same.settings.target.keys.publicKey, 'ours');
    assert.equal(same.from['target.orgId'], 'environment MCLI_ORG_ID');
  });

  test('without an address name no target', () => {
    const { MCLI_OPS_MANAGER_URL: _, ...rest } = mcli;
    assert.equal(resolved({ env: rest }).settings.run.embedded, true);
  });
});

describe('the prefix of this program', () => {
  test('may stand before every variable, and comes before the one without', () => {
    const { settings, from } = resolved({ env: { OMCONFORM_RUN_SEED: 'ours', RUN_SEED: 'somebody' } });
    assert.equal(settings.run.seed, 'ours');
    assert.equal(from['run.seed'], 'environment OMCONFORM_RUN_SEED');
    assert.equal(resolved({ dotenv: { OMCONFORM_RUN_SEED: 'ours' } }).settings.run.seed, 'ours');
  });

  test('saves no name that is none', () => {
    assert.throws(() => resolved({ dotenv: { OMCONFORM_RUN_SED: 'x' } }), /^UsageError: \.env: OMCONFORM_RUN_SED .* RUN_SEED\?/);
  });
});

describe('.env.local', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-local-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('comes before .env, behind the environment, and is named', async (context) => {
    writeFileSync(path.join(folder, '.env'), 'RUN_SEED=shared\nRUN_OUT=there\n');
    writeFileSync(path.join(folder, '.env.local'), 'RUN_SEED=mine\nRUN_WORKERS=1\n');
    const { stdout } = await omconform(context, ['run', '--explain'], { RUN_WORKERS: '3' }, folder);
    assert.match(stdout, /^run\.seed +mine +\.env\.local$/m);
    assert.match(stdout, /^run\.out +there +\.env$/m);
    assert.match(stdout, /^run\.workers +3 +environment RUN_WORKERS$/m);
  });

  test('with a name that is no setting is refused by its name', async (context) => {
    const own = temporaryFolder(context);
    writeFileSync(path.join(own, '.env.local'), 'RUN_SED=x\n');
    const { code, stderr } = await omconform(context, ['run', '--explain'], {}, own);
    assert.deepEqual([code, stderr], [2, 'omconform: .env.local: RUN_SED is no setting; did you mean RUN_SEED?\n']);
  });
});

test('NO_COLOR comes before FORCE_COLOR, and that before the terminal', (context) => {
  const before = { ...process.env };
  context.after(() => {
    process.env = before;
  });
  const said = (isTTY: boolean, env: NodeJS.ProcessEnv) => {
    process.env = env;
    return isColoured({ isTTY });
  };
  assert.deepEqual(
    [
      said(true, {}),
      said(false, {}),
      said(false, { FORCE_COLOR: '1' }),
      said(true, { FORCE_COLOR: '0' }),
      said(true, { NO_COLOR: '1', FORCE_COLOR: '1' }),
    ],
    [true, false, true, false, false],
  );
});
