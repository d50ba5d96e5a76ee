import path from 'node:path';
import { Command, Option } from 'commander';
import { isLoopback } from '../../target/settings/loopback.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { matrixOf, type Beside } from '../../verdict/comparing/matrix.ts';
import type { ComparisonForm } from '../../verdict/reports/comparison.ts';
import { matrixText } from '../../verdict/reports/matrix.ts';
import { verdictAt } from '../judging/recorded-folder.ts';

const more = `
Names each by its folder or file; NAME=PLACE names it otherwise, such as
7.0=nights/om7. A requirement that every real target contradicts, two at
least, is marked suspect: then it may be the requirement that is wrong. What
answers on loopback counts as a mock, unless --loopback-is-real.

Exit codes:
  0  they were compared
  2  wrong use: no such results, or no verdict of this version
`;

interface Options {
  readonly json?: true;
  readonly markdown?: true;
  readonly loopbackIsReal?: true;
}

/** `omconform matrix <place…>`: the verdicts of several targets side by side. */
export function matrixCommand(): Command {
  return new Command('matrix')
    .description('Set the verdicts of several targets side by side, where they differ')
    .argument('<place...>', 'Folders of results, or verdicts, two at least')
    .option('--json', 'As a JSON document (schemas/documents/matrix.json)')
    .addOption(new Option('--markdown', 'As sections of a summary').conflicts('json'))
    .option('--loopback-is-real', 'A target on loopback is a real one too, reached through a tunnel')
    .addHelpText('after', more)
    .action((places: readonly string[], { json, markdown, loopbackIsReal }: Options) => {
      if (places.length < 2) throw new UsageError('name two results at least: one has nothing beside it');
      const runs = places.map((place) => besideOf(place, loopbackIsReal === true));
      const twice = runs.find(({ name }, index) => runs.findIndex((one) => one.name === name) !== index);
      if (twice !== undefined) throw new UsageError(`two are called ${twice.name}: name one of them otherwise, as NAME=PLACE`);
      const form: ComparisonForm = json ? 'json' : markdown ? 'markdown' : 'text';
      process.stdout.write(matrixText(matrixOf(runs), form));
    });
}

function besideOf(given: string, loopbackIsReal: boolean): Beside {
  const [, name, place = given] = /^([^=/\\]+)=(.+)$/.exec(given) ?? [];
  const { verdict } = verdictAt(path.resolve(place));
  return { name: name ?? nameOf(place), verdict, real: loopbackIsReal || !isHere(verdict.target.url) };
}

/** Of traffic that somebody else recorded, it may not be known where it came from. */
const isHere = (url: string): boolean => URL.canParse(url) && isLoopback(url);

/** The name of the folder of results, or of a file that is called otherwise than all verdicts are. */
function nameOf(place: string): string {
  const file = path.resolve(place);
  return path.basename(file) === 'verdict.json' ? path.basename(path.dirname(file)) : path.basename(file, '.json');
}
