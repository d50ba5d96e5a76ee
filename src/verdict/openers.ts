import type { Reason } from '../contract/reasons.ts';
import { risks } from '../contract/risks.ts';
import { isBinding, type RequirementVerdict, type Verdict } from './verdict.ts';

/** What somebody can give to a run, and how many documented MUSTs that nobody saw it would let be seen. */
export interface Opener {
  /** As it is typed: a flag, or variables of the environment. */
  readonly give: string;
  readonly opens: number;
}

const flags = { organization: '--org <id>', project: '--project <id>' } as const;

/** What can be given for one reason; undefined where it is nothing that is typed. A higher risk lets more be seen. */
function givenFor({ needs = {} }: Reason): string[] {
  const { place, settings, risk } = needs;
  return [
    ...(place === undefined ? [] : [flags[place]]),
    ...(settings === undefined ? [] : [settings.join(' and ')]),
    ...(risk === undefined ? [] : risks.slice(risks.indexOf(risk)).map((one) => `--risk ${one}`)),
  ];
}

const isUnseen = ({ outcome }: RequirementVerdict): boolean => outcome === 'unverified' || outcome === 'setup-failed';

/** Documented MUSTs that the run judged, and those that it should have and could not. */
export function sightOf({ requirements }: Pick<Verdict, 'requirements'>) {
  const binding = requirements.filter(isBinding);
  return {
    seen: binding.filter(({ outcome }) => ['kept', 'broken', 'known', 'stale'].includes(outcome)),
    unseen: binding.filter(isUnseen),
  };
}

/**
 * What would let the most be seen, first; what nothing takes back comes last, however much it opens. A requirement counts
 * where one thing alone is lacking to it; of two risks that open as much only the lower one is told.
 */
export function openersOf(verdict: Pick<Verdict, 'requirements'>): Opener[] {
  const counts = new Map<string, number>();
  for (const { reasons = [] } of sightOf(verdict).unseen) {
    const [first = [], ...others] = reasons.map(givenFor);
    for (const give of first) if (others.every((one) => one.includes(give))) counts.set(give, (counts.get(give) ?? 0) + 1);
  }
  const told = [...counts].filter(
    ([give, opens]) => !risks.some((risk) => isLower(risk, give) && counts.get(`--risk ${risk}`) === opens),
  );
  return told
    .map(([give, opens]) => ({ give, opens }))
    .toSorted((a, b) => Number(isForGood(a)) - Number(isForGood(b)) || b.opens - a.opens);
}

const isForGood = ({ give }: Opener): boolean => give === '--risk irreversible';

const isLower = (risk: (typeof risks)[number], give: string): boolean =>
  give.startsWith('--risk ') && risks.indexOf(risk) < risks.findIndex((one) => give === `--risk ${one}`);
