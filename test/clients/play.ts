import { isObject } from '../../src/wire/json.ts';
import type { Answered, Caller } from './programs.ts';
import { steps, type Known, type Step } from './steps.ts';

const filled = (text: string, known: Known): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? `no-${name}`);

function documentIn({ body }: Answered): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The entity that an answer brings, or the first one in its list. */
function entityIn(answer: Answered): Record<string, unknown> {
  const document = documentIn(answer);
  const list: unknown = isObject(document) && Array.isArray(document['results']) ? document['results'] : document;
  const entity: unknown = Array.isArray(list) ? (list as unknown[])[0] : list;
  return isObject(entity) ? entity : {};
}

/** `ok`, or why not. */
function outcomeOf(answer: Answered): string {
  if (answer.status >= 200 && answer.status < 300) return 'ok';
  const code = String(entityIn(answer)['errorCode'] ?? '');
  return code === 'RESOURCE_NOT_FOUND' ? 'absent' : `${answer.status} ${code}`.trim();
}

/** What became of one call: `ok`, `absent`, or how it was refused; and what was answered. */
export interface Played {
  readonly operation: string;
  readonly outcome: string;
  readonly body: string;
}

/** Makes all calls of real clients in their order, at a URL with its base path; `given` tells which project and organization. */
export async function playSteps(call: Caller['call'], url: string, given: Known): Promise<Played[]> {
  const known: Known = { ...given };
  const played: Played[] = [];
  let latest: Answered | undefined;
  const bodyOf = ({ body, change }: Step): unknown =>
    change === undefined ? body?.(known) : { ...(latest && entityIn(latest)), ...change };
  for (const step of steps) {
    const [method = '', template = ''] = step.operation.split(' ');
    const query = step.query === undefined ? '' : `?${step.query}`;
    const body = bodyOf(step);
    const target = url + filled(template, known) + query;
    latest = await call({ method, url: target, body: body === undefined ? null : JSON.stringify(body) });
    const [name, field = 'id'] = step.keeps?.split(':') ?? [];
    if (name !== undefined) known[name] = String(entityIn(latest)[field]);
    played.push({ operation: step.operation, outcome: outcomeOf(latest), body: latest.body });
  }
  return played;
}
