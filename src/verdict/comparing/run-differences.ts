import { isDeepStrictEqual } from 'node:util';
import type { Comparand } from './grounds.ts';

/** Something that two runs do not have in common beside their outcomes. */
export interface Difference {
  /** In words, or the name of a setting such as `target.projectId`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Settings that are drawn anew for each run, or stand in the verdict. */
const told = ['target.url', 'target.product', 'target.dialect', 'target.publicKey', 'run.risk', 'run.only', 'run.seed'];
/** Settings that are another one whenever a mock is started for the run. */
const ofEmbedded = ['target.orgId', 'target.projectId'];

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not given');
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
};

/** What the two runs do not have in common: who was judged, by whom, what of, and, where evidence tells them, settings. */
export function runDifferences(before: Comparand, after: Comparand): Difference[] {
  const [one, other] = [before.verdict, after.verdict];
  const isEmbedded = [before, after].every(({ settings }) => (settings?.['run'] as { embedded?: boolean } | undefined)?.embedded);
  const pairs: readonly (readonly [what: string, was: unknown, is: unknown])[] = [
    ...(isEmbedded ? [] : ([['target', one.target.url, other.target.url]] as const)),
    ['product', one.target.product, other.target.product],
    ['version of the target', one.target.serverVersion ?? 'unknown', other.target.serverVersion ?? 'unknown'],
    ['dialect', one.target.dialect, other.target.dialect],
    ['risk', one.run.risk, other.run.risk],
    ['scope', one.scope, other.scope],
    ['suite', one.suite.version, other.suite.version],
    ['catalogue', one.suite.catalogueHash.slice(0, 12), other.suite.catalogueHash.slice(0, 12)],
    ...settingPairs(before.settings, after.settings).filter(([what]) => !(isEmbedded && ofEmbedded.includes(what))),
  ];
  return pairs
    .filter(([, was, is]) => !isDeepStrictEqual(was, is))
    .map(([what, was, is]) => ({ what, before: shown(was), after: shown(is) }));
}

function settingPairs(before: Comparand['settings'], after: Comparand['settings']): [string, unknown, unknown][] {
  if (before === undefined || after === undefined) return [];
  return ['target', 'run'].flatMap((half) => {
    const [was, is] = [before[half], after[half]].map((value) => (value ?? {}) as Record<string, unknown>);
    return [...new Set([...Object.keys(was!), ...Object.keys(is!)])]
      .map((name): [string, unknown, unknown] => [`${half}.${name}`, was![name], is![name]])
      .filter(([what]) => !told.includes(what));
  });
}
