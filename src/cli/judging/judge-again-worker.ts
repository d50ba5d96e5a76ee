import { compareAgain } from './compare-again.ts';
import { failureOf } from '../failures.ts';
import type { JudgeAgain } from './judge-again.ts';
import { merge } from './merge-runs.ts';
import { bearClosedOutput } from '../output-errors.ts';
import { replay } from './replay-run.ts';
import { verify } from './verify-run.ts';

// A child of judge-again.ts.
bearClosedOutput();
const request = JSON.parse(process.argv[2] ?? '') as JudgeAgain;
try {
  switch (request.act) {
    case 'replay':
      process.exitCode = await replay(request);
      break;
    case 'verify':
      process.exitCode = await verify(request);
      break;
    case 'merge':
      process.exitCode = await merge(request);
      break;
    case 'compare':
      process.exitCode = await compareAgain(request);
  }
} catch (error) {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  process.stderr.write(`omconform: ${failure.says}\n`);
  process.exitCode = failure.code;
}
