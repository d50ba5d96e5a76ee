import type { Call, Client } from '../../client/types.ts';
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
 * The same client, for a target that serves resources under other paths than src/contract/inferred-paths.ts has them:
 * `paths` gives a template for each that differs. Links are followed as they are.
 */
export function relocated(client: Client, paths: Readonly<Record<string, string>> = {}): Client {
  const moves = Object.entries(paths).map(([name, to]) => moveOf(inferredPaths[name as keyof typeof inferredPaths], to));
  if (moves.length === 0) return client;
  const moved = (call: Call): Call => {
    for (const move of moves) {
      const path = move(call.path);
      if (path !== undefined) return { ...call, path };
    }
    return call;
  };
  const around = (inner: Client): Client => ({
    ...inner,
    send: (call) => inner.send(moved(call)),
    as: (caller) => around(inner.as(caller)),
  });
  return around(client);
}
