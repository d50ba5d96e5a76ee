import type { Settings } from '../target/settings/types.ts';
import { lookAtCaller } from './caller.ts';
import { lookAtConnection } from './connection.ts';
import { familyFindings, findPlaces, lookAtFamilies } from './families.ts';
import { notReached, obstacleIn, type Finding } from './finding.ts';
import { lookAtLogin } from './login.ts';
import { visit } from './visit.ts';

/** What the doctor saw of a target. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Families that the target was seen to lack. */
  readonly lacking: readonly string[];
}

const steps = {
  login: ['digest', 'credentials', 'clock', 'product', 'version'],
  inside: ['place', 'families', 'roles', 'dialect', 'access list'],
} as const;

/**
 * Looks at a target step by step, with GET and without credentials where that is enough. After the first step that
 * fails, the later ones are named and not taken.
 */
export async function examine(settings: Settings): Promise<Examination> {
  const connection = await lookAtConnection(settings.target);
  const hindrance = obstacleIn(connection);
  if (hindrance !== undefined) return stopped(connection, [...steps.login, ...steps.inside], hindrance);
  const seen = visit(settings);
  try {
    const login = await lookAtLogin(seen);
    const refused = obstacleIn(login);
    if (refused !== undefined) return stopped([...connection, ...login], steps.inside, refused);
    const { ids, finding } = await findPlaces(seen);
    const families = await lookAtFamilies(seen, ids);
    const caller = await lookAtCaller(seen, ids, families);
    return {
      findings: [...connection, ...login, finding, ...familyFindings(families), ...caller],
      lacking: families.filter(({ is }) => is === 'missing').map(({ family }) => family),
    };
  } finally {
    await seen.transport.close();
  }
}

const stopped = (findings: readonly Finding[], later: readonly string[], { step }: Finding): Examination => ({
  findings: [...findings, ...later.map((name) => notReached(name, `${step} failed`))],
  lacking: [],
});
