import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { harJson } from '../../src/verdict/formats/har.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { exchange, fullVerdict } from '../support/verdict-sample.ts';

const { verdict } = fullVerdict();

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly startedDateTime: string;
      readonly request: {
        readonly url: string;
        readonly queryString: readonly unknown[];
        readonly postData?: { readonly text: string };
      };
      readonly response: { readonly status: number };
      readonly comment: string;
    }[];
  };
}

test('an exchange has its time, its query and its body, and one without an answer the status 0', () => {
  const sent = { ...exchange('a#1', '/groups?pageNum=2'), startedAt: 1_700_000_000_000 };
  const lost = { ...sent, id: 'a#2', response: null, fault: 'nobody answered' };
  const posted = { ...sent, id: 'a#3', request: { ...sent.request, method: 'POST', body: '{"name":"\u202E"}' } };
  const text = harJson(verdict, [sent, lost, posted]);
  assert.ok(!text.includes('\u202E'));
  const [first, second, third] = (JSON.parse(text) as Har).log.entries;
  assert.equal(first!.startedDateTime, '2023-11-14T22:13:20.000Z');
  assert.deepEqual(first!.request.queryString, [{ name: 'pageNum', value: '2' }]);
  assert.deepEqual([second!.response.status, second!.comment], [0, 'a#2; as main; nobody answered']);
  assert.equal(third!.request.postData!.text, '{"name":"\u202E"}');
});

test('what a run exchanged is written as HAR, and judge reads it', async (context) => {
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--only', 'error.unknown-resource', '--out', out]);
  assert.equal(run.code, 0, run.stdout + run.stderr);
  const file = path.join(out, 'exchanges.har');
  const written = await omconform(context, ['har', '--out', out]);
  assert.deepEqual([written.code, written.stdout, written.stderr], [0, `${file}\n`, '']);
  const { entries } = (JSON.parse(readFileSync(file, 'utf8')) as Har).log;
  assert.ok(entries.length > 1 && entries.every(({ startedDateTime }) => startedDateTime.startsWith('20')));
  const judged = await omconform(context, ['judge', file]);
  assert.equal(judged.code, 4, judged.stdout + judged.stderr);
  assert.match(judged.stdout, /^ {2}error +[1-9]/m);

  const folder = temporaryFolder(context);
  await omconform(context, ['judge', file, '--out', folder]);
  const again = await omconform(context, ['har', '--out', folder]);
  assert.equal(again.code, 0, again.stderr);
  const shown = await omconform(context, ['show', 'error.unknown-resource', '--out', folder]);
  assert.equal(shown.code, 0, shown.stderr);
});
