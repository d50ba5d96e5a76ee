import { checksOf, seeScenarios } from '../../engine/scenarios.ts';

// A child of explain.ts: scenarios and checks are specs, and only the condition `engine` makes them run in this process.
const [ask, first, ...codes] = process.argv.slice(2);
const said =
  ask === 'tests'
    ? await checksOf(first!)
    : await seeScenarios(first === 'cloud-manager' ? 'cloud-manager' : 'ops-manager', ...codes);
process.stdout.write(JSON.stringify(said));
