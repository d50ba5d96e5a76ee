import type { Outcome } from '../../contract/outcomes.ts';
import { insteadOfCode, notOfferedReason, reason, type InsteadOfCode, type Needs, type Reason } from '../../contract/reasons.ts';
import { visible } from '../../wire/visible.ts';
import { currentTest, noteFinding, type Unmet } from './current-test.ts';

/** Notes why the running test ends before it could judge anything, without secrets; gives that in words. */
function note(outcome: Outcome, why: Reason, more: Pick<Unmet, 'untold'> = {}): string {
  const test = currentTest();
  const clean = cleaned(why, test.clean);
  test.unmet = { outcome, reason: clean, ...more };
  return clean.says;
}

const cleaned = ({ says, needs, ...rest }: Reason, clean: (text: string) => string): Reason => ({
  ...rest,
  ...(needs && { needs: cleanedWords(needs, clean) }),
  says: clean(says),
});

const cleanedWords = (needs: Needs, clean: (text: string) => string): Needs =>
  JSON.parse(JSON.stringify(needs), (_name, value: unknown) => (typeof value === 'string' ? clean(value) : value)) as Needs;

function end(outcome: Outcome, why: Reason, more?: Pick<Unmet, 'untold'>): never {
  const says = note(outcome, why, more);
  currentTest().info.skip(true, visible(`${outcome}: ${says}`));
  throw new Error(`the runner did not end the test: ${outcome}: ${says}`);
}

/** Ends the test: a precondition could not be met. The reason says what would be needed. */
export const unverified = (why: Reason): never => end('unverified', why);

/** The same where no document tells what it takes, nor does the target, and who runs it did not say. */
export const untold = (why: Reason): never => end('unverified', why, { untold: true });

/** Ends the test: this came in place of the error code; `shown` says what, and the exchange of that id shows it. */
export const notProvoked = (instead: InsteadOfCode, shown: string, exchange: string): never => {
  noteFinding('', shown, exchange);
  return end('not-provoked', reason(instead, `${insteadOfCode[instead]}: ${shown}`));
};

/** Ends the test: the target does not have this resource. */
export const notOffered = (resource: string): never => end('not-offered', notOfferedReason(resource));

/** Ends the test: the requirement does not concern this product, dialect or transport. */
export const notApplicable = (says: string): never => end('not-applicable', reason('not-applicable', says));

/** Ends the test: the harness or the network failed, not the target. */
export const setupFailed = (why: Reason): never => {
  throw new Error(visible(`Setup: ${note('setup-failed', why)}`));
};

/**
 * Ends the test: the target does not answer. The runner takes the test as skipped, because one that failed would cost
 * a new worker, and of these there may be hundreds; the verdict takes it as what it is.
 */
export const unanswered = (says: string): never => end('setup-failed', reason('unanswered', says));

/** Ends the test for the reason for which another one ended. */
export const unmetAs = ({ outcome, reason: why, ...more }: Unmet): never => end(outcome, why, more);
