import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isBinding } from '../../../src/contract/requirement.ts';
import { requirements, requirementOf, type RequirementId } from '../../../src/contract/requirements/index.ts';
import type { DeclaredTest } from '../../../src/engine/registry.ts';
import { loadSpecs } from '../../../src/engine/run.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import { judged } from '../judged.ts';
import { recordTraffic, testsThatMeet, type Passing } from '../recorded-traffic.ts';
import { heldOut } from './index.ts';
import type { HeldOut } from './tools.ts';

/**
 * `node --import tsx --conditions=engine test/mutants/held-out-a/run.ts [--json file] [--whole] [name…]`: what the suite makes
 * of each held-out lie. Every test that meets it is run against it, whatever it is about; with `--whole` every test is.
 * With `--json` what is told is kept in that file, and what is told there already is not asked again.
 * seen: a documented MUST is broken. warned: something else is. unseen: tests meet it and none is broken. unmet: none does.
 */
interface Told {
  readonly name: string;
  readonly result: 'seen' | 'warned' | 'unseen' | 'unmet';
  /** Tests that meet it, by what was recorded. */
  readonly met: number;
  readonly verdict: string;
  readonly red: readonly string[];
  readonly warnings: readonly string[];
  /** Requirements that nobody could judge, though on the true mock they are kept. */
  readonly lost: readonly string[];
  /** Whose requirement is the expected one. */
  readonly asExpected: boolean;
}

const traffic = new Map<string, Promise<readonly Passing[]>>();

async function meeting(lie: HeldOut, tests: readonly DeclaredTest[]): Promise<readonly DeclaredTest[]> {
  const { wire, inner, product = 'ops-manager', dialect = 'access-list', ...options } = lie.mock;
  if (Object.keys(options).length > 0) return tests;
  const key = `${product} ${dialect}`;
  if (!traffic.has(key)) traffic.set(key, recordTraffic(tests, { product, dialect }));
  const met = await testsThatMeet({ ...(wire && { wire }), ...(inner && { inner }) }, await traffic.get(key)!);
  return tests.filter((test) => met.has(test));
}

const truths = new Map<string, Promise<Verdict>>();

async function tell(lie: HeldOut, tests: readonly DeclaredTest[], whole: boolean): Promise<Told> {
  const product = lie.mock.product ?? 'ops-manager';
  const options = { dialect: 'access-list' as const, ...lie.mock, product };
  const met = await meeting(lie, tests);
  if (met.length === 0 && !whole)
    return { name: lie.name, result: 'unmet', met: 0, verdict: 'not run', red: [], warnings: [], lost: [], asExpected: false };
  const verdict = await judged(whole ? tests : met, options);
  const broken = (binding: boolean): string[] =>
    verdict.requirements
      .filter(
        ({ outcome, level, basis, id }) =>
          outcome === 'broken' && isBinding(requirementOf(id as RequirementId)) === binding && [level, basis].length > 0,
      )
      .map(({ id, checks }) => {
        const check = checks.find(({ outcome }) => outcome === 'broken');
        const violation = check?.violations[0];
        return `${id}: ${check?.file.split('/').at(-1)}:${check?.line} ${violation ? `${violation.path} ${violation.message}` : (check?.reason ?? '')}`.slice(
          0,
          220,
        );
      });
  const red = broken(true);
  const warnings = broken(false);
  if (!truths.has(product)) truths.set(product, judged(tests, { dialect: 'access-list', product }));
  const kept = new Set((await truths.get(product)!).requirements.filter(({ outcome }) => outcome === 'kept').map(({ id }) => id));
  const isWhole = red.length === 0;
  const lost = isWhole
    ? verdict.requirements
        .filter(({ id, outcome, checks }) => kept.has(id) && checks.length > 0 && !['kept', 'broken'].includes(outcome))
        .map(({ id, outcome, reason }) => `${id} is ${outcome}: ${(reason ?? '').slice(0, 160)}`)
    : [];
  const result = red.length > 0 ? 'seen' : warnings.length > 0 ? 'warned' : met.length > 0 ? 'unseen' : 'unmet';
  return {
    name: lie.name,
    result,
    met: met.length,
    verdict: verdict.verdict,
    red,
    warnings,
    lost,
    asExpected: red.some((one) => one.startsWith(`${lie.breaks}:`)),
  };
}

const words = process.argv.slice(2);
const whole = words.includes('--whole');
const jsonAt = words.indexOf('--json');
const file = jsonAt < 0 ? undefined : words[jsonAt + 1];
const names = words.filter((word, index) => !word.startsWith('--') && (jsonAt < 0 || index !== jsonAt + 1));

if (process.send === undefined) {
  for (const { name, breaks } of heldOut)
    if (!(breaks in requirements)) console.error(`${name} breaks ${breaks}, which is no requirement`);
  const chosen = heldOut.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  const told: Told[] = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Told[]) : [];
  const queue = chosen.map(({ name }) => name).filter((name) => told.every((one) => one.name !== name));
  await Promise.all(
    Array.from(
      { length: Math.min(2, queue.length) },
      () =>
        new Promise<void>((resolve, reject) => {
          const child = fork(new URL(import.meta.url), whole ? ['--whole'] : [], { execArgv: process.execArgv });
          child.on('error', reject);
          child.on('exit', () => resolve());
          child.on('message', (message: Told | 'ready') => {
            if (message !== 'ready') {
              told.push(message);
              const { name, result, met, red, warnings, lost } = message;
              process.stdout.write(
                `${result.padEnd(7)} ${name} (${met} tests meet it)\n${[...red.slice(0, 3), ...warnings.slice(0, 2), ...(red.length === 0 ? lost.slice(0, 3) : [])].map((line) => `          ${line}\n`).join('')}`,
              );
              if (file !== undefined) writeFileSync(file, JSON.stringify(told, null, 1));
            }
            const next = queue.shift();
            if (next === undefined) child.kill();
            else child.send(next);
          });
        }),
    ),
  );
  for (const kind of [1, 2, 3, 4, 5, 6]) {
    const own = told.filter(({ name }) => heldOut.find((lie) => lie.name === name)?.kind === kind);
    const count = (result: Told['result']): number => own.filter((one) => one.result === result).length;
    process.stdout.write(
      `kind ${kind}: ${own.length} lies, ${count('seen')} seen, ${count('warned')} warned, ${count('unseen')} unseen, ${count('unmet')} unmet\n`,
    );
  }
  const seen = told.filter(({ result }) => result === 'seen').length;
  process.stdout.write(`${seen} of ${told.length} seen\n`);
} else {
  const tests = await loadSpecs();
  process.on('message', (name: string) => {
    const lie = heldOut.find((one) => one.name === name)!;
    tell(lie, tests, whole).then(
      (one) => process.send!(one),
      (error: unknown) =>
        process.send!({
          name,
          result: 'unseen',
          met: -1,
          verdict: 'engine failed',
          red: [],
          warnings: [],
          lost: [String((error as Error).stack)],
          asExpected: false,
        } satisfies Told),
    );
  });
  process.send('ready');
}
