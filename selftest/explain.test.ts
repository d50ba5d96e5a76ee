import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveMock } from './live-mock.ts';
import { rewritingErrors } from './mutants/lies.ts';
import { omconform, temporaryFolder } from './omconform-process.ts';

test('explain tells what a run met in place of a code', async (context) => {
  const { env } = await liveMock(context, {
    wire: rewritingErrors((error) => (error['errorCode'] === 'HOST_NOT_FOUND' ? { ...error, errorCode: 'CLUSTER_NOT_FOUND' } : undefined)),
  });
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--only', 'code.HOST_NOT_FOUND', '--out', out], env);
  assert.match(run.stdout, /\n {2}1 code could not be provoked: answered with a sibling code \(HOST_NOT_FOUND\)\.\n/);

  const { code, stdout } = await omconform(context, ['explain', 'host_not_found', '--out', out]);
  assert.equal(code, 0);
  assert.match(stdout, /circumstance: inferred/);
  const [, told = ''] = stdout.split('In the run of ');
  assert.match(told, /: not-provoked, answered with a sibling code: 404 CLUSTER_NOT_FOUND for GET \S+\n {2}curl --digest .* -X GET 'http\S+\/hosts\/\w+'.*\n {2}→ 404 .*"errorCode":"CLUSTER_NOT_FOUND"/);

  const nowhere = await omconform(context, ['explain', 'HOST_NOT_FOUND', '--out', `${out}/nowhere`]);
  assert.deepEqual([nowhere.code, nowhere.stdout], [2, '']);
  assert.match(nowhere.stderr, /there is no .*verdict\.json: name the folder of a run's results/);
});
