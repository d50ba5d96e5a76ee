import { errorCodes, type ErrorCodeName } from '../../contract/error-codes/index.ts';
import { products } from '../../contract/products.ts';
import { referencePages, type ReferencePage } from '../../contract/reference-pages.ts';
import type { Requirement } from '../../contract/requirement.ts';
import { foldedLines } from '../../contract/violation-shape.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { standingTitle } from '../check-verdict.ts';
import type { Comparison, RowChange } from '../comparing/comparison.ts';
import { alike, standings, type HistoryLine } from '../comparing/history.ts';
import { newFieldLines } from '../new-fields.ts';
import { openersOf } from '../openers.ts';
import { proofOf, type Proof } from '../proof.ts';
import { exchangesOf, type ExchangesOfTest } from '../recorded-run.ts';
import { toldCauses, wrongOf } from '../reports/causes.ts';
import { cleanupSentences } from '../reports/cleanup.ts';
import { conclusion, groundInWords, headings, turn } from '../reports/comparison.ts';
import { standingInWords, trendOf } from '../reports/history.ts';
import { verdictSentence } from '../reports/sentence.ts';
import { columnOf, columns, rowsByArea, totalRow, unseenByReason } from '../reports/tally.ts';
import { insecureTlsWarning, type CheckVerdict, type RequirementVerdict, type Verdict } from '../verdict.ts';
import type { PageCause, PageChange, PageCheck, PageCode, PageData, PageRow, PageSource } from './page-data.ts';
import { lanesOf, slowestOf } from './time-line.ts';

/** The products that a requirement concerns, by its id; both where it names none. */
export type Catalogue = Readonly<Record<string, Pick<Requirement, 'products'>>>;

/** What the page is made from; but for the verdict, each may be missing. */
export interface PageSources {
  readonly verdict: Verdict;
  /** undefined where the evidence is too long to be read. */
  readonly tests: readonly ExchangesOfTest[] | undefined;
  readonly comparison: Comparison | undefined;
  /** Lines of the history, this run's the last. */
  readonly history: readonly HistoryLine[];
  readonly catalogue: Catalogue;
}

/** Characters of answers that a page holds; of what is beyond, the answers are left to `omconform show`. */
const mostOfAnswers = 1_000_000;

/** The page of a run. */
export function pageData(sources: PageSources): PageData {
  const { verdict, tests = [], comparison, history } = sources;
  const exchanges = new Map(exchangesOf(tests).map((exchange) => [exchange.id, exchange]));
  const shelf = proofShelf(exchanges);
  const { lanes, from } = lanesOf(tests);
  // First, so that where not all answers have room those of the causes have it.
  const causes = toldCauses(verdict).map((told): PageCause => {
    const {
      cause: { proof, follows, hides },
      number,
      lead,
      share,
    } = told;
    const own = {
      number,
      id: lead.id,
      share,
      says: lead.says,
      source: sourceOf(lead.source),
      wrong: wrongOf(told),
      follows,
      hides,
    };
    return { ...own, proof: proof === null ? null : shelf.add(proof) };
  });
  return {
    verdict: verdict.verdict,
    headline: verdictSentence(verdict),
    startedAt: verdict.run.startedAt,
    facts: factsOf(verdict),
    warnings: warningsOf(sources),
    ...changesOf(comparison),
    trend: trendOf(history),
    causes,
    columns,
    areas: rowsByArea(verdict),
    total: totalRow(verdict),
    openers: openersOf(verdict),
    unseen: unseenByReason(verdict).map(({ says, requirements }) => ({ says, ids: requirements.map(({ id }) => id) })),
    newFields: newFieldLines(verdict),
    rows: rowsOf(sources, causes, shelf),
    proofs: shelf.proofs,
    codes: codesOf(verdict),
    lanes,
    slowest: slowestOf(exchanges.values(), from),
    cleanup: cleanupOf(verdict),
    again: verdict.run.command,
  };
}

const warningsOf = ({ verdict, tests }: PageSources): string[] => [
  ...(verdict.run.insecureTls ? [insecureTlsWarning] : []),
  ...verdict.faults,
  ...(tests === undefined
    ? ['the evidence is too long for a page: of its requests only those that show a cause stand here']
    : []),
];

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const factsOf = ({ target, run, suite }: Verdict): PageData['facts'] => [
  ['Target', target.url],
  ['Product', `${target.product}, ${target.dialect}`],
  ['Version', target.serverVersion ?? 'unknown'],
  ['Risk', run.risk],
  ['Began', `${run.startedAt.slice(0, 19).replace('T', ' ')} UTC`],
  ['Took', `${seconds(run.durationMs)}, ${run.requests} requests`],
  ['Suite', `${suite.name} ${suite.version}`],
  ['Run', run.id],
];

