import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { UsageError } from '../targets/usage-error.ts';
import { explainCommand } from './explain.ts';
import { mockCommand } from './mock.ts';
import { projectFolder } from './project.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { targetCommand } from './target.ts';

const { version, description } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
  description: string;
};

const program = new Command('omconform')
  .description(description)
  .version(version)
  .addCommand(runCommand())
  .addCommand(mockCommand())
  .addCommand(reportCommand())
  .addCommand(explainCommand())
  .addCommand(targetCommand());

// Settings are inherited only by commands made with `command()`; these were made elsewhere.
for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
  command.exitOverride().configureHelp({ helpWidth: 80 }).configureOutput({ writeErr: () => {} });
}

function inOneLine(error: CommanderError | UsageError): string {
  const noCommand = error instanceof CommanderError && error.code === 'commander.help';
  if (noCommand) return `name a command: ${program.commands.map((command) => command.name()).join(', ')}`;
  return error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
}

/** Does what the command line says, and sets the exit code. */
export async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      process.exitCode = 0;
    } else if (error instanceof CommanderError || error instanceof UsageError) {
      process.stderr.write(`omconform: ${inOneLine(error)}\n`);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}
