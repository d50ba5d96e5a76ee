import { isDeepStrictEqual } from 'node:util';
import type { RequirementVerdict, Verdict } from '../../verdict/verdict.ts';

/** As many places of one member are named, or of one check. */
const mostPlaces = 3;

/**
 * Where a verdict differs from what its evidence tells, a sentence each; none where it follows from it. Every member
 * counts: `again` is the whole document that should have been written.
 */
export function differences(verdict: Verdict, again: Verdict): string[] {
  const [said, rejudged] = [plain(verdict), plain(again)];
  const { requirements: saidRows, ...saidRest } = said;
  const { requirements: toldRows, ...toldRest } = rejudged;
  const found = [
    ...[...new Set([...Object.keys(saidRest), ...Object.keys(toldRest)])].flatMap((name) =>
      placesThatDiffer(saidRest[name as keyof typeof saidRest], toldRest[name as keyof typeof toldRest], name),
    ),
    ...rowDifferences(saidRows, toldRows),
  ];
  return found.length > 0 || isDeepStrictEqual(said, rejudged) ? found : ['requirements: in another order'];
}

function rowDifferences(said: readonly RequirementVerdict[], rejudged: readonly RequirementVerdict[]): string[] {
  const others = new Map(rejudged.map((requirement) => [requirement.id, requirement]));
  const own = new Set(said.map(({ id }) => id));
  return [
    ...said
      .filter(({ id }, index) => said.findIndex((one) => one.id === id) !== index)
      .map(({ id, outcome }) => `${id}: there more than once, as ${outcome} too`),
    ...said.flatMap((requirement) => difference(requirement, others.get(requirement.id))),
    ...rejudged.filter(({ id }) => !own.has(id)).map(({ id, outcome }) => `${id}: missing, judged again: ${outcome}`),
  ];
}

function difference(said: RequirementVerdict, rejudged: RequirementVerdict | undefined): string[] {
  const { id, outcome, reason } = said;
  if (rejudged === undefined) return [`${id}: ${outcome}, judged again: not in scope`];
  if (outcome !== rejudged.outcome) {
    return [`${id}: ${outcome}, judged again: ${rejudged.outcome}${rejudged.reason === null ? '' : ` (${rejudged.reason})`}`];
  }
  if (reason !== rejudged.reason) return [`${id}: ${outcome} because "${reason}", judged again: because "${rejudged.reason}"`];
  if (said.examined !== rejudged.examined) return [`${id}: ${said.examined} items looked at, judged again: ${rejudged.examined}`];
  return placesThatDiffer(said, rejudged, id);
}

/** The places at which two values differ, each with what is there and what should be; not more than a few. */
function placesThatDiffer(said: unknown, rejudged: unknown, name: string): string[] {
  const places = leavesThatDiffer(said, rejudged, name);
  const rest = places.length - mostPlaces;
  return rest <= 0 ? places : [...places.slice(0, mostPlaces), `${name}: and ${rest} more places`];
}

const isNested = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function leavesThatDiffer(said: unknown, rejudged: unknown, place: string): string[] {
  if (isDeepStrictEqual(said, rejudged)) return [];
  if (!isNested(said) || !isNested(rejudged) || Array.isArray(said) !== Array.isArray(rejudged)) {
    return [`${place}: ${shown(said)}, judged again: ${shown(rejudged)}`];
  }
  const names = [...new Set([...Object.keys(said), ...Object.keys(rejudged)])];
  return names.flatMap((name) => leavesThatDiffer(said[name], rejudged[name], `${place}/${name}`));
}

/**
 * True where a JSON text names a member of an object twice: readers differ in which of them they take. `value` is what
 * the text was parsed to.
 */
export function namesTwice(text: string, value: unknown): boolean {
  const named = text.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/g)?.length ?? 0;
  return named !== membersIn(value);
}

function membersIn(value: unknown): number {
  if (!isNested(value)) return 0;
  const parts = Object.values(value).reduce<number>((sum, part) => sum + membersIn(part), 0);
  return parts + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** As it is written: what is undefined is not there. */
const plain = (verdict: Verdict): Verdict => JSON.parse(JSON.stringify(verdict)) as Verdict;

function shown(value: unknown): string {
  const text = value === undefined ? 'not there' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
