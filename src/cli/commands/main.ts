import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { inOneLine, failureOf } from '../failures.ts';
import { bearClosedOutput } from '../output-errors.ts';
import { projectFolder } from '../project.ts';

const { version, description } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
  description: string;
};

// Not `import()`: the loader that the command line starts with, the quicker one, knows TypeScript only by `require`.
const load = createRequire(import.meta.url);

/** Each is loaded when it is asked for, so that none waits for what only another needs. */
const commands: Readonly<Record<string, () => Command>> = {
  run: () => (load('./run.ts') as typeof import('./run.ts')).runCommand(),
  doctor: () => (load('./doctor.ts') as typeof import('./doctor.ts')).doctorCommand(),
  plan: () => (load('./plan.ts') as typeof import('./plan.ts')).planCommand(),
  mock: () => {
    // Reading the source map of each of its many files takes a part of its start, and it shows nobody a stack.
    process.setSourceMapsEnabled(false);
    return (load('./mock.ts') as typeof import('./mock.ts')).mockCommand();
  },
  report: () => (load('./report.ts') as typeof import('./report.ts')).reportCommand(),
  sweep: () => (load('./sweep.ts') as typeof import('./sweep.ts')).sweepCommand(),
  replay: () => (load('./replay.ts') as typeof import('./replay.ts')).replayCommand(),
  verify: () => (load('./verify.ts') as typeof import('./verify.ts')).verifyCommand(),
  merge: () => (load('./merge.ts') as typeof import('./merge.ts')).mergeCommand(),
  diff: () => (load('./diff.ts') as typeof import('./diff.ts')).diffCommand(),
  matrix: () => (load('./matrix.ts') as typeof import('./matrix.ts')).matrixCommand(),
  news: () => (load('./news.ts') as typeof import('./news.ts')).newsCommand(),
  judge: () => (load('./judge.ts') as typeof import('./judge.ts')).judgeCommand(),
  show: () => (load('./show.ts') as typeof import('./show.ts')).showCommand(),
  har: () => (load('./har.ts') as typeof import('./har.ts')).harCommand(),
  explain: () => (load('./explain.ts') as typeof import('./explain.ts')).explainCommand(),
  baseline: () => (load('./baseline.ts') as typeof import('./baseline.ts')).baselineCommand(),
  init: () => (load('./init.ts') as typeof import('./init.ts')).initCommand(),
  target: () => (load('./target.ts') as typeof import('./target.ts')).targetCommand(),
};

export const commandNames: readonly string[] = Object.keys(commands);

/** What is shown to somebody who names no command in a terminal. */
const welcome = `omconform ${version}: contract tests for the MongoDB Ops Manager API

  omconform run                    judge the embedded mock: see a run
  omconform run --target <url>     judge a server; keys from environment or .env
  omconform doctor --target <url>  look first: what a run will see, what not
  omconform mock                   serve the mock, to test clients against
  omconform judge <file>           judge recorded traffic: HAR, NDJSON, JSON
  omconform init                   make a folder for settings and own specs
  omconform --help                 every command; <command> --help its flags
`;

const program = new Command('omconform').description(description).version(version);

function addCommands(asked: string | undefined): void {
  const one = asked !== undefined && Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  for (const make of one ? [one] : Object.values(commands)) program.addCommand(make());
  // Settings are inherited only by commands made with `command()`; these were made elsewhere.
  const set = (command: Command): void => {
    command
      .exitOverride()
      .configureHelp({ helpWidth: 80 })
      .configureOutput({ writeErr: () => {} });
    command.commands.forEach(set);
  };
  set(program);
}

function wrongUse({ code, message }: CommanderError): string {
  if (code === 'commander.help') return `name a command: ${commandNames.join(', ')}`;
  return inOneLine(message.replace(/^error: /, ''));
}

/** Does what the command line says, and sets the exit code. */
export async function main(): Promise<void> {
  bearClosedOutput();
  if (process.argv.length === 2 && process.stdout.isTTY) {
    process.stdout.write(welcome);
    return;
  }
  try {
    addCommands(process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const failure = error instanceof CommanderError ? { says: wrongUse(error), code: 2 } : failureOf(error);
    if (failure === undefined) throw error;
    process.stderr.write(`omconform: ${failure.says}\n`);
    process.exitCode = failure.code;
  }
}
