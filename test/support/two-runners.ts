import type { MockOptions } from '../../src/mock/forms/types.ts';
import { engineProcess } from './engine-process.ts';

/** A mock that both runners judge. */
export interface Case extends Pick<MockOptions, 'product' | 'dialect'> {
  /** Names of the mutants whose lies it tells. */
  readonly lies: readonly string[];
  /** Chooses the checks by the tags of their requirements. */
  readonly grep: string;
}

/** Outcomes by requirement. */
export type Outcomes = Readonly<Record<string, string>>;

/** What the engine makes of these mocks, in their order. */
export const ofEngine = (cases: readonly Case[]): Promise<readonly Outcomes[]> =>
  engineProcess(new URL('../engine/engine-outcomes.ts', import.meta.url), JSON.stringify(cases));
