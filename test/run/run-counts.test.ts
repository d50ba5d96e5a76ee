import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { countsInFolder, countsInMemory } from '../../src/run/guards/run-counts.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

describe('what the processes of a run count together', () => {
  for (const where of ['a folder', 'memory'] as const) {
    test(`in ${where} adds up, and keeps what was noted first`, (context) => {
      const counts = where === 'memory' ? countsInMemory() : countsInFolder(path.join(temporaryFolder(context), 'run'));
      assert.deepEqual([counts.add('a', 1), counts.add('a', 3), counts.add('b', 1)], [1, 4, 1]);
      assert.deepEqual([counts.first('c', 7), counts.first('c', 9)], [7, 7]);
    });
  }

  test('lets no more through than there are, and loses none but at the very end', async (context) => {
    const folder = temporaryFolder(context);
    const counter = `const { countsInFolder } = await import(${JSON.stringify(new URL('../../src/run/guards/run-counts.ts', import.meta.url).href)});
      const counts = countsInFolder(${JSON.stringify(folder)});
      let passed = 0;
      for (let n = 0; n < 400; n += 1) if (counts.add('requests', 1) <= 500) passed += 1;
      console.log(passed);`;
    const count = async (): Promise<number> =>
      Number(
        (
          await promisify(execFile)(process.execPath, [
            '--import',
            import.meta.resolve('tsx'),
            '--input-type=module',
            '-e',
            counter,
          ])
        ).stdout,
      );

    const [one, other] = await Promise.all([count(), count()]);

    assert.ok(one + other <= 500 && one + other >= 498, `${one} + ${other}`);
    assert.equal(countsInFolder(folder).add('requests', 1), 801);
  });
});
