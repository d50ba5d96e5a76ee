import type { RequirementId } from '../../src/contract/requirements/index.ts';
import type { MockTargetOptions } from '../../src/engine/mock-target.ts';
import type { MockOptions } from '../../src/mock/forms/types.ts';

/** A small lie told by the mock. */
export interface Mutant {
  /** Says the lie: `list-total-is-page-length`. */
  readonly name: string;
  /** The requirement that it breaks. */
  readonly breaks: RequirementId;
  /** What becomes of it, where no page describes the circumstance, so that the lie can be a correct answer. Default: broken. */
  readonly becomes?: 'not-provoked';
  /**
   * Requirements of other areas that the same lie cannot but break. Those of the same area are free:
   * a list whose links are wrong cannot be walked either.
   */
  readonly also?: readonly RequirementId[];
  /** The mock that lies. */
  readonly mock: MockOptions;
  /** Where it is reached, when the lie is about that. */
  readonly reached?: Pick<MockTargetOptions, 'origin' | 'servesPlainHttp'>;
}
