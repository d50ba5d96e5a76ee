import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TransportLayer } from '../../client/transport/layers.ts';
import { NetworkFault } from '../../client/types.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Settings } from '../../target/settings/types.ts';
import { runningTest } from '../test/current-test.ts';
import { unanswered } from '../test/unmet.ts';
import { circuitLayer, type Health } from './circuit.ts';
import { preflight } from './preflight.ts';

/**
 * The health of a run's target, in two files of a folder that its workers share: a byte for each fault in a row, and
 * the cause for which it was given up. Neither is there while all is well, so that a request costs two looks.
 */
export function healthIn(folder: string): Health {
  const row = path.join(folder, 'faults');
  const givenUp = path.join(folder, 'given-up');
  let known: string | undefined;
  return {
    cause() {
      // Empty for the moment in which somebody writes it.
      if (known === undefined && existsSync(givenUp)) known = readFileSync(givenUp, 'utf8') || undefined;
      return known;
    },
    fault() {
      mkdirSync(folder, { recursive: true });
      appendFileSync(row, '.');
      // Whoever has had an answer meanwhile took the file away.
      return statSync(row, { throwIfNoEntry: false })?.size ?? 0;
    },
    answered() {
      if (existsSync(row)) rmSync(row, { force: true });
    },
    giveUp(cause) {
      if (existsSync(givenUp)) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(givenUp, cause);
    },
  };
}

/** Ends the test that is running; between tests, while a worker cleans up, it is a fault like any other. */
function refuse(cause: string): never {
  if (runningTest() !== undefined) return unanswered(cause);
  throw new NetworkFault('given-up', cause);
}

/** The same words without what marks them as an obstacle of the set-up. */
const obstacleOf = (error: unknown): string => messageOf(error).replace(/^Setup: /, '');

/** The circuit of a run: when the target is down, no worker sends any more, and each test ends at once. */
export const circuitOf = (settings: Settings, health: Health): TransportLayer =>
  circuitLayer({
    baseUrl: settings.target.url,
    health,
    ask: () => preflight(settings).catch(obstacleOf),
    refuse,
  });
