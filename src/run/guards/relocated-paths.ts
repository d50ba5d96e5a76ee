import type { CallStep } from '../../client/call-steps.ts';
import { inferredPaths } from '../../contract/inferred-paths.ts';

type Move = (path: string) => string | undefined;

/** From one template to another, in which the same parameters may stand elsewhere. */
function moveOf(from: string, to: string): Move {
  const names: string[] = [];
  const pattern = from.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const whole = new RegExp(`^${pattern}$`);
  return (path) => {
    const found = whole.exec(path);
    return found === null ? undefined : to.replace(/\{([^{}]+)\}/g, (_, name: string) => found[names.indexOf(name) + 1] ?? '');
  };
}

/**
 * Sends each call where the target serves it, for a target that serves resources under other paths than
 * src/contract/inferred-paths.ts has them: `paths` gives a template for each that differs. Links are followed as they are.
 */
export function relocated(paths: Readonly<Record<string, string>> = {}): CallStep {
  const moves = Object.entries(paths).map(([name, to]) => moveOf(inferredPaths[name as keyof typeof inferredPaths], to));
  return {
    before(call) {
      for (const move of moves) {
        const path = move(call.path);
        if (path !== undefined) return { ...call, path };
      }
      return call;
    },
  };
}
