import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../src/cli/project.ts';

/** Below node_modules, so that `@playwright/test` resolves and neither git nor the compiler sees it. */
const folder = path.join(projectFolder, 'node_modules', '.cache', 'omconform', 'empty-suite');

/**
 * Writes as many spec files as there are numbers, each with that many tests that do nothing.
 * JavaScript, because Playwright does not compile what lies under node_modules. Gives the configuration's path.
 */
export function writeEmptySuite(testsOfFiles: readonly number[]): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'specs'), { recursive: true });
  testsOfFiles.forEach((count, index) => {
    const tests = Array.from({ length: count }, (_, test) => `test('nothing ${test}', async () => {});`);
    const text = ["import { test } from '@playwright/test';", ...tests, ''].join('\n');
    writeFileSync(path.join(folder, 'specs', `${index}.spec.mjs`), text);
  });
  const config = path.join(folder, 'playwright.config.mjs');
  writeFileSync(config, "export default { testDir: 'specs', outputDir: 'results', workers: 1, fullyParallel: false };\n");
  return config;
}

export const removeEmptySuite = (): void => rmSync(folder, { recursive: true, force: true });
