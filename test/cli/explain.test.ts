import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { liveMock } from '../support/live-mock.ts';
import { rewritingErrors } from '../mutants/lies.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

test('explain tells what a run met in place of a code', async (context) => {
  const { env } = await liveMock(context, {
    wire: rewritingErrors((error) =>
      error['errorCode'] === 'HOST_NOT_FOUND' ? { ...error, errorCode: 'CLUSTER_NOT_FOUND' } : undefined,
    ),
  });
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--only', 'code.HOST_NOT_FOUND', '--out', out], env);
  assert.match(run.stdout, /\n {2}1 code could not be provoked: answered with a sibling code \(HOST_NOT_FOUND\)\.\n/);

  const { code, stdout } = await omconform(context, ['explain', 'host_not_found', '--out', out]);
  assert.equal(code, 0);
  assert.match(stdout, /circumstance: inferred/);
  const [, reported = ''] = stdout.split('In the run of ');
  assert.match(
    reported,
    /: not-provoked, answered with a sibling code: 404 CLUSTER_NOT_FOUND for GET \S+\n {2}curl --digest .* -X GET 'http\S+\/hosts\/\w+'.*\n {2}→ 404 .*"errorCode":"CLUSTER_NOT_FOUND"/,
  );

  const nowhere = await omconform(context, ['explain', 'HOST_NOT_FOUND', '--out', `${out}/nowhere`]);
  assert.deepEqual([nowhere.code, nowhere.stdout], [2, '']);
  assert.match(nowhere.stderr, /verdict\.json: there is no such file: run .omconform run. first/);

  writeFileSync(join(out, 'verdict.json'), '{}');
  const unreadable = await omconform(context, ['explain', 'HOST_NOT_FOUND'], { RUN_OUT: out });
  assert.equal(unreadable.code, 0);
  assert.match(unreadable.stdout, /^HOST_NOT_FOUND [^]*\nWhat a run met is not told: \S+verdict\.json: .+\n$/);
});

test('explain tells what a requirement asks, and what looks at it', async (context) => {
  const { code, stdout } = await omconform(context, ['explain', 'list.page-size-default']);
  assert.equal(code, 0);
  assert.match(stdout, /^list\.page-size-default {2}MUST, documented {2}\(Lists\)\n {2}A list asked for without/);
  assert.match(stdout, /\nspecs\/principles\/list\.spec\.ts:\d+ .+\n {2}npx omconform run --only list\.page-size-default\n/);
  assert.match((await omconform(context, ['explain', 'error.five-fields'])).stdout, /\nLooked at in every exchange\.\n/);

  const misspelt = await omconform(context, ['explain', 'list.page-size-defalt']);
  assert.deepEqual([misspelt.code, misspelt.stdout], [2, '']);
  assert.match(misspelt.stderr, /^omconform: list\.page-size-defalt is no .+; did you mean list\.page-size-default\?\n$/);
});
