import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../../target/input/usage-error.ts';
import { parseUserJson, readUserFile } from '../../target/input/user-file.ts';
import { NotWritten } from '../failures.ts';
import { fileOfPackage } from '../project.ts';
import { outFolder } from '../out-folder.ts';

/** `omconform report`: the Allure report of the last run, as one HTML file that needs no server. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Make the Allure report of the last run')
    .option('--out <dir>', "Folder of the run's results (default: RUN_OUT, else reports)")
    .action(async ({ out }: { out?: string }) => {
      process.stdout.write(`${await makeReport(outFolder(out))}\n`);
    });
}

/** Makes `<out>/allure-report` anew and returns the path of its page. Throws UsageError when there are no results. */
async function makeReport(out: string): Promise<string> {
  const results = path.join(out, 'allure-results');
  refuseUnlessResults(results);
  const report = path.join(out, 'allure-report');
  // In a folder that is not empty, Allure leaves the old page as it is.
  makeRoomFor(report);
  await allureFor(results, path.join(out, 'history', 'allure.jsonl'), report);
  const page = path.join(report, 'index.html');
  writeFileSync(page, withoutAnalytics(readFileSync(page, 'utf8')));
  return page;
}

/** Throws UsageError for a folder without Allure results, or with a file among them that is none. */
function refuseUnlessResults(folder: string): void {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const names = isFolder ? readdirSync(folder).filter((name) => name.endsWith('-result.json')) : [];
  if (names.length === 0) throw new UsageError(`there are no results in ${folder}: run \`omconform run\` first`);
  for (const name of names) {
    const file = path.join(folder, name);
    const result = parseUserJson(readUserFile(file), file) as { uuid?: unknown; name?: unknown } | null;
    if (typeof result?.uuid !== 'string' || typeof result.name !== 'string')
      throw new UsageError(`${file}: is no Allure result: it names no uuid and name`);
  }
}

/** Reports that a history holds. */
const historyLimit = 30;

/** Makes the report. Allure 3 takes from its configuration what Allure 2 takes from `categories.json`. */
async function allureFor(results: string, historyPath: string, output: string): Promise<void> {
  const ofRun = path.join(results, 'categories.json');
  const categories = existsSync(ofRun) ? parseUserJson(readUserFile(ofRun), ofRun) : [];
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-allure-'));
  const config = path.join(folder, 'allurerc.json');
  writeFileSync(config, JSON.stringify({ categories, historyPath, historyLimit }));
  try {
    await allure([
      'awesome',
      results,
      '--config',
      config,
      '--single-file',
      '--group-by',
      'epic',
      '--output',
      output,
      '--name',
      'omconform',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makeRoomFor(report: string): void {
  try {
    rmSync(report, { recursive: true, force: true });
    mkdirSync(report, { recursive: true });
    rmSync(report, { recursive: true });
  } catch (error) {
    throw new NotWritten(report, error);
  }
}

/** Every page that Allure makes calls an analytics host: without the two scripts that do it, it calls nobody. */
function withoutAnalytics(html: string): string {
  return html
    .replace(/<script[^>]*src="https:\/\/www\.googletagmanager\.com[^>]*>\s*<\/script>\s*/g, '')
    .replace(/<script>\s*window\.dataLayer = [^<]*<\/script>\s*/g, '');
}

async function allure(words: readonly string[]): Promise<void> {
  const args = [fileOfPackage('allure', 'cli.js'), ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`allure ended with ${code}: ${Buffer.concat(said).toString('utf8').trim()}`);
}
