import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { verdictOf } from '../mutants/judged.ts';

/**
 * `node --import tsx --conditions=engine test/run/kept-nonce.ts`: what is told of a nonce's lifetime by a run that was not told
 * of any, where each request takes so many seconds and the mock keeps a nonce for 30. Prints it as JSON.
 */
const tests = (await loadSpecs()).filter(({ file }) => /\/principles\/(?:auth|nonce-lifetime)\.spec/.test(file));
const reported: Record<string, unknown> = {};
for (const seconds of [0.1, 20]) {
  const {
    settings: { target, run },
    transport,
  } = mockTarget();
  const settings = { target: { ...target, nonceLifetimeSeconds: undefined }, run };
  const slow = {
    ...transport,
    send: async (request: Parameters<typeof transport.send>[0]) => {
      await transport.pause(seconds * 1000);
      return transport.send(request);
    },
  };
  const { requirements } = verdictOf(settings, await runTests(tests, { settings, transport: slow }));
  reported[seconds] = requirements
    .filter(({ id }) => /^auth\.(?:nonce-is|stale-challenge)/.test(id))
    .map(({ id, outcome, reason, untold }) => ({ id, outcome, reason, untold }));
}
process.stdout.write(JSON.stringify(reported));
