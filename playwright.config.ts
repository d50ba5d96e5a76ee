import path from 'node:path';
import { defineConfig } from '@playwright/test';
import type { NotWrittenMessage } from './cli/exit-code.ts';
import { bearClosedOutput } from './cli/output-errors.ts';
import { grepForScope, grepsByWorth } from './cli/scope.ts';
import { requirements } from './contract/requirements/index.ts';
import { hasBudget } from './fixtures/budget.ts';
import { workersOf } from './fixtures/careful.ts';
import { endAsOnInterrupt } from './fixtures/end-signals.ts';
import { latestLeftovers } from './fixtures/leftovers.ts';
import { configuredSettings, latestSettings } from './fixtures/settings.ts';
import { recordedSettings } from './targets/recorded-settings.ts';
import type { ReporterOptions } from './verdict/reporter.ts';

endAsOnInterrupt();
bearClosedOutput();
const settings = configuredSettings();
const { out, only, reporters } = settings.run;

/** The specs that wait for a window of the target's clock, or for a nonce to grow old. */
const waiting = [
  'principles/rate.spec.ts', 'principles/nonce-lifetime.spec.ts', 'journeys/two-users-two-projects.spec.ts',
  'error-codes/rate-limited.spec.ts',
];
const { rateWindowSeconds, nonceLifetimeSeconds = 0 } = settings.target;

// `rate` waits for real windows and lifetimes; listed first, it begins first and costs the others nothing.
const plain = [
  {
    name: 'rate',
    testMatch: waiting,
    timeout: Math.max(rateWindowSeconds * 3, nonceLifetimeSeconds) * 1_000 + 60_000,
  },
  { name: 'suite', testIgnore: waiting },
];

/** With a budget, what decides the verdict comes first, and of that the cheap before what uses up a rate limit. */
const byWorth = () => Object.entries(grepsByWorth(only)).flatMap(([worth, grep]) =>
  plain.toReversed().map((project) => ({ ...project, name: `${project.name}, ${worth}`, grep })));
const projects = hasBudget(settings) ? byWorth() : plain;

export default defineConfig({
  testDir: 'specs',
  outputDir: path.join(out, 'test-results'),
  globalSetup: './fixtures/global-setup.ts',
  projects,
  grep: grepForScope(only),
  fullyParallel: false,
  retries: 0,
  workers: workersOf(settings),
  timeout: 60_000,
  reporter: [
    ['./verdict/reporter.ts', {
      settings: latestSettings, requirements, cleanup: latestLeftovers, command: process.env['OMCONFORM_COMMAND'],
      onNotWritten: process.send && ((notWritten) => process.send?.({ notWritten } satisfies NotWrittenMessage)),
      settingsToRecord: () => ({ ...recordedSettings(latestSettings) }),
    } satisfies ReporterOptions],
    ['./verdict/allure-reporter.ts', {
      resultsDir: path.join(out, 'allure-results'),
      detail: false,
      categories: [{ name: 'Setup', messageRegex: '^(Error: )?Setup: .*', matchedStatuses: ['failed', 'broken'] }],
    }],
    ...reporters.map((name): [string, object] => [
      name, { open: 'never', outputFolder: path.join(out, name), outputDir: path.join(out, name) },
    ]),
  ],
});
