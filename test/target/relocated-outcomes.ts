import { inferredPaths } from '../../src/contract/inferred-paths.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import { pathOf } from '../mutants/lies.ts';
import { verdictOf } from '../mutants/judged.ts';
import { filled, valuesAt } from '../../src/contract/path-templates.ts';

/**
 * `node --import tsx --conditions=engine test/target/relocated-outcomes.ts`: the codes of SSH keys, judged on a mock that
 * serves those under other paths: with the target's file telling the paths, and without.
 * Prints the outcomes of both as JSON.
 */
const paths = {
  sshKeys: '/keysOf/{projectId}',
  sshKey: '/keysOf/{projectId}/{keyId}',
  sshKeyByName: '/keyNames/{keyName}/of/{projectId}',
} as const;

const served = (path: string, from: string, to: string): string | undefined => {
  const values = valuesAt(from, path);
  return values && filled(to, values);
};

const elsewhere: Layer = (next) => (request) => {
  const path = pathOf(request);
  const names = Object.keys(paths) as (keyof typeof paths)[];
  const usual = names.map((name) => served(path, paths[name], inferredPaths[name])).find((one) => one !== undefined);
  const gone = /^\/groups\/[^/]+\/sshKeys/.test(path);
  return next(usual === undefined && !gone ? request : { ...request, target: request.target.replace(path, usual ?? '/gone') });
};

const tests = (await loadSpecs()).filter(({ file }) => file.endsWith('/ssh-keys.spec.ts'));
async function outcomes(target: object): Promise<Record<string, string>> {
  const { settings, transport } = mockTarget({ product: 'cloud-manager', inner: elsewhere });
  const reported = { ...settings, target: { ...settings.target, ...target } };
  const { requirements } = verdictOf(reported, await runTests(tests, { settings: reported, transport }));
  return Object.fromEntries(
    requirements.filter(({ id, checks }) => id.includes('SSH_KEY') && checks.length > 0).map(({ id, outcome }) => [id, outcome]),
  );
}

process.stdout.write(JSON.stringify({ reported: await outcomes({ paths }), untold: await outcomes({}) }));
