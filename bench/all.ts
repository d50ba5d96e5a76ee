import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../src/cli/project.ts';
import { client } from './client.ts';
import { engine } from './engine.ts';
import { judge } from './judge.ts';
import type { Row, Subject } from './measure.ts';
import { mock } from './mock.ts';
import { mutants } from './mutants.ts';
import { newman } from './newman.ts';
import { playwright } from './playwright.ts';
import { table } from './table.ts';
import { wrongTarget } from './wrong-target.ts';
import { messageOf } from '../src/wire/message-of.ts';

/**
 * `npm run bench [-- --only engine,mock]`: how fast everything is, as ratios of what ran side by side.
 * Prints a table, writes `reports/bench.json`, and asserts nothing: a goal that was missed is a word in the table.
 * Ends with 1 only when something could not be run at all, with 2 when `--only` names nothing there is.
 */
const subjects: Readonly<Record<string, Subject>> = {
  client,
  engine,
  newman,
  mutants,
  playwright,
  wrong: wrongTarget,
  mock,
  judge,
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
const wanted = values.only.flatMap((names) => names.split(','));
const unknown = wanted.find((name) => subjects[name] === undefined);
if (unknown !== undefined) {
  process.stderr.write(`There is no subject "${unknown}"; the subjects are ${Object.keys(subjects).join(', ')}.\n`);
  process.exit(2);
}

const startedAt = new Date().toISOString();
const rows: Row[] = [];
for (const [name, subject] of Object.entries(subjects)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const tell = (line: string): void => {
    process.stderr.write(`${name}: ${line}\n`);
  };
  try {
    rows.push(...(await subject(tell)));
  } catch (error) {
    rows.push({ subject: name, name: 'could not be run', why: messageOf(error) });
    process.exitCode = 1;
  }
}

const file = path.join(projectFolder, 'reports', 'bench.json');
const machine = { node: process.version, processors: availableParallelism(), loadAverage: loadavg()[0] };
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ startedAt, machine, rows }, null, 2)}\n`);
process.stdout.write(
  `\n${table(rows)}\n${machine.processors} processors, load ${machine.loadAverage?.toFixed(1)}; ${path.relative(process.cwd(), file)}\n`,
);
