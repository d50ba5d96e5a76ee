import path from 'node:path';
import { Command } from 'commander';
import { harJson } from '../../verdict/formats/har.ts';
import { asTyped } from '../../verdict/reports/as-typed.ts';
import { exchangesIn, verdictIn } from '../judging/recorded-folder.ts';
import { writeWhole } from '../new-file.ts';
import { outFolder } from '../out-folder.ts';

/** `omconform har`: the exchanges of a finished run, for tools that read HAR. */
export function harCommand(): Command {
  return new Command('har')
    .description('Write the exchanges of a finished run as HAR')
    .option('--out <dir>', "Folder of the run's results (default: RUN_OUT, else reports)")
    .action(({ out }: { out?: string }) => {
      const folder = outFolder(out);
      const text = harJson(verdictIn(folder), exchangesIn(folder));
      const file = path.join(folder, 'exchanges.har');
      writeWhole(file, text);
      process.stdout.write(`${asTyped(file)}\n`);
    });
}