function sourceOf(title: string): PageSource {
  return { title, href: Object.hasOwn(referencePages, title) ? referencePages[title as ReferencePage] : null };
}

function changesOf(comparison: Comparison | undefined): Pick<PageData, 'conclusion' | 'differences' | 'changes'> {
  if (comparison === undefined) return { conclusion: null, differences: [], changes: [] };
  return {
    conclusion: conclusion(comparison),
    differences: comparison.differences.map(({ what, before, after }) => `${what}: ${before}, now ${after}`),
    changes: Object.entries(headings).flatMap(([change, heading]) => {
      const rows = comparison.changes.filter((row) => row.change === change);
      return rows.length === 0 ? [] : [{ heading, rows: rows.map(changedRow) }];
    }),
  };
}

const changedRow = (row: RowChange): PageChange['rows'][number] => ({
  id: row.id,
  binding: row.binding,
  says: [turn(row), groundInWords(row.ground), ...(row.detail === null ? [] : [row.detail])].join('; '),
});

function rowsOf({ verdict, history, catalogue }: PageSources, causes: readonly PageCause[], shelf: ProofShelf): PageRow[] {
  const ofCause = new Map(
    causes.flatMap(
      ({ number, id, follows }) => [[id, number], ...follows.map((one) => [one.requirement, number])] as [string, number][],
    ),
  );
  const own = alike(history);
  const since = new Map(
    own.length < 2 ? [] : standings(own).flatMap((found) => found.ids.map((id) => [id, standingInWords(found)])),
  );
  return verdict.requirements.map((row) => ({
    id: row.id,
    area: row.area,
    level: row.level,
    basis: row.basis,
    products: catalogue[row.id]?.products ?? products,
    source: sourceOf(row.source),
    says: row.says,
    outcome: row.outcome,
    column: columnOf(row),
    reason: row.reason,
    since: since.get(row.id) ?? null,
    cause: ofCause.get(row.id) ?? null,
    checks: row.checks.map((check) => pageCheck(check, shelf)),
  }));
}

function pageCheck({ title, file, line, outcome, reason, violations, findings }: CheckVerdict, shelf: ProofShelf): PageCheck {
  return {
    title,
    where: title === standingTitle ? null : `${file}:${line}`,
    outcome,
    reason,
    wrong: foldedLines(violations),
    findings: foldedLines(findings),
    proof: shelf.find(violations),
  };
}

interface ProofShelf {
  readonly proofs: Proof[];
  /** Puts a proof there, and tells its place. */
  add(proof: Proof): number;
  /** The same for what shows these violations; null where nothing does. */
  find(violations: CheckVerdict['violations']): number | null;
}

/** Proofs, each once. */
function proofShelf(exchanges: ReadonlyMap<string, Exchange>): ProofShelf {
  const proofs: Proof[] = [];
  const places = new Map<string, number>();
  let room = mostOfAnswers;
  const add = (proof: Proof): number => {
    const key = JSON.stringify([proof.exchange, proof.violations]);
    const place = places.get(key) ?? proofs.length;
    if (place < proofs.length) return place;
    places.set(key, place);
    room -= (proof.answer?.lines ?? []).reduce((sum, { text }) => sum + text.length + 30, proof.again.length);
    proofs.push(room > 0 || proof.answer === null ? proof : { ...proof, answer: { ...proof.answer, lines: [] } });
    return place;
  };
  return {
    proofs,
    add,
    find(violations) {
      const proof = proofOf(violations, exchanges);
      return proof === undefined ? null : add(proof);
    },
  };
}

function codesOf({ requirements }: Verdict): PageCode[] {
  const rows = new Map(requirements.map((row): [string, RequirementVerdict] => [row.id, row]));
  return (Object.keys(errorCodes) as ErrorCodeName[]).toSorted().map((name) => {
    const row = rows.get(`code.${name}`);
    const { status, products: listed } = errorCodes[name];
    return { name, status, products: listed, outcome: row?.outcome ?? null, reason: row?.reason ?? null };
  });
}

function cleanupOf({ cleanup }: Verdict): string[] {
  const sentences = cleanupSentences(cleanup);
  return sentences === undefined
    ? []
    : [sentences.says, ...sentences.items, ...(sentences.again === undefined ? [] : [sentences.again])];
}
