import { mockTarget } from '../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../src/engine/run.ts';
import type { EvidenceOfTest } from '../src/contract/outcomes.ts';
import type { Exchange } from '../src/wire/exchange.ts';

/** What one run of the suite in a worker took, and what it did. */
export interface EngineRun {
  readonly milliseconds: number;
  readonly checks: number;
  readonly exchanges: readonly Exchange[];
}

/** Runs the suite once for every message; with `exchanges` it tells them, which takes longer than running. */
const tests = await loadSpecs();
process.on('message', async ({ exchanges: wanted }: { exchanges: boolean }) => {
  const begun = performance.now();
  const evidence: EvidenceOfTest<Exchange>[] = await runTests(tests, { ...mockTarget() });
  const milliseconds = performance.now() - begun;
  const exchanges = wanted ? evidence.flatMap((test) => test.exchanges) : [];
  process.send?.({ milliseconds, checks: evidence.length, exchanges } satisfies EngineRun);
});
