import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { environmentExample } from '../../target/environment-example.ts';
import { writeNewFile } from '../new-file.ts';
import { starter } from '../starter.ts';
import { initCiCommand } from './init-ci.ts';

/** `omconform init [folder]`: what a project of one's own begins with; `init ci`, what judges it every night. */
export function initCommand(): Command {
  return new Command('init')
    .description('Make a folder to run in: settings, targets, a spec of your own; nothing is overwritten')
    .argument('[folder]', 'Where', '.')
    .action((folder: string) => {
      for (const [name, text] of Object.entries({ '.env.example': environmentExample(), ...starter })) {
        const file = path.join(folder, name);
        const isThere = existsSync(file);
        if (!isThere) writeNewFile(file, text);
        process.stdout.write(isThere ? `${file} is there already, and left as it is\n` : `${file}\n`);
      }
    })
    .addCommand(initCiCommand());
}
