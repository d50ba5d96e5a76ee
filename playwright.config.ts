import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import type { NotWrittenMessage } from './src/cli/exit-code.ts';
import { bearClosedOutput } from './src/cli/output-errors.ts';
import { askWhatIf } from './src/cli/judging/ask-what-if.ts';
import { grepForScope, grepsByWorth } from './src/cli/scope.ts';
import { requirements } from './src/contract/requirements/index.ts';
import { hasBudget } from './src/run/guards/budget.ts';
import { workersOf } from './src/run/guards/politeness.ts';
import { endAsOnInterrupt } from './src/run/end-signals.ts';
import { latestLeftovers } from './src/cleanup/leftovers.ts';
import { configuredSettings, latestSettings } from './src/run/settings.ts';
import { recordedSettings } from './src/target/settings/recorded-settings.ts';
import type { ReporterOptions } from './src/verdict/reporter/reporter-options.ts';

endAsOnInterrupt();
bearClosedOutput();
const settings = configuredSettings();
const { out, only, reporters, specs } = settings.run;

/** From here: another configuration may be made of this one, in another folder. */
const place = (name: string): string => path.join(import.meta.dirname, name);

/** The specs that wait for a window of the target's clock, or for a nonce to grow old. */
const { rateWindowSeconds, nonceLifetimeSeconds = 0 } = settings.target;
const waiting = [
  'principles/rate.spec.[jt]s',
  'error-codes/rate-limited.spec.[jt]s',
  // Where the lifetime was not told it does not wait, and the later it comes the more it tells.
  ...(nonceLifetimeSeconds > 0 ? ['principles/nonce-lifetime.spec.[jt]s'] : []),
];

// `rate` waits for real windows and lifetimes; listed first, it begins first and costs the others nothing.
const plain = [
  {
    name: 'rate',
    testMatch: waiting,
    timeout: Math.max(rateWindowSeconds * 5, nonceLifetimeSeconds) * 1_000 + 60_000,
  },
  { name: 'suite', testIgnore: waiting },
  // Specs of whoever runs it.
  ...(existsSync(specs) ? [{ name: 'own', testDir: specs }] : []),
];

/** With a budget, what decides the verdict comes first, and of that the cheap before what uses up a rate limit. */
const byWorth = () =>
  Object.entries(grepsByWorth(only)).flatMap(([worth, grep]) =>
    plain.toReversed().map((project) => ({ ...project, name: `${project.name}, ${worth}`, grep })),
  );
const projects = hasBudget(settings) ? byWorth() : plain;

export default defineConfig({
  testDir: place('./specs'),
  outputDir: path.join(out, 'test-results'),
  globalSetup: place('./src/run/global-setup.ts'),
  projects,
  grep: grepForScope(only),
  fullyParallel: false,
  retries: 0,
  workers: workersOf(settings),
  timeout: 60_000,
  reporter: [
    [
      place('./src/verdict/reporter/reporter.ts'),
      {
        root: import.meta.dirname,
        settings: latestSettings,
        requirements,
        cleanup: latestLeftovers,
        command: process.env['OMCONFORM_COMMAND'],
        onNotWritten: process.send && ((notWritten) => process.send?.({ notWritten } satisfies NotWrittenMessage)),
        whatIf: askWhatIf,
        settingsToRecord: () => ({ ...recordedSettings(latestSettings) }),
      } satisfies ReporterOptions,
    ],
    ...reporters.map((name): [string, object] => [
      name,
      {
        title: "The runner's view: tests, not requirements",
        open: 'never',
        outputFolder: path.join(out, name),
        outputDir: path.join(out, name),
        resultsDir: path.join(out, name),
      },
    ]),
  ],
});
