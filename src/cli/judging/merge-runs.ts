import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { requirements } from '../../contract/requirements/index.ts';
import { loadSpecs } from '../../engine/run.ts';
import { fromProjectRoot } from '../../run/test/current-test.ts';
import { standingRecords } from '../../run/test/record-test.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { catalogueHash } from '../../verdict/catalogue-hash.ts';
import type { Evidence, RecordedRun } from '../../verdict/recorded-run.ts';
import { exitCode, type Shard } from '../../verdict/verdict.ts';
import type { JudgeAgain } from './judge-again.ts';
import { evidenceIn, isEvidenceOf, verdictIn } from './recorded-folder.ts';
import { verdictOver } from './rejudged.ts';
import { grepForScope } from '../scope.ts';
import { reportVerdict } from '../report-verdict.ts';
import { withCauses } from './what-if.ts';

interface Part extends Evidence {
  readonly name: string;
  readonly run: RecordedRun;
  readonly shard: Shard;
}

/** Makes one verdict of the parts of a split run, writes and tells it; ends with its exit code. Throws UsageError. */
export async function merge(request: JudgeAgain & { readonly act: 'merge' }): Promise<number> {
  const parts = request.outs.map(readPart).toSorted((a, b) => a.shard.current - b.shard.current);
  refuseStrangers(parts);
  refuseGaps(parts);
  const evidence = { runs: parts.map(({ run }) => run), tests: parts.flatMap(({ tests }) => tests) };
  await refuseMissingTests(evidence);
  const tests = evidence.tests.map((test) => ({ ...test, standing: standingRecords(test.exchanges, test.record) }));
  const { verdict } = await withCauses(evidence, { verdict: verdictOver(evidence, tests), tests });
  await reportVerdict(verdict, evidence, request.writeTo);
  return exitCode(verdict, request);
}

function readPart(out: string): Part {
  const name = path.relative(process.cwd(), out) || '.';
  const isEvidence = isEvidenceOf(out, verdictIn(out));
  const evidence = evidenceIn(out);
  if (!isEvidence) throw new UsageError(`${name}: evidence.ndjson is not the file that its verdict was made from`);
  const [run] = evidence.runs as readonly [RecordedRun];
  const { shard } = run.run;
  if (evidence.runs.length > 1) throw new UsageError(`${name} is merged already: name the folders of its parts`);
  if (shard === undefined) throw new UsageError(`${name} is a whole run, no part of one (--shard)`);
  return { ...evidence, name, run, shard };
}

/** Throws UsageError unless all are parts of one run, by the catalogue that is here. */
function refuseStrangers(parts: readonly Part[]): void {
  const [first] = parts as readonly [Part];
  const same: readonly (readonly [what: string, of: (part: Part) => unknown])[] = [
    ['were judged by different catalogues', ({ run }) => run.suite.catalogueHash],
    ['are of different versions of this suite', ({ run }) => run.suite.version],
    ['judged different targets', ({ run: { target } }) => [target.url, target.product, target.dialect]],
    ['met different versions of the target', ({ run: { target } }) => target.serverVersion ?? first.run.target.serverVersion],
    ['split their run into different numbers of parts', ({ shard }) => shard.total],
    ['had different risks', ({ run }) => run.run.risk],
    ['were to judge different requirements (--only)', ({ run }) => run.only.toSorted()],
    ['chose different checks (--grep)', ({ run }) => run.chosen],
  ];
  for (const part of parts) {
    const broken = same.find(([, of]) => !isDeepStrictEqual(of(part), of(first)));
    if (broken !== undefined) throw new UsageError(`${first.name} and ${part.name} ${broken[0]}`);
  }
  const { suite } = first.run;
  if (suite.catalogueHash === catalogueHash(requirements)) return;
  throw new UsageError(
    `the parts were judged by another catalogue (${suite.name} ${suite.version}): merge them with that version`,
  );
}

/** Throws UsageError unless each part is there, once. */
function refuseGaps(parts: readonly Part[]): void {
  const { total } = parts[0]!.shard;
  const twice = parts.find(({ shard }, index) => parts[index - 1]?.shard.current === shard.current);
  if (twice !== undefined)
    throw new UsageError(`part ${twice.shard.current}/${total} is there twice: ${twice.name} is one of them`);
  const there = new Set(parts.map(({ shard }) => shard.current));
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((part) => !there.has(part));
  if (missing.length > 0) throw new UsageError(`missing: ${missing.map((part) => `part ${part}/${total}`).join(', ')}`);
}

/**
 * Throws UsageError where checks of the whole run are in none of its parts, or in two. Which ones a regular expression
 * chose, only Playwright knows: there the parts are believed.
 */
async function refuseMissingTests({ runs, tests }: Evidence): Promise<void> {
  const names = tests.map(({ record }) => `${record.file} › ${record.title}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`two of the parts ran "${twice}": were they run from the same files?`);
  const { only, chosen } = runs[0]!;
  if (chosen !== null) return;
  const inScope = grepForScope(only);
  const ran = new Set(names);
  const missing = (await loadSpecs())
    .filter(({ details }) => inScope === undefined || details.tag.some((tag) => inScope.test(tag)))
    .map(({ file, title }) => `${fromProjectRoot(file)} › ${title}`)
    .filter((name) => !ran.has(name));
  if (missing.length === 0) return;
  throw new UsageError(
    `${missing.length} ${missing.length === 1 ? 'check is' : 'checks are'} in none of the parts, such as "${missing[0]}": were they run from the same files?`,
  );
}
