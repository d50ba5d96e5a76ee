import type { Verdict } from '../verdict.ts';

/** What was judged, how and by what, as names and values. */
export const factsOf = ({ target, run, suite, verdict }: Verdict): Readonly<Record<string, string>> => ({
  verdict,
  target: target.url,
  product: target.product,
  version: target.serverVersion ?? 'unknown',
  dialect: target.dialect,
  risk: run.risk,
  run: run.id,
  suite: `${suite.name} ${suite.version}`,
});
