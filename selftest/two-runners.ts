/** A mock that both runners judge. */
export interface Case {
  /** Name of a mutant, or `trueMock`. */
  readonly name: string;
  /** Chooses the checks by the tags of their requirements; all of them would only take longer. */
  readonly grep: string;
}

export const trueMock = 'the true mock';
