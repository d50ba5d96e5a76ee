import { UsageError } from '../targets/usage-error.ts';
import type { JudgeAgain } from './judge-again.ts';
import { merge } from './merge-runs.ts';
import { replay } from './replay-run.ts';
import { verify } from './verify-run.ts';

// A child of judge-again.ts.
const request = JSON.parse(process.argv[2] ?? '') as JudgeAgain;
try {
  process.exitCode = request.act === 'replay' ? await replay(request)
    : request.act === 'verify' ? await verify(request) : await merge(request);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`omconform: ${error.message}\n`);
  process.exitCode = 2;
}
