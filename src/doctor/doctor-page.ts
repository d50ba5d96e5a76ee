import { obstacleIn, type Finding } from './finding.ts';
import type { Needs, ReasonKind } from '../contract/reasons.ts';
import { unseenByReason, type Unseen } from '../verdict/reports/tally.ts';
import { isBinding } from '../verdict/verdict.ts';
import { unwrapped, wrap } from '../verdict/reports/wrap.ts';
import { unseenMusts, type Diagnosis, type Outlook } from './diagnosis.ts';
import { anyId } from '../contract/ids.ts';
import { limits } from '../contract/limits.ts';

const width = 80;
const column = 15;
/** States that are named, and reasons under one piece of advice; `--json` has them all. */
const most = 6;
const mostReasons = 3;

const signs: Record<Finding['outcome'], string> = {
  ok: 'ok',
  warning: 'warn',
  failed: 'FAIL',
  'not-reached': '-',
  'not-seen': '?',
};

/** The diagnosis for a terminal of 80 columns: what was found, what will run, what will not, and what to do. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  const {
    settings: { target, run },
    findings,
    leftovers,
    outlook,
  } = diagnosis;
  const sections = [
    wrap(`${target.product} at ${target.url}, risk ${run.risk}`, width),
    // On one line, so that the command can be copied.
    leftovers === undefined ? [] : [unwrapped(leftovers)],
    findings.flatMap(findingLines),
    ...(outlook === undefined ? [] : [willRun(outlook), willNot(outlook), states(outlook)]),
    ending(diagnosis),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function findingLines({ step, outcome, says, advice }: Finding): string[] {
  const [first = '', ...more] = wrap(says, width - column - 6);
  return [
    `  ${signs[outcome].padEnd(5)}${step.padEnd(column - 1)}${first}`.trimEnd(),
    ...more.map((line) => `${' '.repeat(column + 6)}${line}`),
    ...(advice === undefined ? [] : wrap(`> ${advice}`, width, ' '.repeat(column + 6))),
  ];
}

function willRun({ requests, verdict }: Outlook): string[] {
  const judged = verdict.requirements.filter(({ outcome }) => outcome === 'kept');
  const musts = judged.filter(isBinding).length;
  const says =
    `A run will judge about ${judged.length} of ${verdict.requirements.length} requirements (${musts} documented MUSTs) ` +
    `with about ${requests} requests; \`omconform plan\` lists them.`;
  return wrap(says, width);
}

/** What stays unseen, gathered under what can be done about it. */
function willNot({ verdict }: Outlook): string[] {
  const groups = unseenByReason(verdict).map((unseen) => ({
    says: unseen.says,
    count: unseen.requirements.length,
    advice: adviceFor(unseen),
  }));
  if (groups.length === 0) return [];
  const sum = (some: readonly { count: number }[]): number => some.reduce((total, { count }) => total + count, 0);
  const advised = [...new Set(groups.map(({ advice }) => advice))].map((advice) => ({
    advice,
    those: groups.filter((one) => one.advice === advice),
  }));
  return [
    'What it will not see, as far as can be told now, and what to do about it',
    ...advised
      .toSorted((a, b) => sum(b.those) - sum(a.those))
      .flatMap(({ advice, those }) => [
        ...hanging(`${sum(those)}`, `> ${advice}`),
        ...those.slice(0, mostReasons).flatMap(({ says, count }) => wrap(`${count} ${inShort(says)}`, width, ' '.repeat(10))),
        ...(those.length > mostReasons
          ? [`          ${sum(those.slice(mostReasons))} for ${those.length - mostReasons} other reasons: see --json`]
          : []),
      ]),
  ];
}

function hanging(count: string, text: string): string[] {
  const [first = '', ...more] = wrap(text, width - 8);
  return [`${count.padStart(6)}  ${first}`, ...more.map((line) => `${' '.repeat(8)}${line}`)];
}

/** A reason without ids, and without what an error says beyond its code. */
const inShort = (text: string): string =>
  text
    .replace(new RegExp(anyId, 'g'), '{id}')
    .replaceAll(limits.basePath, '')
    .replace(/ \(([A-Z_]+): .*\)/, ' ($1)');

/** What to do about what is unseen, by the first of its reasons about which something can be done. */
export function adviceFor({ outcome, reasons }: Pick<Unseen, 'outcome' | 'reasons'>): string {
  const isOf = (...kinds: readonly ReasonKind[]): boolean => reasons.some(({ kind }) => kinds.includes(kind));
  const lacks = (name: keyof Needs): boolean => reasons.some(({ needs }) => needs?.[name] !== undefined);
  const rows: readonly (readonly [boolean, string])[] = [
    [lacks('place'), 'name the place with --org or --project'],
    [
      reasons.some(({ needs }) => needs?.risk === 'irreversible'),
      'nothing, but on a target that nobody needs: there with --risk irreversible',
    ],
    [lacks('risk'), 'allow more with --risk, where the target may bear it'],
    [lacks('settings'), 'set the variables in the environment or in .env'],
    [outcome === 'not-offered', 'nothing: what is not offered is not judged'],
    [
      isOf('refused-preparation', 'needs-right'),
      'see why the target refuses it: a role that the key lacks, or what it does not offer',
    ],
    [isOf('nothing-of-its-kind'), 'nothing: it is judged where it shows'],
    [
      ['state', 'own', 'caller', 'answer'].some((name) => lacks(name as keyof Needs)),
      "make such a state, or name its id under states: in the target's file",
    ],
  ];
  return rows.find(([holds]) => holds)?.[1] ?? 'see docs/environment.md';
}

function states({ scenarios: { found, missing } }: Outlook): string[] {
  const says = `Scenarios of error codes: ${found} find what they need or make it; ${missing.length} states are not there.`;
  const rest = missing.length - most;
  return [
    ...wrap(says, width),
    ...missing.slice(0, most).flatMap((state) => wrap(state, width, '        ')),
    ...(rest > 0 ? [`        and ${rest} more: see --json`] : []),
  ];
}

function ending({ settings, findings, outlook }: Diagnosis): string[] {
  const obstacle = obstacleIn(findings);
  if (obstacle !== undefined || outlook === undefined) {
    return wrap(`No run could judge this target: ${obstacle?.step}: ${obstacle?.says}.`, width);
  }
  const unseen = unseenMusts(outlook).length;
  if (unseen === 0) return wrap('A run can judge every documented MUST in scope that this target can show.', width);
  const allowed = settings.run.allowIncomplete ? '' : '; --allow-incomplete makes that 0';
  return wrap(
    `${unseen} documented MUSTs are likely to stay unverified: a run would end as incomplete (exit 4)${allowed}.`,
    width,
  );
}
