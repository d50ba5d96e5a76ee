import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { isTargetName, targetFilePath } from '../../target/target-file.ts';
import { targetTemplate } from '../../target/target-template.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { NotWritten } from '../failures.ts';

/** `omconform target init <name>`: a file in which to write down what is known of a target. */
export function targetCommand(): Command {
  const target = new Command('target').description('Keep what is known of a target in targets/<name>.yaml');
  target
    .command('init')
    .description('Write a template for a target; an existing file is never overwritten')
    .argument('<name>', 'Its name, e.g. staging')
    .action((name: string) => {
      if (!isTargetName(name)) throw new UsageError(`"${name}" is no name for a file: use letters, digits and dashes`);
      const file = targetFilePath(name, process.cwd());
      if (existsSync(file)) throw new UsageError(`${path.relative(process.cwd(), file)} is there already`);
      write(file, targetTemplate(name));
      process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
    });
  return target;
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    // What was begun would be in the way of the next try.
    rmSync(file, { force: true });
    throw new NotWritten(path.relative(process.cwd(), file), error);
  }
}
