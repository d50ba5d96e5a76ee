import { Command } from 'commander';
import { rowsOf } from '../../verdict/causes.ts';
import { standingTitle } from '../../verdict/check-verdict.ts';
import { proofIn, proofOf } from '../../verdict/proof.ts';
import { causeOf, foldedList, proofLines, sentenceLine } from '../../verdict/reports/causes.ts';
import { outcomeLine } from '../../verdict/reports/row.ts';
import type { CheckVerdict, RequirementVerdict, Verdict } from '../../verdict/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { visible } from '../../wire/visible.ts';
import { exchangesIn, verdictIn } from '../judging/recorded-folder.ts';
import { nearestName } from '../../target/input/nearest-name.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { outFolder } from '../out-folder.ts';

/** `omconform show`: one requirement of a finished run, or one cause of what is broken in it, with its proofs. */
export function showCommand(): Command {
  return new Command('show')
    .description('Show a requirement or a cause, with its proof')
    .argument('<what>', 'A requirement such as list.shape, or the number of a cause')
    .option('--out <dir>', "Folder of the run's results (default: RUN_OUT, else reports)")
    .action((what: string, { out }: { out?: string }) => {
      const folder = outFolder(out);
      const verdict = verdictIn(folder);
      const row = rowOf(verdict, what);
      const exchanges = exchangesIn(folder);
      const lines = linesOf(verdict, row, new Map(exchanges.map((exchange) => [exchange.id, exchange])));
      process.stdout.write(`${lines.map((line) => visible(line)).join('\n')}\n`);
    });
}

/** The requirement that is meant: by its id, or as the one that leads a cause. Throws UsageError. */
function rowOf({ requirements, causes = [] }: Verdict, what: string): RequirementVerdict {
  const isNumber = /^\d+$/.test(what);
  const id = isNumber ? causes[Number(what) - 1]?.requirement : what;
  const row = requirements.find((one) => one.id === id);
  if (row !== undefined) return row;
  if (isNumber) throw new UsageError(`there is no cause ${what}: the run names ${causes.length}`);
  const ids = requirements.map((one) => one.id);
  throw new UsageError(`${what} is no requirement of this run; did you mean ${nearestName(what, ids)}?`);
}

function linesOf(verdict: Verdict, row: RequirementVerdict, exchanges: ReadonlyMap<string, Exchange>): string[] {
  const { shown, more } = foldedList(row.checks);
  return [
    row.id,
    `  ${sentenceLine(row)}`,
    `  ${row.level}, ${row.basis}; ${outcomeLine(row)}`,
    ...causeLines(verdict, row),
    ...shown.flatMap((check) => ['', ...checkLines(check, exchanges)]),
    ...(more === undefined ? [] : ['', `${more} checks, in verdict.json`]),
  ];
}

function causeLines(verdict: Verdict, { id }: RequirementVerdict): string[] {
  const cause = causeOf(verdict, id);
  if (cause === undefined) return [];
  const number = (verdict.causes ?? []).indexOf(cause) + 1;
  const names = foldedList(rowsOf(cause).filter((one) => one !== id));
  const others = [...names.shown, ...(names.more === undefined ? [] : [names.more])];
  return [
    `  Cause ${number}${cause.requirement === id ? '' : `, which ${cause.requirement} shows best`}: ${cause.says}`,
    ...(others.length === 0 ? [] : [`  Broken for it too: ${others.join(' ')}`]),
  ];
}

/** A check with the answer that shows what it found, or else the last one that it looked at. */
function checkLines(check: CheckVerdict, exchanges: ReadonlyMap<string, Exchange>): string[] {
  const { title, file, line, outcome, violations } = check;
  const last = exchanges.get(check.exchanges.at(-1) ?? '');
  const proof = proofOf(violations, exchanges) ?? (last === undefined ? undefined : proofIn(last, []));
  // A standing judge has no line of a spec; the exchange below is where it looked.
  const where = title === standingTitle ? '' : ` (${file}:${line})`;
  return [`${outcome}: ${title}${where}`, ...(proof === undefined ? [] : proofLines(proof).map((one) => `  ${one}`))];
}
