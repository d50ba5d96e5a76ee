import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const result = {
  uuid: '00000000-0000-4000-8000-000000000000',
  historyId: 'one',
  name: 'a check',
  fullName: 'specs/one.spec.ts#a check',
  status: 'passed',
  api: 'finished',
  start: 1,
  stop: 2,
  labels: [],
  links: [],
  parameters: [],
  steps: [],
  attachments: [],
};

test('omconform report makes one page that calls nobody, in place of the old one', async (context) => {
  const out = temporaryFolder(context);
  mkdirSync(path.join(out, 'allure-results'));
  writeFileSync(path.join(out, 'allure-results', `${result.uuid}-result.json`), JSON.stringify(result));
  mkdirSync(path.join(out, 'allure-report'));
  writeFileSync(path.join(out, 'allure-report', 'index.html'), 'the old page');

  const { code, stdout, stderr } = await omconform(context, ['report', '--out', out]);

  const page = path.join(out, 'allure-report', 'index.html');
  assert.deepEqual([code, stdout, stderr], [0, `${page}\n`, '']);
  const html = readFileSync(page, 'utf8');
  assert.match(html, /<html/);
  assert.doesNotMatch(html, /the old page|googletagmanager|gtag\(/);
  const elsewhere = html.match(/(?:src|href)="https?:\/\/[^"]*/g) ?? [];
  assert.deepEqual(elsewhere, []);
});
