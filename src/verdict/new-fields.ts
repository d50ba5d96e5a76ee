import { undocumented } from '../contract/outcomes.ts';
import { fieldOfEntity } from '../contract/violation-shape.ts';
import { standingTitle } from './check-verdict.ts';
import type { Verdict } from './verdict.ts';

/** Fields that a terminal and a summary name; all of them stand in verdict.json. */
const shown = 12;

/**
 * Fields in answers that no page names, once for each resource, with the number of answers: a line each. They are no
 * fault, and may be what a newer version has.
 */
export function newFieldLines({ requirements }: Verdict): string[] {
  const answers = new Map<string, Set<string | undefined>>();
  for (const { id, area, checks } of requirements) {
    // What checks of their own looked at is an answer of the run too, and is counted with the others.
    const findings =
      area === 'resource' ? checks.filter(({ title }) => title === standingTitle).flatMap((check) => check.findings) : [];
    for (const { path, exchange } of findings.filter(({ message }) => message.startsWith(undocumented))) {
      const field = `${id} ${fieldOfEntity(path)}`;
      answers.set(field, (answers.get(field) ?? new Set()).add(exchange));
    }
  }
  const lines = [...answers].map(([field, { size }]) => `${field} in ${size} ${size === 1 ? 'answer' : 'answers'}`);
  return lines.length <= shown ? lines : [...lines.slice(0, shown), `and ${lines.length - shown} more, in verdict.json`];
}
