import { existsSync } from 'node:fs';
import { UsageError } from './input/usage-error.ts';
import { valueOf } from './settings/complete.ts';
import { isLoopback } from './settings/loopback.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable } from './settings/table.ts';
import { otherCallers, type Settings } from './settings/types.ts';
import { refuseUnusableTlsFiles } from './tls-files.ts';

/*
 * What settings must be to each other; what one must be by itself is said by the parser of its row. Each throws
 * UsageError.
 */

const rows = settingsTable as readonly Setting[];
const variableOf = (name: string): string | undefined => rows.find((row) => row.name === name)?.variables[0];

/** Refuses settings with which no run can be made, whatever the target. `given` are the names of those that were given. */
export function refuseUnusable(settings: Settings, given: ReadonlySet<string>): void {
  refuseHalfKeys(settings);
  if (given.has('run.specs') && !existsSync(settings.run.specs))
    throw new UsageError(`RUN_SPECS is "${settings.run.specs}": there is no such folder`);
  if (settings.run.embedded) refuseTargetSettings(given);
  else {
    refuseUnusableTarget(settings);
    refuseUnusableTlsFiles(settings.target);
  }
}

function refuseHalfKeys(settings: Settings): void {
  for (const caller of otherCallers) {
    const halves = ['publicKey', 'privateKey'].map((half) => `target.callers.${caller}.${half}`);
    if (new Set(halves.map((name) => valueOf(settings, name) === undefined)).size === 1) continue;
    throw new UsageError(`${halves.map(variableOf).join(' and ')} go together: give both or neither`);
  }
}

/** Who gives keys but no address means a target of theirs; judging the mock instead would be a false green. */
function refuseTargetSettings(given: ReadonlySet<string>): void {
  const row = rows.find(({ name, needsTarget }) => needsTarget && given.has(name));
  if (row === undefined) return;
  throw new UsageError(`${row.variables[0]} is given but no target: name it with --target or TARGET_URL`);
}

function refuseUnusableTarget({ target, run }: Settings): void {
  if (target.keys.publicKey === '' || target.keys.privateKey === '') {
    const missing = variableOf(target.keys.publicKey === '' ? 'target.keys.publicKey' : 'target.keys.privateKey');
    throw new UsageError(`${missing} is missing: set it in the environment or in .env (keys are never flags)`);
  }
  const { protocol, host } = new URL(target.url);
  if (protocol === 'http:' && !isLoopback(target.url) && !run.insecureHttp) {
    throw new UsageError(`keys would cross the network in plain http to ${host}: use https, or --insecure-http`);
  }
  if (protocol === 'http:') {
    const meant = (
      [
        ['a CA file', target.caFile],
        ['a client certificate', target.clientCertFile],
        ['--insecure-tls', target.insecureTls],
      ] as const
    ).find(([, value]) => value);
    if (meant !== undefined) throw new UsageError(`${meant[0]} is given for a plain http target: use https, or leave it out`);
  }
  if (target.clientKeyFile !== undefined && target.clientCertFile === undefined) {
    throw new UsageError('TARGET_CLIENT_KEY_FILE is given without TARGET_CLIENT_CERT_FILE: give both or neither');
  }
}
