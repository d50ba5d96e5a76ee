import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { ledgerFolder } from '../../cleanup/ledger-file.ts';
import { newRunName, runVariables } from '../../run/run-name.ts';
import { settingsVariables } from '../../run/settings.ts';
import { sparingVariables } from '../../run/spared-worker.ts';
import { planOfRun } from '../../target/plan-file.ts';
import type { ExplainedSetting } from '../../target/resolve.ts';
import type { Settings } from '../../target/settings/types.ts';
import { afterRun } from '../after-run/after-run.ts';
import { removePage } from '../page-file.ts';
import { keptBaseline } from '../after-run/baseline.ts';
import { withoutCommands } from '../after-run/github-actions.ts';
import { cleanUpAfter } from '../clean-up-after.ts';
import { exitCodeOfRun, type NotWrittenMessage } from '../exit-code.ts';
import { inOneLine, NotWritten } from '../failures.ts';
import { fileOfPackage, ownExtension, projectFolder } from '../project.ts';
import { refuseUnknownScope } from '../scope.ts';
import { settingsOf, withSettings, withTargetJson } from '../setting-flags.ts';
import { shellWord } from '../../wire/shell-word.ts';

// Not `import`: most runs find nothing that earlier ones left.
const load = createRequire(import.meta.url);

const exitCodes = `
Keys are given in the environment or in .env only: TARGET_PUBLIC_KEY and
TARGET_PRIVATE_KEY. docs/environment.md lists every variable.

Exit codes:
  0  conformant
  1  non-conformant: a documented MUST is broken
  2  wrong use or configuration, or no check was run
  3  the target could not be judged: unreachable, TLS, refused, throttled; or
     the results cannot be written: a full disk, no such right
  4  incomplete: a documented MUST that a run must see stayed unverified
     (see --allow-incomplete)
`;

/** `omconform run`: judges a target and ends with the verdict's exit code. */
export function runCommand(): Command {
  const command = new Command('run').description('Judge a target; without --target, the embedded mock');
  return withTargetJson(withSettings(command))
    .option('--explain', 'Print each setting, its value and where it came from')
    .addOption(new Option('--fail-fast', 'The same as --max-failures 1').implies({ maxFailures: '1' }))
    .option('--grep <regexp>', 'Run only checks whose title matches (Playwright)', regularExpression)
    .option('--shard <m/n>', 'Run one part of the checks; see merge', shard)
    .addHelpText('after', exitCodes)
    .action(async (_options, invoked: Command) => {
      process.exitCode = await run(invoked);
    });
}

async function run(command: Command): Promise<number> {
  const options = command.opts<Record<string, string | boolean | undefined>>();
  const { settings, explained } = settingsOf(command);
  refuseUnknownScope(settings.run.only);
  planOfRun(settings);
  if (options['explain']) {
    process.stdout.write(explanation(explained));
    return 0;
  }

  const { embedded, risk, seed, out, reporters } = settings.run;
  const baseline = keptBaseline(settings.run.baseline, out);
  const verdictFile = path.join(out, 'verdict.json');
  makeRoomFor(verdictFile);
  const target = embedded ? 'the embedded mock' : settings.target.url;
  tellLeftovers(settings);
  process.stdout.write(`Judging ${target} (risk ${risk}, seed ${seed})\n\n`);
  const nameOfRun = newRunName(seed);
  const withCommands = (reporters as readonly string[]).includes('github') ? () => {} : withoutCommands();
  const ended = await playwright(
    ['grep', 'shard'].flatMap((name) => (options[name] === undefined ? [] : [`--${name}`, String(options[name])])),
    {
      ...process.env,
      ...settingsVariables(settings),
      ...runVariables(nameOfRun),
      ...sparingVariables,
      OMCONFORM_COMMAND: commandThatRepeats(seed),
    },
  );
  const cleanedUp = await cleanUpAfter(settings, nameOfRun);
  if (cleanedUp !== undefined) process.stdout.write(`${cleanedUp}\n`);
  if (ended.notWritten === undefined && ended.signal === undefined) await afterRun({ out, embedded, baseline }, withCommands);
  else withCommands();
  return ended.signal ?? exitCodeOfRun(verdictFile, settings, ended.notWritten);
}

