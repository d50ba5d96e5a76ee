import path from 'node:path';
import { Command, Option } from 'commander';
import { dialects, products, type Dialect, type Product } from '../../contract/products.ts';
import { count } from '../../target/settings/parsers.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { writeAllureResults } from '../../verdict/formats/allure.ts';
import { exitCode, type Verdict } from '../../verdict/verdict.ts';
import { makePage } from '../page-file.ts';
import { NotWritten } from '../failures.ts';
import { judgeRecordings } from '../judging/judge-recordings.ts';
import { named } from '../named-flag.ts';
import { reportVerdict } from '../report-verdict.ts';

const more = `
Takes HAR 1.2, our own evidence.ndjson, and JSON or NDJSON of
  {"method": "GET", "path": "/groups", "status": 200, "headers": {}, "body": {}}
and tells them apart by what is in them; of a folder, all files that end with
.har, .json, .ndjson or .jsonl. Nothing is sent, and no key is needed.

What only an act can show stays unverified, so that 4 is the best exit code
that traffic alone can bring; --allow-incomplete makes it 0. Otherwise exit
codes are those of run; a malformed recording ends with 2.
`;

interface Options {
  readonly basePath?: string;
  readonly product?: Product;
  readonly dialect?: Dialect;
  readonly maxItemsPerPage?: number;
  readonly out?: string;
  readonly allowIncomplete?: true;
}

/** `omconform judge <file or folder…>`: judges traffic that somebody else recorded. */
export function judgeCommand(): Command {
  return new Command('judge')
    .description('Judge recorded traffic: HAR, NDJSON or JSON')
    .argument('<place...>', 'Files of recorded traffic, or folders of such files')
    .option('--base-path <path>', "Path of the API's root (default: up to /api/public/v1.0, wherever that stands)")
    .addOption(new Option('--product <name>', 'Which product answered').choices(products))
    .addOption(new Option('--dialect <name>', 'Its words for access lists').choices(dialects))
    .addOption(
      new Option('--max-items-per-page <n>', 'Most entities of its pages (default: 500)').argParser(
        named('--max-items-per-page', count),
      ),
    )
    .option('--out <dir>', 'Write the reports there (default: only print the verdict)')
    .option('--allow-incomplete', 'End with 0 when a documented MUST stayed unverified')
    .addHelpText('after', more)
    .action(async (places: readonly string[], { basePath, out, allowIncomplete, ...known }: Options) => {
      const folder = out === undefined ? undefined : path.resolve(out);
      const { verdict, evidence, passedOver } = await judgeRecordings({
        places,
        ...known,
        out: folder,
        onExchange: progressOn(process.stderr),
        ...(basePath !== undefined && { basePath: rootFrom(basePath) }),
      });
      await reportVerdict(verdict, evidence, folder);
      if (folder !== undefined) {
        writeAllure(folder, verdict);
        process.stdout.write(`\n${await makePage(folder, verdict)}\n`);
      }
      for (const [why, times] of passedOver) process.stdout.write(`  left out: ${times} × ${why}\n`);
      process.exitCode = exitCode(verdict, { allowIncomplete: allowIncomplete === true });
    });
}

/** Allure results of what was judged, in the place of those of an earlier run. Throws NotWritten. */
function writeAllure(out: string, verdict: Verdict): void {
  try {
    writeAllureResults(path.join(out, 'allure-results'), verdict);
  } catch (error) {
    throw new NotWritten(`--out ${out}`, error);
  }
}

function rootFrom(given: string): string {
  if (!given.startsWith('/') || /[?#]/.test(given))
    throw new UsageError(`--base-path "${given}": expected a path such as /api/public/v1.0`);
  return given.replace(/\/+$/, '');
}

/** Every so many exchanges, where somebody watches. */
const every = 1_000;
function progressOn(output: NodeJS.WriteStream): (done: number) => void {
  return (done) => {
    if (output.isTTY && done % every === 0) output.write(`\r${done} exchanges`);
  };
}
