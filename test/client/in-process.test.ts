import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inProcessTransport } from '../../src/client/transport/in-process.ts';

describe('in process', () => {
  for (const [what, pause, now] of [
    ['time passes when it is told to', 5_000, 6_000],
    ['a pause of a part of a millisecond leaves the clock at whole ones', 174.5, 1_175],
  ] as const) {
    test(what, async () => {
      let milliseconds = 1_000;
      const clock = { now: () => milliseconds, advance: (more: number) => void (milliseconds += more) };
      const transport = inProcessTransport({ clock, handle: () => Promise.reject(new Error('nothing is asked')) });
      await transport.pause(pause);
      assert.deepEqual([clock.now(), transport.now()], [now, now]);
    });
  }
});
