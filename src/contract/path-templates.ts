import { anyId, markStart } from './ids.ts';

/*
 * Path templates, `/groups/{projectId}/hosts/{hostId}`: paths below the root of the API, in which names in braces, in
 * camel case, stand for one segment each.
 */

/** Names of the parameters of a template, as the compiler sees them. */
export type ParameterOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

const parameter = /\{([^{}]+)\}/g;

/** What the parameters stand for; escapes stay as they are. */
export type PathValues = Readonly<Record<string, string>>;

/** Names of a template's parameters, in order. */
export const parametersOf = (template: string): string[] => [...template.matchAll(parameter)].map(([, name = '']) => name);

/** The parameter's name, where a segment is one. */
export const parameterIn = (segment: string): string | undefined => /^\{([^{}]+)\}$/.exec(segment)?.[1];

/** Whether a path still has a parameter that nothing was filled into. */
export const isOpen = (path: string): boolean => path.search(parameter) !== -1;

/** A template with what is known filled in, as it is; other parameters stay. */
export const filled = (template: string, values: Readonly<Record<string, string | undefined>>): string =>
  template.replace(parameter, (braces, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? braces) : braces));

/** What the parameters of a template stand for in a path; undefined where the path is not like it. None stands for nothing. */
export function valuesAt(template: string, path: string): PathValues | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const word = given[index]!;
    const name = parameterIn(part);
    if (name === undefined ? part !== word : word === '') return undefined;
    if (name !== undefined) values[name] = word;
  }
  return values;
}

const idSegment = new RegExp(`^(?:.*${anyId}.*|\\{[^{}]*\\})$`, 'i');

/** A path with `{id}` for each id or parameter in it, and `{name}` for each name that a run made up: what names a resource once. */
export const shortened = (path: string): string =>
  path
    .split('/')
    .map((word) => (word.startsWith(markStart) ? '{name}' : idSegment.test(word) ? '{id}' : word))
    .join('/');

/**
 * A template as it is written now. Earlier versions wrote `{GROUP-ID}` or `{PROJECT-ID}` for `{projectId}`, and so do
 * files of users, plans and ledgers that are as old.
 */
export const inOneNotation = (template: string): string =>
  template
    .replace(/\{([A-Z]+(?:-[A-Z]+)*)\}/g, (_, name: string) => `{${inCamelCase(name.replace(/^GROUP-/, 'PROJECT-'))}}`)
    .replace(/\{ORG-OF:([^{}]*)\}/g, '{orgOf:$1}');

const inCamelCase = (name: string): string => name.toLowerCase().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * What a place names below the root of the API: its path without query, fragment and trailing slashes, `''` for the root
 * itself; undefined where it lies elsewhere. `…/v1.0beta/groups` is not below `…/v1.0`. Escapes stay as they are.
 * Takes the root, and the place, as a URL or as a path.
 */
export function pathBelow(root: string, place: string): string | undefined {
  const base = pathOf(root).replace(/\/+$/, '');
  const path = pathOf(place);
  if (path !== base && !path.startsWith(`${base}/`)) return undefined;
  return path.slice(base.length).replace(/\/+$/, '');
}

/** Of the places asked about lately: the root is at every request, and a request by each of its guards. */
const paths = new Map<string, string>();
const mostPaths = 100;

function pathOf(place: string): string {
  const known = paths.get(place);
  if (known !== undefined) return known;
  const isUrl = !place.startsWith('/') && URL.canParse(place);
  const path = isUrl ? new URL(place).pathname : place.replace(/[?#].*$/s, '');
  if (paths.size >= mostPaths) paths.clear();
  paths.set(place, path);
  return path;
}
