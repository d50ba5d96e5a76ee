import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Plan, PlannedRequest } from '../../target/plan-file.ts';
import { wrap } from '../../verdict/reports/wrap.ts';
import { askEngine } from '../engine/engine.ts';
import { NotWritten } from '../failures.ts';
import { refuseUnknownScope } from '../scope.ts';
import { settingsOf, withSettings, withTargetJson } from '../setting-flags.ts';

const width = 80;

interface Options {
  readonly out?: string;
  readonly json?: true;
}

/** `omconform plan`: every request that a run with these settings would send. Nothing is sent. */
export function planCommand(): Command {
  const command = new Command('plan').description('Tell every request that a run would send; sends nothing');
  return withTargetJson(withSettings(command))
    .option('--out <file>', 'Write it as JSON, for `omconform run --plan <file>`')
    .option('--json', 'Print it as JSON')
    .action(async ({ out, json }: Options, invoked: Command) => {
      const { settings } = settingsOf(invoked);
      refuseUnknownScope(settings.run.only);
      const plan = await askEngine<Plan>({ ask: 'plan', settings });
      const document = `${JSON.stringify(plan, null, 2)}\n`;
      if (out !== undefined) writePlan(out, document);
      process.stdout.write(json ? document : renderPlan(plan));
    });
}

function writePlan(file: string, document: string): void {
  try {
    writeFileSync(file, document);
  } catch (error) {
    throw new NotWritten(`--out ${file}`, error);
  }
}

/** The plan for a terminal of 80 columns, by family of resources. Ends with a line break. */
export function renderPlan({ product, dialect, risk, requests }: Plan): string {
  const total = requests.reduce((sum, { times }) => sum + times, 0);
  const head =
    `A run on ${product} (${dialect}) with --risk ${risk} sends about ${total} requests of ${requests.length} kinds, ` +
    'as rehearsed on the mock; the handshakes are counted in. Columns: method and path, how often, the least risk that sends it.';
  const forGood = requests.filter(isForGood);
  const others = requests.filter((one) => !isForGood(one));
  const families = [...new Set(others.map(({ family }) => family))];
  return `${[
    ...wrap(head, width),
    ...(forGood.length === 0 ? [] : ['', ...wrap(warning, width), ...forGood.flatMap(lines)]),
    ...families.flatMap((family) => ['', family, ...others.filter((one) => one.family === family).flatMap(lines)]),
  ].join('\n')}\n`;
}

const isForGood = ({ risk }: PlannedRequest): boolean => risk === 'irreversible';

const warning =
  'CANNOT BE UNDONE. These concern what the run did not make, and are sent with --risk irreversible alone; ' +
  'each is named with the check that sends it.';

function lines({ method, path, times, risk, roles, check, undo }: PlannedRequest): string[] {
  const tail = `${String(times).padStart(5)}  ${risk.padEnd(13)}`;
  const place = `  ${method.padEnd(6)} ${path}`;
  const first =
    place.length + tail.length < width
      ? [`${place.padEnd(width - tail.length)}${tail}`]
      : [...inTwo(place), `${' '.repeat(width - tail.length)}${tail}`];
  const notes = [
    ...(check === undefined ? [] : [`for "${check}"`]),
    ...(roles.length > 0 ? [`needs ${roles.join(' or ')}`] : []),
    ...(undo === 'nothing to undo' ? [] : [undo.startsWith('DELETE ') ? `undone by ${undo}` : undo]),
  ].join('; ');
  return [...first.map((line) => line.trimEnd()), ...wrap(notes, width, '         ')];
}

/** A path too long for a line goes on below the place where it began. */
function inTwo(place: string): string[] {
  if (place.length <= width) return [place];
  const last = place.lastIndexOf('/');
  return [place.slice(0, last), `${' '.repeat(9)}${place.slice(last)}`];
}
