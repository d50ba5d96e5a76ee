import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';
import type { Judged } from './judged-types.ts';
import type { unreadable, wrong } from './misbehaviours.ts';
import { reportNames } from '../support/verdict-sample.ts';

const judged = await engineProcess<Record<string, Judged>>(new URL('./judged.ts', import.meta.url));

/** How an exception of ours begins, whichever way it came out. */
const exception = /\b(?:Type|Range|Reference|Syntax)Error\b|Invalid URL|is not a function|Cannot (?:read|destructure)/;
const soon = 15_000;

function reported(name: string): Judged {
  const result = judged[name];
  assert.ok(result, `nothing was judged with ${name}`);
  return result;
}

describe('whatever a target does, the run ends soon, without an exception or a secret, and all its reports are there', () => {
  for (const [name, { ms, checks, faults, schemaErrors, leaks, reports }] of Object.entries(judged)) {
    test(name, () => {
      assert.ok(ms < soon, `${ms} ms`);
      assert.deepEqual(
        [...faults, ...checks.map(({ reason }) => reason)].filter((words) => exception.test(words)),
        [],
      );
      assert.deepEqual([schemaErrors, leaks], [[], []]);
      assert.deepEqual(reports, reportNames);
      assert.ok(checks.every(({ outcome, reason }) => outcome === 'kept' || reason !== ''));
    });
  }
});

type Silent = keyof typeof unreadable | 'always 503';
const downFor: Record<Silent, RegExp> = {
  'an answer that never comes': /did not begin to answer within/,
  'a stall after the headers': /gave no complete answer within/,
  'a reset in the body': /connection before the answer was complete/,
  'an early close': /connection before the answer was complete/,
  'a close without a word': /connection before the answer was complete/,
  'a Content-Length too long': /connection before the answer was complete/,
  'one byte at a time': /did not begin to answer within/,
  'a body one byte at a time': /gave no complete answer within/,
  'a gzip bomb': /decompressed, larger than the limit/,
  'a MiB of headers': /header block/,
  'a bad status line': /no HTTP/,
  'always 503': /what stands before it answers 503/,
};

describe('where nothing can be judged any more, the verdict is an error that tells the cause, and nothing is broken', () => {
  for (const [name, cause] of Object.entries(downFor)) {
    test(name, () => {
      const { word, faults, checks, requests } = reported(name);
      assert.equal(word, 'error');
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /^the target went down during the run: /);
      assert.match(faults[0] ?? '', cause);
      assert.deepEqual(
        checks.filter(({ outcome }) => outcome === 'broken'),
        [],
      );
      assert.ok(checks.filter(({ outcome }) => outcome === 'setup-failed').length >= 5);
      // Answered ones, three that had no answer, and those that asked whether it is still there.
      assert.ok(requests <= 12, `${requests} requests`);
    });
  }
});

const brokenBy: Record<Exclude<keyof typeof wrong, 'a redirect to itself'>, readonly [requirement: string, reason: RegExp]> = {
  'a login page': ['response.content-type-json', /Content-Type is "text\/html; charset=utf-8", expected application\/json/],
  'truncated JSON': ['response.content-type-json', /says that it is JSON and is none: .*(end|Unterminated|Expected)/],
  'garbage after the JSON': ['response.content-type-json', /is none: Unexpected .*after JSON/],
  'invalid UTF-8': ['response.content-type-json', /is none: its bytes are not UTF-8/],
  'a byte order mark': ['response.content-type-json', /is none: it begins with a byte order mark/],
  'a Content-Length too short': ['response.content-type-json', /is none: /],
  'a redirect to another origin': ['status.not-found', /is 302, expected 404/],
  'an echo of the Authorization header': ['error.no-secret-or-trace', /the digest response/],
};

describe('where an answer breaks the document, the target is non-conformant, and the reason tells how', () => {
  for (const [name, [requirement, reason]] of Object.entries(brokenBy)) {
    test(name, () => {
      const { word, faults, checks } = reported(name);
      assert.deepEqual([word, faults], ['non-conformant', []]);
      const found = checks.find(({ id }) => id === requirement);
      assert.equal(found?.outcome, 'broken');
      assert.match(found.reason, reason);
      assert.deepEqual(
        checks.filter(({ outcome }) => outcome === 'setup-failed'),
        [],
      );
    });
  }
});

test('a target that throttles whatever is asked has broken nothing, and says what to do', () => {
  const { word, checks } = reported('always 429');
  assert.equal(word, 'error');
  assert.deepEqual(
    checks.filter(({ outcome }) => outcome === 'broken'),
    [],
  );
  assert.ok(
    checks.some(
      ({ outcome, reason }) => outcome === 'setup-failed' && /^throttled: .* smaller --requests-per-second$/.test(reason),
    ),
  );
});

test('a gateway that answers 503 now and then is not the target, and takes away only what it hid', () => {
  const { word, checks, faults } = reported('503 now and then');
  assert.deepEqual([word, faults], ['incomplete', []]);
  assert.deepEqual(
    checks.filter(({ outcome }) => outcome === 'broken'),
    [],
  );
  assert.ok(checks.some(({ outcome, reason }) => outcome === 'setup-failed' && reason.endsWith('in its place: 503')));
});

test('a target that does nothing of the kind is conformant', () => {
  const { word, checks } = reported('nothing at all');
  assert.deepEqual([word, checks], ['conformant', []]);
});
