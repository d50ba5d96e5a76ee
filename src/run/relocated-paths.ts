import type { CallStep } from '../client/call-steps.ts';
import { inferredPaths } from '../contract/inferred-paths.ts';
import { filled, valuesAt } from '../contract/path-templates.ts';

/**
 * Sends each call where the target serves it, for a target that serves resources under other paths than
 * src/contract/inferred-paths.ts has them: `paths` gives a template for each that differs. Links are followed as they are.
 */
export function relocated(paths: Readonly<Record<string, string>> = {}): CallStep {
  const moves = Object.entries(paths).map(([name, to]) => ({ from: inferredPaths[name as keyof typeof inferredPaths], to }));
  return {
    before(call) {
      for (const { from, to } of moves) {
        const values = valuesAt(from, call.path);
        if (values !== undefined) return { ...call, path: filled(to, values) };
      }
      return call;
    },
  };
}
