import { insteadOfCode, type Outcome } from '../../contract/outcomes.ts';
import { visible } from '../../wire/visible.ts';
import { currentTest, noteFinding, type CurrentTest } from './current-test.ts';

function end(outcome: Outcome, words: string, more: { readonly untold?: true } = {}): never {
  const test = currentTest();
  const reason = test.clean(words);
  test.unmet = { outcome, reason, ...more };
  test.info.skip(true, visible(`${outcome}: ${reason}`));
  throw new Error(`the runner did not end the test: ${outcome}: ${reason}`);
}

/** Ends the test: a precondition could not be met. The reason says what would be needed. */
export const unverified = (reason: string): never => end('unverified', reason);

/** The same where no document tells what it takes, nor does the target, and who runs it did not say. */
export const untold = (reason: string): never => end('unverified', reason, { untold: true });

/** Ends the test: this came in place of the error code; `shown` says what, and the exchange of that id shows it. */
export const notProvoked = (instead: keyof typeof insteadOfCode, shown: string, exchange: string): never => {
  noteFinding('', shown, exchange);
  return end('not-provoked', `${insteadOfCode[instead]}: ${shown}`);
};

/** Ends the test: the target does not have this resource. */
export const notOffered = (resource: string): never => end('not-offered', `the target does not offer ${resource}`);

/** Ends the test: the requirement does not concern this product, dialect or transport. */
export const notApplicable = (reason: string): never => end('not-applicable', reason);

/** Ends the test: the harness or the network failed, not the target. */
export const setupFailed = (words: string): never => {
  const reason = currentTest().clean(words);
  currentTest().unmet = { outcome: 'setup-failed', reason };
  throw new Error(visible(`Setup: ${reason}`));
};

/**
 * Ends the test: the target does not answer. The runner takes the test as skipped, because one that failed would cost
 * a new worker, and of these there may be hundreds; the verdict takes it as what it is.
 */
export const unanswered = (reason: string): never => end('setup-failed', reason);

/** Ends the test for the reason for which another one ended. */
export const unmetAs = ({ outcome, reason, ...more }: NonNullable<CurrentTest['unmet']>): never => end(outcome, reason, more);
