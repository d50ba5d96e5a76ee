import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { mockTarget } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { mutants } from '../mutants/index.ts';
import { verdictOf } from '../mutants/judged.ts';

/**
 * `node --import tsx --conditions=engine test/checks/failure-texts.ts [--update]`: what a user reads when the checks of
 * a requirement fail on a mutant. Prints the texts as JSON, by the name of their golden file; or writes those files.
 */
const shown = ['list-total-is-page-length', 'unknown-field-is-ignored-on-create', 'host-lacks-created'];
const specs = await loadSpecs();

/** The same test, telling of the error with which it ends. */
function overheard(test: DeclaredTest, tell: (message: string) => void): DeclaredTest {
  const body: DeclaredTest['body'] = async (fixtures, info) => {
    try {
      await test.body(fixtures, info);
    } catch (error) {
      tell(stripVTControlCharacters((error as Error).message));
      throw error;
    }
  };
  // The engine reads from a body's source which fixtures it wants.
  return { ...test, body: Object.assign(body, { toString: () => test.body.toString() }) };
}

/** The text with its ids numbered and lines left out: one more thing in the mock, or in a spec, is no other message. */
function withoutChance(text: string): string {
  const ids: string[] = [];
  return text
    .replace(/\b[0-9a-f]{24}(?:[0-9a-f]{8})?\b/g, (id) => {
      if (!ids.includes(id)) ids.push(id);
      return String(ids.indexOf(id) + 1).padStart(id.length, '0');
    })
    .replace(/(\.spec\.ts):\d+/g, '$1:LINE');
}

async function texts(name: string): Promise<Record<string, string>> {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant called ${name}`);
  const failures: string[] = [];
  // Only these, in a mock of their own: what other checks do must not show here.
  const tests = specs
    .filter(({ details }) => details.tag.includes(`@${mutant.breaks}`))
    .map((test) => overheard(test, (message) => failures.push(`${test.title}\n\n${message}\n`)));
  const target = mockTarget(mutant.mock);
  const evidence = await runTests(tests, { ...target });
  const verdict = verdictOf(target.settings, evidence, [mutant.breaks]);
  const console = renderConsole(verdict, { colour: false, reports: ['reports/verdict.json'] });
  return {
    [`${name}.check.txt`]: withoutChance(failures.join(`\n${'-'.repeat(80)}\n\n`)),
    [`${name}.verdict.txt`]: withoutChance(console),
  };
}

const all: Record<string, string> = {};
for (const name of shown) Object.assign(all, await texts(name));
if (process.argv.includes('--update')) {
  for (const [file, text] of Object.entries(all)) writeFileSync(new URL(`../golden/${file}`, import.meta.url), text);
} else {
  process.stdout.write(JSON.stringify(all));
}
