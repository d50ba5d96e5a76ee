import { undocumented, type Violation } from './outcomes.ts';
import { anyId, nameMark } from './ids.ts';

/** A violation in one line: where, and what is wrong there. */
export function violationLine({ path, message }: Violation): string {
  return path === '' ? message : `${path} ${message}`;
}

/** What is another in every run, or in every item of a list, and says nothing of the fault. */
const passing: readonly (readonly [what: RegExp, word: string])[] = [
  [/ \(\d+ of \d+ entities, first: [^)]*\)$/, ''],
  [/https?:\/\/[^/\s"']+/g, ''],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})/g, '<date>'],
  [new RegExp(String.raw`\b${nameMark}[\w.-]*`, 'g'), '<name>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>'],
  [new RegExp(String.raw`\b${anyId}\b`, 'gi'), '<id>'],
];

/** A JSON Pointer without the places in arrays. */
export const fieldOf = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/*');

/** A field of an entity, wherever in an answer the entity stands: alone, in an envelope, in a list. */
export const fieldOfEntity = (path: string): string => fieldOf(path).replace(/^(?:\/content)?(?:\/results)?(?:\/\*)?(?=\/)/, '');

/** A violation without what is another in every run: the shape by which a failure is known again. */
export function shapeOf({ path, message }: Violation): string {
  const said = passing.reduce((text, [what, word]) => text.replace(what, word), message);
  // A status is what it is; other numbers are counts and sizes of the day.
  return violationLine({ path: fieldOf(path), message: path === 'status' ? said : said.replace(/\d+/g, '#') });
}

/** Violations of one shape: the first of them, and how many there are. */
interface Fold {
  readonly first: Violation;
  readonly count: number;
}

/** Violations folded by their shape, in the order in which each came first. What a new field holds is no shape. */
function folded(violations: readonly Violation[]): Fold[] {
  const folds = new Map<string, Fold>();
  for (const violation of violations) {
    const { path, message } = violation;
    const shape = shapeOf({ path: fieldOfEntity(path), message: message.startsWith(undocumented) ? undocumented : message });
    const { first = violation, count = 0 } = folds.get(shape) ?? {};
    folds.set(shape, { first, count: count + 1 });
  }
  return [...folds.values()];
}

/** A fold in one line: how often, and the first of them. */
const foldLine = ({ first, count }: Fold): string => (count === 1 ? violationLine(first) : `${count} × ${violationLine(first)}`);

/** Violations in as many lines as they have shapes. */
export const foldedLines = (violations: readonly Violation[]): string[] => folded(violations).map(foldLine);
