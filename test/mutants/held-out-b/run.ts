import { appendFileSync, writeFileSync } from 'node:fs';
import { usualDialect, type Product } from '../../../src/contract/products.ts';
import { requirementOf, type RequirementId } from '../../../src/contract/requirements/index.ts';
import { isBinding } from '../../../src/contract/requirement.ts';
import { loadSpecs } from '../../../src/engine/run.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import { judged } from '../judged.ts';
import { recordTraffic, testsThatMeet, type Passing } from '../recorded-traffic.ts';
import { heldOut } from './index.ts';
import type { HeldOut } from './lie.ts';

/**
 * `node --import tsx --conditions=engine test/mutants/held-out-b/run.ts [--out file.ndjson] [--full] [--confirm] [--part i/n] [name…]`.
 * Tells of each lie: seen (a documented MUST went red), warned (another row did), turned (no row is red, but one became
 * not-provoked or unverified), told (a finding more), met and not seen, never met. With `--confirm` what is not
 * seen or warned of is tried again with all tests, with `--full` everything is; else only tests that meet a lie run.
 */
const words = process.argv.slice(2);
const flagged = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const out = flagged('--out') ?? 'lies-b.ndjson';
const [part = 1, parts = 1] = (flagged('--part') ?? '1/1').split('/').map(Number);
const full = words.includes('--full');
const confirm = words.includes('--confirm');
const names = words.filter((word, index) => !word.startsWith('--') && !['--out', '--part'].includes(words[index - 1] ?? ''));

const tests = await loadSpecs();
const traffic = new Map<Product, Promise<readonly Passing[]>>();
const truths = new Map<string, Promise<Verdict>>();

const outcomesOf = (verdict: Verdict): Map<string, string> =>
  new Map(verdict.requirements.map(({ id, outcome }) => [id, outcome]));

async function tell(lie: HeldOut): Promise<object> {
  const first = await judge(lie, full);
  // Tests that do not meet it cannot tell; made sure of, where nothing was seen.
  const again = full || !confirm || first.result === 'seen' || first.result === 'warned' ? first : await judge(lie, true);
  return { ...again, result: again.result === 'met-unseen' && first.tests === 0 ? 'unmet' : again.result };
}

async function judge(lie: HeldOut, whole: boolean) {
  const product = lie.mock.product ?? 'ops-manager';
  const dialect = lie.mock.dialect ?? usualDialect[product];
  const form = { product, dialect };
  const { wire, inner, product: _p, dialect: _d, ...options } = lie.mock;
  if (!traffic.has(product)) traffic.set(product, recordTraffic(tests, form));
  const met = await testsThatMeet({ ...(wire && { wire }), ...(inner && { inner }) }, await traffic.get(product)!);
  const chosen = whole || (wire === undefined && Object.keys(options).length > 0) ? tests : tests.filter((test) => met.has(test));
  if (chosen.length === 0)
    return {
      name: lie.name,
      kind: lie.kind,
      result: 'unmet',
      tests: 0,
      seen: [],
      warned: [],
      turned: [],
      findings: [],
      metBy: [],
      violation: undefined,
    };
  const verdict = await judged(chosen, { ...lie.mock, ...form });
  const key = `${product} ${chosen.map(({ file, line }) => `${file}:${line}`).join(' ')}`;
  if (!truths.has(key)) truths.set(key, judged(chosen, form));
  const truth = outcomesOf(await truths.get(key)!);
  const changed = verdict.requirements.filter(({ id, outcome }) => outcome !== truth.get(id));
  const red = changed.filter(({ outcome }) => outcome === 'broken');
  const seen = red.filter((row) => isBinding(row)).map(({ id }) => id);
  const warned = red.filter((row) => !isBinding(row)).map(({ id }) => id);
  // What few tests show is not told of the standing judges: they look at fewer answers then.
  const turned = changed
    .filter(
      ({ id, outcome }) =>
        outcome !== 'broken' && outcome !== 'kept' && (whole || requirementOf(id as RequirementId).standing !== true),
    )
    .map(({ id, outcome }) => `${id}=${outcome}`);
  // What was merely told: findings, beside those that the true mock brings.
  const findingsOf = (of: Verdict): string[] =>
    of.requirements.flatMap(({ id, checks }) =>
      checks.flatMap((check) => check.findings.map(({ message }) => `${id}: ${message}`)),
    );
  const known = new Set(findingsOf(await truths.get(key)!));
  const findings = [...new Set(findingsOf(verdict))].filter((one) => !known.has(one)).slice(0, 3);
  const first = red[0]?.checks.flatMap(({ violations }) => violations)[0];
  return {
    name: lie.name,
    kind: lie.kind,
    result:
      seen.length > 0
        ? 'seen'
        : warned.length > 0
          ? 'warned'
          : turned.length > 0
            ? 'turned'
            : findings.length > 0
              ? 'told'
              : 'met-unseen',
    tests: met.size,
    seen,
    warned,
    turned,
    findings,
    metBy: [...met].slice(0, 6).map(({ file, line, title }) => `${file.replace(/^.*\/specs\//, 'specs/')}:${line} ${title}`),
    violation: first && `${first.path} ${first.message}`,
  };
}

writeFileSync(out, '');
for (const [index, lie] of heldOut.entries()) {
  if (index % parts !== part - 1 || (names.length > 0 && !names.includes(lie.name))) continue;
  const told = await tell(lie).catch((error: unknown) => ({
    name: lie.name,
    kind: lie.kind,
    result: 'engine failed',
    error: (error as Error).stack,
  }));
  appendFileSync(out, `${JSON.stringify(told)}\n`);
  console.log(JSON.stringify(told).slice(0, 400));
}
