import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { environmentExample } from '../../target/environment-example.ts';
import { NotWritten } from '../failures.ts';
import { starter } from '../starter.ts';

/** `omconform init [folder]`: what a project of one's own begins with. */
export function initCommand(): Command {
  return new Command('init')
    .description('Make a folder to run in: settings, targets, a spec of your own; nothing is overwritten')
    .argument('[folder]', 'Where', '.')
    .action((folder: string) => {
      for (const [name, text] of Object.entries({ '.env.example': environmentExample(), ...starter })) {
        const file = path.join(folder, name);
        const isThere = existsSync(file);
        if (!isThere) write(file, text);
        process.stdout.write(isThere ? `${file} is there already, and left as it is\n` : `${file}\n`);
      }
    });
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new NotWritten(file, error);
  }
}
