import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { grepForScope } from './cli/scope.ts';
import { requirements } from './contract/requirements/index.ts';
import { configuredSettings, latestSettings } from './fixtures/settings.ts';
import { recordedSettings } from './targets/recorded-settings.ts';
import type { ReporterOptions } from './verdict/reporter.ts';

const settings = configuredSettings();
const { out, only, workers, reporters } = settings.run;

/** The specs that wait for a window of the target's clock, or for a nonce to grow old. */
const waiting = [
  'principles/rate.spec.ts', 'principles/nonce-lifetime.spec.ts', 'journeys/two-users-two-projects.spec.ts',
  'error-codes/rate-limited.spec.ts',
];
const { rateWindowSeconds, nonceLifetimeSeconds = 0 } = settings.target;

export default defineConfig({
  testDir: 'specs',
  outputDir: path.join(out, 'test-results'),
  globalSetup: './fixtures/global-setup.ts',
  // `rate` waits for real windows and lifetimes; listed first, it begins first and costs the others nothing.
  projects: [
    {
      name: 'rate',
      testMatch: waiting,
      timeout: Math.max(rateWindowSeconds * 3, nonceLifetimeSeconds) * 1_000 + 60_000,
    },
    { name: 'suite', testIgnore: waiting },
  ],
  grep: grepForScope(only),
  fullyParallel: false,
  retries: 0,
  workers,
  timeout: 60_000,
  reporter: [
    ['./verdict/reporter.ts', {
      settings: latestSettings, requirements, command: process.env['OMCONFORM_COMMAND'],
      settingsToRecord: () => ({ ...recordedSettings(latestSettings) }),
    } satisfies ReporterOptions],
    ['allure-playwright', {
      resultsDir: path.join(out, 'allure-results'),
      detail: false,
      categories: [{ name: 'Setup', messageRegex: '^(Error: )?Setup: .*', matchedStatuses: ['failed', 'broken'] }],
    }],
    ...reporters.map((name): [string, object] => [
      name, { open: 'never', outputFolder: path.join(out, name), outputDir: path.join(out, name) },
    ]),
  ],
});
