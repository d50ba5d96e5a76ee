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
  process.exitCode =
    request.act === 'replay' ? await replay(request) : request.act === 'verify' ? await verify(request) : await merge(request);
} catch (error) {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  process.stderr.write(`omconform: ${failure.says}\n`);
  process.exitCode = failure.code;
}
