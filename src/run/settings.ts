import { givenVariables } from '../target/input/dotenv-file.ts';
import { resolveSettings } from '../target/resolve.ts';
import type { Settings } from '../target/settings/types.ts';

/** Carries the resolved settings from the process that starts a run to its workers. */
const variable = 'OMCONFORM_SETTINGS';

/** The settings of this run, as they stand now. Throws when neither this process nor its parent configured a run. */
export function currentSettings(): Settings {
  const json = process.env[variable];
  if (json === undefined) throw new Error(`Setup: ${variable} is not set; the configuration of the runner sets it`);
  return JSON.parse(json) as Settings;
}

/** What a process must have in its environment, so that these are the settings of its run. */
export const settingsVariables = (settings: Settings): Readonly<Record<string, string>> => ({
  [variable]: JSON.stringify(settings),
});

/** Makes these the settings of the run, here and in the processes started from now on. */
export function publishSettings(settings: Settings): void {
  Object.assign(process.env, settingsVariables(settings));
}

/**
 * The settings of this run: those already published, else resolved from the environment and `.env`, and published.
 * A worker reads the configuration again, and must not make up another seed. Throws UsageError.
 */
export function configuredSettings(): Settings {
  if (process.env[variable] === undefined) {
    const sources = { flags: {}, ...givenVariables() };
    publishSettings(resolveSettings(sources).settings);
  }
  return currentSettings();
}

/**
 * Looks the settings up at each use: a reporter is made before the embedded target has an address. As JSON there is
 * nothing of them: Playwright's report `json` prints the options of all reporters, and these hold the keys.
 */
export const latestSettings: Settings & { toJSON(): object } = {
  toJSON: () => ({}),
  get target() {
    return currentSettings().target;
  },
  get run() {
    return currentSettings().run;
  },
};
