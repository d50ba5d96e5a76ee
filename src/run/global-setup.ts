import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedTarget } from './embedded-target.ts';
import { beginBudget, hasBudget } from './guards/budget.ts';
import { earlierLeftovers, endLedgers, publishLeftovers } from '../cleanup/leftovers.ts';
import { preflight } from './guards/preflight.ts';
import { countsInFolder } from './guards/run-counts.ts';
import { publishNoLogin } from './no-login.ts';
import { closeRunFolder, openRunFolder, runFolder } from './run-folder.ts';
import { beginRun } from './run-name.ts';
import { currentSettings, publishSettings } from './settings.ts';
import { visible } from '../wire/visible.ts';
import { healthIn } from './guards/target-health.ts';

/**
 * What happens once before the first test: a target is there and answers. Playwright calls what it returns at the
 * end. Throws, with one line that begins `Setup: `, when the target cannot be judged. Of one that offers
 * no login, what it answers is judged, and the rest of the run ends at once.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const settings = currentSettings();
  // Results of an earlier run would show as retries of this one.
  await rm(path.join(settings.run.out, 'allure-results'), { recursive: true, force: true });
  openRunFolder(settings);
  const counts = countsInFolder(runFolder(settings));
  if (hasBudget(settings)) beginBudget(counts, Date.now());
  const run = beginRun(settings.run.seed);
  // `omconform run` has told of them before this process was.
  const earlier = process.env['OMCONFORM_COMMAND'] === undefined ? earlierLeftovers(settings, run) : undefined;
  if (earlier !== undefined) process.stdout.write(`${visible(earlier)}\n`);
  const end = async (): Promise<void> => {
    publishLeftovers(await endLedgers(currentSettings(), run));
    const cause = healthIn(runFolder(settings)).cause();
    closeRunFolder(settings);
    // For the verdict to tell.
    if (cause !== undefined) throw new Error(`Setup: ${cause}`);
  };
  if (!settings.run.embedded) {
    const lack = await preflight(settings, counts);
    if (lack !== undefined) {
      publishNoLogin(lack);
      process.stdout.write(`${visible(`${lack} Only what it answers without a login is judged.`)}\n`);
    }
    return end;
  }
  const target = await startEmbeddedTarget(settings);
  publishSettings(target.settings);
  return () => end().finally(() => target.close());
}
