import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { requirements, requirementOf, type RequirementId } from '../src/contract/requirements/index.ts';
import { nearestName } from '../src/target/input/nearest-name.ts';
import { equivalents } from './mutants/equivalent.ts';
import { generated } from './mutants/generated/command.ts';
import { mutants } from './mutants/index.ts';
import { trafficFor } from './mutants/run-mutant.ts';
import { trueMocks } from './mutants/run-true-mock.ts';

/**
 * `node --import tsx --conditions=engine test/mutants.ts [--principles] [name…]`: is every check able to fail?
 * With names, requirements or areas of them only those run, and each tells which tests meet it and what it turns red. Without:
 * the true mock must be kept whole, every mutant must turn its requirement red, every requirement that a run can see
 * must have a mutant, and no equivalent may change the outcome of any. Ends with `N passed, N failed`.
 * With `--generate N --seed S` lies are drawn at random instead (mutants/generated/).
 * With `--principles` the error codes are left out: their mutants, and their scenarios.
 */
if (process.argv.some((word) => /^--(?:generate|lie)\b/.test(word))) process.exit(await generated(process.argv.slice(2)));

const principlesOnly = process.argv.includes('--principles');
const wanted = process.argv.slice(2).filter((word) => word !== '--principles');
const isMeant = (part: string, name: string, breaks?: string): boolean =>
  name.includes(part) || breaks === part || breaks?.split('.')[0] === part;
const isWanted = (name: string, breaks?: string): boolean =>
  (wanted.length === 0 || wanted.some((part) => isMeant(part, name, breaks))) && !(principlesOnly && breaks?.startsWith('code.'));
const chosen = [
  ...mutants.filter(({ name, breaks }) => isWanted(name, breaks)),
  ...equivalents.filter(({ name }) => isWanted(name)),
].map(({ name }) => name);

for (const part of wanted.filter(
  (one) =>
    ![...mutants, ...equivalents].some(({ name, ...mutant }) =>
      isMeant(one, name, 'breaks' in mutant ? String(mutant.breaks) : undefined),
    ),
)) {
  const names = [...mutants, ...equivalents].map(({ name }) => name);
  console.error(
    `No mutant is called or breaks ${part}; did you mean ${nearestName(part, [...names, ...Object.keys(requirements)])}?`,
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;

function tell(name: string, faults: readonly string[], seen: readonly string[] = []): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  const lines = [...faults, ...(wanted.length > 0 ? seen : [])];
  if (lines.length > 0) process.stdout.write(`${name}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}

if (wanted.length === 0) {
  const names = [...mutants, ...equivalents].map(({ name }) => name);
  const broken = new Set(mutants.map(({ breaks }) => breaks));
  tell(
    'the names of the mutants',
    names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`),
  );
  tell(
    'a mutant for every requirement',
    (Object.keys(requirements) as RequirementId[])
      .filter((id) => requirementOf(id).untested === undefined && !broken.has(id))
      .map((id) => `${id} has none`),
  );
}

// The true mocks are the longest runs, and two workers should finish together.
const queue = [...(wanted.length > 0 ? [] : trueMocks.map(({ name }) => name)), ...chosen];
const recordings = new Map(mutants.map((mutant) => [mutant.name, trafficFor(mutant)]));
const recorded = new Set<string>();

/** Takes out of the queue what a worker has recorded the traffic for, else what none has, else what comes next. */
function nextFor(own: Set<string>): string | undefined {
  const needs = (name: string): string => recordings.get(name) ?? name;
  const next = queue.find((name) => own.has(needs(name))) ?? queue.find((name) => !recorded.has(needs(name))) ?? queue[0];
  if (next === undefined) return undefined;
  queue.splice(queue.indexOf(next), 1);
  for (const known of [own, recorded]) known.add(needs(next));
  return next;
}

const workers = Math.min(availableParallelism(), 4, queue.length);
let reported = 0;
await Promise.all(
  Array.from(
    { length: workers },
    () =>
      new Promise<void>((resolve, reject) => {
        const child = fork(new URL('./mutants/worker.ts', import.meta.url), principlesOnly ? ['--principles'] : [], {
          execArgv: process.execArgv,
        });
        const own = new Set<string>();
        child.on('error', reject);
        child.on('exit', (code) => (code === 0 || code === null ? resolve() : reject(new Error(`a worker ended with ${code}`))));
        child.on(
          'message',
          ({
            name,
            faults = [],
            seen,
            remark,
          }: {
            name?: string;
            faults?: readonly string[];
            seen?: readonly string[];
            remark?: string;
          }) => {
            if (name !== undefined) tell(name, faults, seen);
            if (remark !== undefined) process.stdout.write(`${remark}\n`);
            if (name !== undefined && remark === undefined) {
              reported += 1;
              if (reported % 25 === 0) process.stdout.write(`${reported} of ${chosen.length} mutants\n`);
            }
            const next = nextFor(own);
            if (next === undefined) child.kill();
            else child.send(next);
          },
        );
      }),
  ),
);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
