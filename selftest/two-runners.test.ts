import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from './engine-process.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from './live-mock.ts';
import { mutants } from './mutants/index.ts';
import { omconform, temporaryFolder } from './omconform-process.ts';
import { trueMock, type Case } from './two-runners.ts';

/** The whole suite on the true mock; of mutants, the checks that their lie touches. */
const cases: readonly Case[] = [
  { name: trueMock, grep: '@' },
  { name: 'auth-takes-basic', grep: '@auth\\.' },
  { name: 'list-never-brings-more-than-100', grep: '@list\\.' },
  // Seen by a judge of every exchange, beside the check.
  { name: 'host-lacks-lowUlimit', grep: '@resource\\.' },
  // Time really passes for one runner, and is moved on by the other.
  { name: 'rate-never-opens-again', grep: '@rate\\.' },
];

type Outcomes = Readonly<Record<string, string>>;
const ofEngine = await engineProcess<Record<string, Outcomes>>('./engine-outcomes.ts', JSON.stringify(cases));

for (const { name, grep } of cases) {
  test(`Playwright and the engine come to the same outcomes on ${name}`, async (context) => {
    const mutant = mutants.find((one) => one.name === name);
    const { mock, env } = await liveMock(context, { ...shortLived, ...mutant?.mock });
    const { publicKey, privateKey } = mock.identity.callers.withoutUser;
    // No run can make this caller; the engine gives it too.
    const callers = { TARGET_WITHOUT_USER_PUBLIC_KEY: publicKey, TARGET_WITHOUT_USER_PRIVATE_KEY: privateKey };
    const out = temporaryFolder(context);
    const words = ['run', '--risk', 'destructive', '--grep', grep, '--out', out];
    const { code, stdout, stderr } = await omconform(context, words, { ...env, ...callers, ...shortLivedEnv });

    const engine = ofEngine[name]!;
    const verdict = verdictIn(out);
    const here = Object.fromEntries(verdict.requirements.map(({ id, outcome }) => [id, outcome]));
    const there = Object.fromEntries(Object.keys(here).map((id) => [id, engine[id]]));
    assert.deepEqual(here, there, `${stdout}\n${stderr}`);
    if (mutant === undefined) {
      const judged = Object.keys(engine).filter((id) => engine[id] !== 'untested' && engine[id] !== 'not-applicable');
      assert.deepEqual(judged.filter((id) => here[id] === undefined), []);
    } else {
      assert.equal(here[mutant.breaks], 'broken');
    }
    assert.deepEqual(verdict.faults, []);
    assert.equal(code === 0, verdict.verdict === 'conformant');

    // The verdict follows from what was recorded, with time that really passed, or with nothing but failures around.
    if (name !== trueMock && name !== 'rate-never-opens-again') return;
    const again = await omconform(context, ['verify', out]);
    assert.equal(again.code, 0, `${again.stdout}\n${again.stderr}`);
  });
}
