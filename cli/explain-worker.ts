import { seeScenarios } from '../engine/scenarios.ts';

// A child of explain.ts: the scenarios are specs, and only the condition `engine` makes them run in this process.
const [product, ...codes] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await seeScenarios(product === 'cloud-manager' ? 'cloud-manager' : 'ops-manager', ...codes)));
