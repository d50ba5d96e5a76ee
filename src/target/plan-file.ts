import type { Dialect, Product } from '../contract/products.ts';
import { refuseUnless } from './input/document-schema.ts';
import type { Risk } from '../contract/risks.ts';
import type { Settings } from './settings/types.ts';
import { UsageError } from './input/usage-error.ts';
import { parseUserJson, readUserFile } from './input/user-file.ts';
import { inOneNotation } from '../contract/path-templates.ts';

/** All requests of one shape that a run would send. */
export interface PlannedRequest {
  readonly family: string;
  readonly method: string;
  /** Below the base path, parameters in braces. */
  readonly path: string;
  /** About how often; with more than one worker some are sent once by each. */
  readonly times: number;
  /** The least that a run must be allowed to do to send it. */
  readonly risk: Risk;
  /** Any one of these suffices; empty where any member may, or nobody has to be anybody. */
  readonly roles: readonly string[];
  /** Of what cannot be undone: title of the one check that sends it. */
  readonly check?: string;
  readonly undo: string;
}

/** What `omconform plan` writes; its schema is schemas/documents/plan.json. */
export interface Plan {
  readonly schemaVersion: 1;
  readonly product: Product;
  readonly dialect: Dialect;
  readonly risk: Risk;
  /** Requirement ids or globs; empty means all. */
  readonly only: readonly string[];
  readonly requests: readonly PlannedRequest[];
}

/** Reads a plan. Throws UsageError for a file that is none. */
function readPlan(file: string): Plan {
  const shown = `--plan ${file}`;
  const plan = parseUserJson(readUserFile(file, { shown, hint: 'write one with `omconform plan --out FILE`' }), shown);
  refuseUnless('plan.json', plan, shown, 'plan');
  const { requests, ...more } = plan as Plan;
  return { ...more, requests: requests.map((request) => ({ ...request, path: inOneNotation(request.path) })) };
}

/** The plan that a run keeps to; undefined where it has none. Throws UsageError where it was made for another run. */
export function planOfRun({ target, run }: Settings): Plan | undefined {
  if (run.planFile === undefined) return undefined;
  const plan = readPlan(run.planFile);
  const settings = { product: target.product, dialect: target.dialect, risk: run.risk };
  for (const name of ['product', 'dialect', 'risk'] as const) {
    if (plan[name] === settings[name]) continue;
    throw new UsageError(
      `--plan ${run.planFile} was made for the ${name} ${plan[name]}, not ${settings[name]}: make another with \`omconform plan\``,
    );
  }
  return plan;
}
