import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { preflight } from '../../src/run/guards/preflight.ts';
import { front, preflightRequests, settingsFor } from './front.ts';
import { bytesOf, refusing, unreadable, withoutLogin, wrong, type Misbehaviour } from './misbehaviours.ts';

const seconds = 0.5;
const soon = 5000;
const notReached = /^Setup: http:\S+ cannot be reached: /;

/** What nobody could judge, and how the first line tells it. */
const obstacles: readonly (readonly [name: string, misbehave: Misbehaviour, words: RegExp])[] = [
  ...Object.entries(unreadable).map(([name, misbehave]) => [name, misbehave, notReached] as const),
  ['always 401', refusing['always 401'], /^Setup: \S+ refuses the credentials \(401\): check TARGET_PUBLIC_KEY/],
  ['a new nonce every time', refusing['a new nonce every time'], /^Setup: \S+ refuses the credentials \(401\)/],
  ['always 429', refusing['always 429'], /^Setup: \S+ is throttling already \(429\): try again in 7 seconds$/],
  ['always 503', refusing['always 503'], /^Setup: \S+ is not there: what stands before it answers 503$/],
  [
    'a redirect to another origin',
    wrong['a redirect to another origin'],
    /^Setup: \S+ sends elsewhere \(302\), to http:\/\/localhost:9\/api\/public\/v1\.0: name that as the target$/,
  ],
];

/** What offers no login, and how that is told. */
const lacking: readonly (readonly [name: string, misbehave: Misbehaviour, words: RegExp])[] = [
  [
    'a login page',
    wrong['a login page'],
    /^http:\S+ offers no Digest challenge, but a page for people: is it the API's address\?$/,
  ],
  [
    'a redirect to a login page',
    withoutLogin['a redirect to a login page'],
    /^http:\S+ offers no Digest challenge, but sends whoever asks to http:\S+\/account\/login \(302\): is it the API's address\?$/,
  ],
  [
    'a redirect to itself',
    wrong['a redirect to itself'],
    /^(http:\S+) offers no Digest challenge, but sends whoever asks to \1 /,
  ],
  [
    'a redirect to nowhere',
    ({ socket }) => socket.end('HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n'),
    /^\S+ offers no Digest challenge, but sends whoever asks to no place that there could be \(302\)/,
  ],
  ['404 for everybody', withoutLogin['404 for everybody'], /^http:\S+ offers no Digest challenge, but answers 404: /],
  ['an empty nonce', withoutLogin['an empty nonce'], /^http:\S+ offers no Digest challenge that can be met: /],
];

describe('before the first test, one line tells that nobody could judge a target with', () => {
  for (const [name, misbehave, words] of obstacles) {
    test(name, async (context) => {
      const target = await front(context, misbehave, () => true);
      const started = performance.now();

      await assert.rejects(preflight(settingsFor(target, seconds)), (error: Error) => {
        assert.match(error.message, words);
        assert.doesNotMatch(error.message, /\n|response=|cnonce/);
        return true;
      });

      assert.ok(performance.now() - started < soon);
      // With a challenge that is renewed once, there is one request more; no redirect and no nonce is followed further.
      assert.ok(target.asked.length <= preflightRequests + 1, `${target.asked.length} requests`);
    });
  }

  test('a redirect of who is logged in, and does not show what the place echoes', async (context) => {
    const target = await front(context, wrong['a redirect to another origin'], (count) => count >= preflightRequests);
    await assert.rejects(preflight(settingsFor(target, seconds)), (error: Error) => {
      assert.match(error.message, /sends elsewhere/);
      assert.doesNotMatch(error.message, /Digest|response|cnonce/);
      return true;
    });
    assert.equal(target.asked.length, preflightRequests);
  });
});

describe('before the first test, it is told that nobody can log in at a target with', () => {
  for (const [name, misbehave, words] of lacking) {
    test(name, async (context) => {
      const target = await front(context, misbehave, () => true);
      assert.match((await preflight(settingsFor(target, seconds))) ?? '', words);
      assert.ok(target.asked.length <= 2 * preflightRequests, `${target.asked.length} requests`);
    });
  }

  test('no login at its root, but not where it has one behind', async (context) => {
    const target = await front(context, withoutLogin['404 for everybody'], (_count, path) => path.endsWith('/v1.0'));
    assert.equal(await preflight(settingsFor(target, seconds)), undefined);
  });

  test('no login at all, but not where everybody is served', async (context) => {
    const open: Misbehaviour = ({ socket }) =>
      socket.end(bytesOf({ status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"links":[]}' }));
    assert.equal(await preflight(settingsFor(await front(context, open, () => true), seconds)), undefined);
  });
});

test('what breaks a document is no obstacle: the checks say so', async (context) => {
  for (const name of ['truncated JSON', 'garbage after the JSON', 'invalid UTF-8', 'a byte order mark'] as const) {
    await preflight(settingsFor(await front(context, wrong[name], () => true), seconds));
  }
});