/** What earlier runs left is told first, with the command that removes it. */
function tellLeftovers(settings: Settings): void {
  if (!existsSync(ledgerFolder(settings.run.out))) return;
  const { earlierLeftovers } = load('../../cleanup/leftovers.ts') as typeof import('../../cleanup/leftovers.ts');
  const leftovers = earlierLeftovers(settings);
  if (leftovers !== undefined) process.stdout.write(`${inOneLine(leftovers)}\n\n`);
}

/** Bytes without which a run need not begin: its reports, when little is broken. */
const leastRoom = 1_000_000;

/** Takes an earlier verdict away: whatever becomes of this run, it must not be taken for its own. Throws NotWritten. */
function makeRoomFor(verdictFile: string): void {
  const probe = `${verdictFile}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(verdictFile), { recursive: true });
    rmSync(verdictFile, { force: true });
    removePage(path.dirname(verdictFile));
    const ledgers = ledgerFolder(path.dirname(verdictFile));
    if (statSync(ledgers, { throwIfNoEntry: false })?.isDirectory() === false) throw new NotWritten(ledgers, { code: 'ENOTDIR' });
    // Better now than when things have been made on the target.
    writeFileSync(probe, ' '.repeat(leastRoom));
  } catch (error) {
    throw error instanceof NotWritten ? error : new NotWritten(`--out ${path.dirname(verdictFile)}`, error);
  } finally {
    discard(probe);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    /* what kept it from being written is told */
  }
}

/**
 * Runs Playwright in this terminal. `signal` is the exit code that goes with the signal that ended the run,
 * `notWritten` what its reporter said of reports that it could not write.
 */
async function playwright(words: readonly string[], env: NodeJS.ProcessEnv): Promise<{ signal?: number; notWritten?: string }> {
  const config = path.join(projectFolder, `playwright.config${ownExtension}`);
  const args = [fileOfPackage('@playwright/test', 'cli.js'), 'test', '--config', config, ...words];
  const child = spawn(process.execPath, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  let notWritten: string | undefined;
  child.on('message', (message) => {
    notWritten = (message as NotWrittenMessage).notWritten;
  });
  let signal: number | undefined;
  const interrupt = () => {
    signal = 130;
    // A terminal tells the whole group of Ctrl-C; a second one would stop Playwright before it reports.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const terminate = () => {
    signal = 143;
    // Playwright reports and stops the mock on SIGINT, but not on SIGTERM.
    child.kill('SIGINT');
  };
  const hangUp = () => {
    signal = 129;
    child.kill('SIGINT');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', hangUp);
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject).once('exit', () => resolve());
  });
  process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', hangUp);
  return { signal, notWritten };
}

/** The command line as it was given, with the seed it drew; flags carry no secrets. */
function commandThatRepeats(seed: string): string {
  const words = process.argv.slice(2);
  const seeded = words.some((word) => /^--seed(=|$)/.test(word)) ? words : [...words, '--seed', seed];
  return ['npx omconform', ...seeded.map(shellWord)].join(' ');
}

function explanation(explained: readonly ExplainedSetting[]): string {
  const rows = explained.map(({ name, value, from }) => [name, value, from] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([name, value, from]) => `${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${from}\n`).join('');
}

function regularExpression(text: string): string {
  try {
    RegExp(text);
    return text;
  } catch {
    throw new InvalidArgumentError('Expected a regular expression.');
  }
}

function shard(text: string): string {
  const [part, parts] = text.split('/').map(Number);
  if (/^[1-9]\d*\/[1-9]\d*$/.test(text) && (part ?? 0) <= (parts ?? 0)) return text;
  throw new InvalidArgumentError('Expected a part of the whole, such as 1/3.');
}
