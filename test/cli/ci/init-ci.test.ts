import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { omconform, temporaryFolder } from '../../support/omconform-process.ts';

const files = { github: '.github/workflows/nightly.yml', gitlab: '.gitlab/omconform.yml', jenkins: 'Jenkinsfile.omconform' };

test('a job for each service is written, and says its file', async (context) => {
  const cwd = temporaryFolder(context);
  const { code, stdout, stderr } = await omconform(context, ['init', 'ci', '--github', '--gitlab', '--jenkins'], {}, cwd);
  assert.deepEqual([code, stdout, stderr], [0, `${Object.values(files).join('\n')}\n`, '']);
  const read = (file: string) => readFileSync(path.join(cwd, file), 'utf8');
  assert.ok('jobs' in (parse(read(files.github)) as object));
  assert.match(JSON.stringify(parse(read(files.gitlab))), /omconform/);
  assert.match(read(files.jenkins), /pipeline \{/);
});

test('a file that is there is left, and with it nothing else is written', async (context) => {
  const cwd = temporaryFolder(context);
  mkdirSync(path.join(cwd, '.gitlab'));
  writeFileSync(path.join(cwd, files.gitlab), 'mine: true\n');
  const { code, stdout, stderr } = await omconform(context, ['init', 'ci', '--github', '--gitlab'], {}, cwd);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /\.gitlab\/omconform\.yml is there already/);
  assert.equal(readFileSync(path.join(cwd, files.gitlab), 'utf8'), 'mine: true\n');
  assert.equal(existsSync(path.join(cwd, files.github)), false);
});

test('without a service it says which there are', async (context) => {
  const cwd = temporaryFolder(context);
  const { code, stderr } = await omconform(context, ['init', 'ci'], {}, cwd);
  assert.equal(code, 2);
  assert.match(stderr, /name a service: --github, --gitlab or --jenkins/);
});
