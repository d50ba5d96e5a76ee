import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileOfPackage } from '../../src/cli/project.ts';
import type { KeyPair, Layer } from '../../src/mock/forms/types.ts';
import { otherCallers } from '../../src/target/settings/types.ts';
import { admitting, echoing } from './echoing.ts';
import { credentialsIn, hexIn, leaksOf, leftIn } from '../support/leaks.ts';
import { liveMock, shortLived, shortLivedEnv } from '../support/live-mock.ts';
import { digestOf } from '../mutants/credentials.ts';
import { ended, temporaryFolder } from '../support/omconform-process.ts';

/** Pairs that every format has to escape in a way of its own, one for each caller. */
const pair = (name: string): KeyPair => ({
  publicKey: `marked-${name}`,
  privateKey: String.raw`${name} "key"/with\all+of&them<?%`,
});
const others = Object.fromEntries(otherCallers.map((name) => [name, pair(name)]));
const main = pair('main');
const pairs = [main, ...Object.values(others)];

const variables = Object.fromEntries(
  Object.entries(others).flatMap(([name, { publicKey, privateKey }]) => {
    const variable = `TARGET_${name.toUpperCase().replaceAll('-', '_')}`;
    return [
      [`${variable}_PUBLIC_KEY`, publicKey],
      [`${variable}_PRIVATE_KEY`, privateKey],
    ];
  }),
);

/** Notes every proof that is sent. */
const listening =
  (proofs: Set<string>): Layer =>
  (next) =>
  (request) => {
    const { response = '', cnonce = '' } = digestOf(request);
    // Sent by a check to be refused, and written in its source: it proves nothing.
    if (response !== '0123456789abcdef0123456789abcdef' && response.length >= 8) proofs.add(response);
    if (cnonce.length >= 8) proofs.add(cnonce);
    return next(request);
  };

/** Runs Playwright itself, as loud as it can be, with a trace of each test, on a target with that layer in front. */
async function loudly(context: TestContext, layer: Layer, only: string, risk: string) {
  const proofs = new Set<string>();
  const wire: Layer = (next) => listening(proofs)(layer(admitting(pairs)(next)));
  const { env } = await liveMock(context, { ...shortLived, wire });
  const out = temporaryFolder(context);
  const config = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));
  const foreign = /^(TARGET_|RUN_|OMCONFORM_|MCLI_|NODE_TEST|FORCE_COLOR|PWDEBUG)/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const args = [fileOfPackage('@playwright/test', 'cli.js'), 'test', '--config', config, '--trace', 'on'];
  const child = spawn(process.execPath, args, {
    cwd: temporaryFolder(context),
    timeout: 120_000,
    killSignal: 'SIGKILL',
    env: {
      ...inherited,
      ...env,
      ...shortLivedEnv,
      ...variables,
      TARGET_PUBLIC_KEY: main.publicKey,
      TARGET_PRIVATE_KEY: main.privateKey,
      RUN_ONLY: only,
      RUN_RISK: risk,
      RUN_OUT: out,
      RUN_REPORTER: 'list,line,html,json,junit,blob',
      DEBUG: 'pw:api',
    },
  });
  context.after(() => child.kill('SIGKILL'));
  const { stdout, stderr } = await ended(child);
  const left = [...leftIn(out), { where: 'standard output', text: stdout }, { where: 'standard error', text: stderr }];
  return { proofs, left, said: `${stdout}\n${stderr}` };
}

const keys = new Map(pairs.map(({ privateKey, publicKey }) => [privateKey, `the key of ${publicKey}`]));

for (const [title, layer, only, risk] of [
  ['on success and on failure', echoing(pairs), 'access.role-*', 'destructive'],
  ['with the callers that a user gave', echoing(pairs), 'access.role-allows', 'read-only'],
] as const) {
  test(`a target that echoes all it is sent leaves no secret in any report or trace, ${title}`, async (context) => {
    const { left, proofs, said } = await loudly(context, layer, only, risk);
    const names = left.map(({ where }) => where);
    for (const file of [
      /^verdict\.json$/,
      /^junit\.xml$/,
      /^allure-results\/.*-result\.json$/,
      /blob\/.*\.zip\/.*\.jsonl$/,
      /html\/index\.html\/.*\.json$/,
    ]) {
      assert.ok(
        names.some((name) => file.test(name)),
        `${file} is not among\n${names
          .filter((name) => !/allure/.test(name))
          .slice(0, 60)
          .join('\n')}\n${said.slice(0, 3000)}`,
      );
    }
    assert.ok(proofs.size > 10, `only ${proofs.size} proofs`);
    assert.deepEqual(leaksOf(keys, left), []);
    assert.deepEqual(credentialsIn(left).slice(0, 5), []);
    assert.deepEqual(hexIn(proofs, left).slice(0, 5), []);
  });
}
