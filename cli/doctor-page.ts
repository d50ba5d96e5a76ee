import { obstacleIn, type Finding } from '../fixtures/doctor/finding.ts';
import { unseenByReason } from '../verdict/tally.ts';
import { isBinding } from '../verdict/verdict.ts';
import { wrap } from '../verdict/wrap.ts';
import { unseenMusts, type Diagnosis, type Outlook } from './diagnosis.ts';

const width = 80;
const column = 15;
/** Reasons and states that are named; `--json` has them all. */
const most = 8;

const signs: Record<Finding['outcome'], string> = {
  ok: 'ok', warning: 'warn', failed: 'FAIL', 'not-reached': '-', 'not-seen': '?',
};

/** The diagnosis for a terminal of 80 columns: what was found, what will run, what will not, and what to do. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  const { settings: { target, run }, findings, outlook } = diagnosis;
  const sections = [
    wrap(`${target.product} at ${target.url}, risk ${run.risk}`, width),
    findings.flatMap(findingLines),
    ...(outlook === undefined ? [] : [willRun(outlook), willNot(outlook), states(outlook)]),
    ending(diagnosis),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
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
  const says = `A run will judge about ${judged.length} of ${verdict.requirements.length} requirements (${musts} documented MUSTs) `
    + `with about ${requests} requests; \`omconform plan\` lists them.`;
  return wrap(says, width);
}

function willNot({ verdict }: Outlook): string[] {
  const groups = unseenByReason(verdict);
  if (groups.length === 0) return [];
  const rest = groups.slice(most);
  return [
    'What it will not see, as far as can be told now',
    ...groups.slice(0, most).flatMap(({ reason, requirements }) => {
      const [first = '', ...more] = wrap(reason, width - 8);
      return [`${String(requirements.length).padStart(6)}  ${first}`, ...more.map((line) => `${' '.repeat(8)}${line}`),
        ...wrap(`> ${adviceFor(reason)}`, width, ' '.repeat(8))];
    }),
    ...(rest.length === 0 ? [] : [`${String(rest.reduce((sum, { requirements }) => sum + requirements.length, 0)).padStart(6)}  for ${rest.length} other reasons: see --json`]),
  ];
}

/** What to do about a reason, from its words. */
export function adviceFor(reason: string): string {
  const rows: readonly (readonly [RegExp, string])[] = [
    [/--risk (own-resources|destructive)/, 'allow more with --risk, where the target may bear it'],
    [/TARGET_[A-Z_]+/, 'set the variables in the environment or in .env'],
    [/^not-offered/, 'nothing: what is not offered is not judged'],
    [/--org|--project/, 'name the place with --org or --project'],
    [/^unverified: could not|answered 40[13]/, 'give the key the role that this takes'],
    [/no exchange had anything/, 'nothing: it is judged where it shows'],
    [/needs /, 'make such a state, or name its id under states: in the target\'s file'],
  ];
  return rows.find(([words]) => words.test(reason))?.[1] ?? 'see docs/environment.md';
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
  return wrap(`${unseen} documented MUSTs are likely to stay unverified: a run would end as incomplete (exit 4)${allowed}.`, width);
}
