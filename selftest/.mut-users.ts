import { takeDeclared } from '/work/main/engine/registry.ts';
import { runMutant } from '/work/main/selftest/mutants/run-mutant.ts';
import { mutants } from '/work/main/selftest/mutants/index.ts';
import { errorCodesByArea } from '/work/main/contract/error-codes/index.ts';
for (const one of ['users', 'user-roles', 'teams', 'organizations', 'api-keys', 'hosts']) await import(`/work/main/specs/error-codes/${one}.spec.ts`);
const tests = takeDeclared();
const mine = new Set(['users', 'teams', 'organizations', 'api-keys'].flatMap((a) => Object.keys(errorCodesByArea[a as 'users']).map((c) => `code.${c}`)));
let n = 0, bad = 0;
for (const m of mutants.filter(({ breaks }) => mine.has(breaks))) {
  const faults = await runMutant(m, tests);
  n++; if (faults.length) { bad++; console.log(m.name, faults); }
}
console.log(n, 'mutants', bad, 'bad', mine.size, 'codes');
