import type { TestContext } from 'node:test';
import type { Handler, Layer, MockOptions } from '../../src/mock/forms/types.ts';
import { liveMock } from './live-mock.ts';

/** A mock that can begin to lie, as a server does that was changed between two runs. */
export interface ChangingMock {
  /** Variables that make it the target of a run. */
  readonly env: Readonly<Record<string, string>>;
  /** From now on it tells that lie, or, without one, the truth. */
  tell(lie?: MockOptions): void;
}

const truth: Layer = (next) => next;

/** A mock on a socket of loopback, true at first; gone when the test is over. */
export async function changingMock(context: Pick<TestContext, 'after'>, options: MockOptions = {}): Promise<ChangingMock> {
  let told: MockOptions = {};
  const through =
    (name: 'wire' | 'inner'): Layer =>
    (next) => {
      let made: { readonly layer: Layer; readonly handler: Handler } | undefined;
      return (request) => {
        const layer = told[name] ?? truth;
        if (made?.layer !== layer) made = { layer, handler: layer(next) };
        return made.handler(request);
      };
    };
  const { env } = await liveMock(context, { ...options, wire: through('wire'), inner: through('inner') });
  return {
    env,
    tell: (lie = {}) => {
      told = lie;
    },
  };
}
