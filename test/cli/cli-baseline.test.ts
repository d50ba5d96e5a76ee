import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { liveMock, verdictIn } from '../support/live-mock.ts';
import { mutants } from '../mutants/index.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const lie = mutants.find(({ name }) => name === 'error-for-an-unknown-resource-lacks-the-path')!;

test("today's failures become a list that a person completes, and then they are known", async (context) => {
  const {
    env: { TARGET_URL = '', ...keys },
  } = await liveMock(context, lie.mock);
  const folder = temporaryFolder(context);
  const file = path.join(folder, 'targets', 'staging.yaml');
  mkdirSync(path.dirname(file));
  writeFileSync(file, `# kept as it is\nurl: ${TARGET_URL}\n`);
  const out = path.join(folder, 'out');
  const run = () =>
    omconform(context, ['run', '--target', 'staging', '--only', 'error.unknown-resource', '--out', out], keys, folder);

  assert.equal((await run()).code, 1);
  const proposed = await omconform(context, ['baseline', 'propose', '--out', out, '--target', 'staging'], {}, folder);
  assert.equal(proposed.stdout, 'targets/staging.yaml: 1 added; complete why and until of each, or take it out\n');
  const written = readFileSync(file, 'utf8');
  assert.match(written, /^# kept as it is\nurl: .*\nknown:\n/);
  assert.match(written, /- requirement: error\.unknown-resource\n {4}fingerprint: [0-9a-f.]+\n/);

  const incomplete = await run();
  assert.equal(incomplete.code, 2);
  assert.match(incomplete.stderr, /^omconform: targets\/staging\.yaml:\d+:\d+: why is empty: a person must complete it\n$/);

  writeFileSync(
    file,
    written
      .replace('why: ""', 'why: the old gateway')
      .replace('owner: ""', 'owner: us')
      .replace('until: ""', 'until: 2999-12-31'),
  );
  const known = await run();
  assert.equal(known.code, 0, known.stderr);
  assert.match(known.stdout, /CONFORMANT WITH 1 KNOWN DEVIATION/);
  assert.equal(verdictIn(out).totals.byOutcome.known, 1);

  const again = await omconform(context, ['baseline', 'propose', '--out', out], {}, folder);
  assert.equal(again.stdout, 'Nothing is broken that is not known.\n');
});

test('without a run there is nothing to propose', async (context) => {
  const { code, stderr } = await omconform(context, ['baseline', 'propose', '--out', temporaryFolder(context)]);
  assert.equal(code, 2);
  assert.match(stderr, /^omconform: .*verdict\.json: there is no such file: run `omconform run` first/);
});
