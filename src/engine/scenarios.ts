import { errorCodes, isErrorCodeName, type ErrorCodeName } from '../contract/error-codes/index.ts';
import type { EvidenceOfTest, Outcome } from '../contract/outcomes.ts';
import type { Product } from '../contract/products.ts';
import { fromProjectRoot } from '../run/test/current-test.ts';
import { risks, type Risk } from '../contract/risks.ts';
import type { Exchange } from '../wire/exchange.ts';
import { mockTarget } from './mock-target.ts';
import type { DeclaredTest } from './registry.ts';
import { loadSpecs, runTests } from './run.ts';

/** A circumstance that leads to an error code, and what came of it on the mock. */
export interface ScenarioSeen {
  readonly code: ErrorCodeName;
  readonly product: Product;
  /** The circumstance, in words. */
  readonly given: string;
  readonly file: string;
  readonly line: number;
  /** The least that a run must be allowed to do; undefined where the mock does not bring it about at all. */
  readonly risk?: Risk;
  /** What came of it where everything is allowed. */
  readonly outcome: Outcome;
  readonly reason?: string;
  /** The exchange that carries the refusal; undefined where none did. */
  readonly refused?: Exchange;
}

const prefix = '@code.';

function codeOf({ details }: DeclaredTest): ErrorCodeName | undefined {
  const name = details.tag.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
  return name !== undefined && isErrorCodeName(name) ? name : undefined;
}

/** A check of a requirement, and where it stands. */
export type CheckOf = Pick<DeclaredTest, 'title' | 'file' | 'line'>;

/** The checks of a requirement; files from the project's root. */
export const checksOf = async (id: string): Promise<readonly CheckOf[]> =>
  (await loadSpecs())
    .filter(({ details }) => details.tag.includes(`@${id}`))
    .map(({ title, file, line }) => ({ title, file: fromProjectRoot(file), line }));

/**
 * Plays the scenarios of these codes (all, when none is named) against a mock of that product, in its usual dialect,
 * with each risk that a run may be given.
 */
export async function seeScenarios(product: Product, ...codes: readonly string[]): Promise<ScenarioSeen[]> {
  const dialect = product === 'ops-manager' ? 'access-list' : 'whitelist';
  const chosen = (await loadSpecs()).flatMap((test) => {
    const code = codeOf(test);
    const wanted =
      code !== undefined && errorCodes[code].products.includes(product) && (codes.length === 0 || codes.includes(code));
    return wanted ? [{ test, code }] : [];
  });
  const tests = chosen.map(({ test }) => test);
  const played = new Map<Risk, EvidenceOfTest<Exchange>[]>();
  for (const risk of risks) {
    const { settings, transport } = mockTarget({ product, dialect });
    played.set(risk, await runTests(tests, { transport, settings: { ...settings, run: { ...settings.run, risk } } }));
  }
  return chosen.map(({ test, code }, index) => {
    const { record, exchanges } = played.get('irreversible')![index]!;
    const risk = risks.find((one) => played.get(one)![index]!.record.outcome === 'kept');
    return {
      code,
      product,
      given: test.title.replace(`: ${code}`, ''),
      file: fromProjectRoot(test.file),
      line: test.line,
      ...(risk !== undefined && { risk }),
      outcome: record.outcome,
      ...(record.reason !== undefined && { reason: record.reason }),
      refused: exchanges.find(({ response }) => (response?.body ?? '').includes(`"${code}"`)),
    };
  });
}
