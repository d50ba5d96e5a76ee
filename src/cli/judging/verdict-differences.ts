import { isDeepStrictEqual } from 'node:util';
import type { RequirementVerdict, Verdict } from '../../verdict/verdict.ts';

/** As many places of one member are named, or of one check. */
const mostPlaces = 3;

/**
 * Where a verdict differs from what its evidence tells, a sentence each; none where it follows from it. Every member
 * counts: `again` is the whole document that should have been written.
 */
export function differences(verdict: Verdict, again: Verdict): string[] {
  const [said, told] = [plain(verdict), plain(again)];
  const { requirements: saidRows, ...saidRest } = said;
  const { requirements: toldRows, ...toldRest } = told;
  const found = [
    ...[...new Set([...Object.keys(saidRest), ...Object.keys(toldRest)])].flatMap((name) =>
      placesThatDiffer(saidRest[name as keyof typeof saidRest], toldRest[name as keyof typeof toldRest], name),
    ),
    ...rowDifferences(saidRows, toldRows),
  ];
  return found.length > 0 || isDeepStrictEqual(said, told) ? found : ['requirements: in another order'];
}

function rowDifferences(said: readonly RequirementVerdict[], told: readonly RequirementVerdict[]): string[] {
  const others = new Map(told.map((requirement) => [requirement.id, requirement]));
  const own = new Set(said.map(({ id }) => id));
  return [
    ...said
      .filter(({ id }, index) => said.findIndex((one) => one.id === id) !== index)
      .map(({ id, outcome }) => `${id}: there more than once, as ${outcome} too`),
    ...said.flatMap((requirement) => difference(requirement, others.get(requirement.id))),
    ...told.filter(({ id }) => !own.has(id)).map(({ id, outcome }) => `${id}: missing, judged again: ${outcome}`),
  ];
}

function difference(said: RequirementVerdict, told: RequirementVerdict | undefined): string[] {
  const { id, outcome, reason } = said;
  if (told === undefined) return [`${id}: ${outcome}, judged again: not in scope`];
  if (outcome !== told.outcome) {
    return [`${id}: ${outcome}, judged again: ${told.outcome}${told.reason === null ? '' : ` (${told.reason})`}`];
  }
  if (reason !== told.reason) return [`${id}: ${outcome} because "${reason}", judged again: because "${told.reason}"`];
  if (said.examined !== told.examined) return [`${id}: ${said.examined} items looked at, judged again: ${told.examined}`];
  return placesThatDiffer(said, told, id);
}

/** The places at which two values differ, each with what is there and what should be; not more than a few. */
function placesThatDiffer(said: unknown, told: unknown, name: string): string[] {
  const places = leavesThatDiffer(said, told, name);
  const rest = places.length - mostPlaces;
  return rest <= 0 ? places : [...places.slice(0, mostPlaces), `${name}: and ${rest} more places`];
}

const isNested = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function leavesThatDiffer(said: unknown, told: unknown, place: string): string[] {
  if (isDeepStrictEqual(said, told)) return [];
  if (!isNested(said) || !isNested(told) || Array.isArray(said) !== Array.isArray(told)) {
    return [`${place}: ${shown(said)}, judged again: ${shown(told)}`];
  }
  const names = [...new Set([...Object.keys(said), ...Object.keys(told)])];
  return names.flatMap((name) => leavesThatDiffer(said[name], told[name], `${place}/${name}`));
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
