import { expect as playwrights, sentences } from '../../fixtures/expect.ts';

type Sentence = (actual: unknown, ...values: unknown[]) => { readonly pass: boolean; readonly message: () => string };
const ours = sentences as unknown as Readonly<Record<string, Sentence>>;

/**
 * `expect` for the engine: a sentence of this suite is said straight away; all else, `not` too, is Playwright's own.
 * Playwright makes several hundred functions at each `expect(…)` and reads a stack at each claim, for its trace: a
 * fifth of what a check takes here. Throws, as that one does, when the claim does not hold.
 */
export const expect = (actual: unknown, words?: string): unknown =>
  new Proxy(
    {},
    {
      get(_target, name) {
        const sentence = typeof name === 'string' && Object.hasOwn(ours, name) ? ours[name] : undefined;
        if (sentence === undefined) return playwrights(actual, words)[name as 'not'];
        return (...values: unknown[]): void => {
          const { pass, message } = sentence(actual, ...values);
          if (!pass) throw new Error(words === undefined ? message() : `${words}\n\n${message()}`);
        };
      },
    },
  );
