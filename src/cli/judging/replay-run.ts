import { exitCode } from '../../verdict/verdict.ts';
import { makePage } from '../page-file.ts';
import type { JudgeAgain } from './judge-again.ts';
import { evidenceIn } from './recorded-folder.ts';
import { rejudged } from './rejudged.ts';
import { reportVerdict } from '../report-verdict.ts';
import { withCauses } from './what-if.ts';

/** Judges a recorded run again and tells the verdict; ends with its exit code. Throws UsageError. */
export async function replay(request: JudgeAgain & { readonly act: 'replay' }): Promise<number> {
  const evidence = evidenceIn(request.out);
  const { verdict, tests } = await withCauses(evidence, await rejudged(evidence));
  await reportVerdict(verdict, { runs: evidence.runs, tests }, request.writeTo);
  if (request.writeTo !== undefined) process.stdout.write(`\n${await makePage(request.writeTo, verdict)}\n`);
  return exitCode(verdict, request);
}
