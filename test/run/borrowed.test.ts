import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Answer } from '../../src/client/types.ts';
import { beginTest, endTest, type CurrentTest } from '../../src/run/test/current-test.ts';
import { borrowed } from '../../fixtures/life-cycles/borrowed.ts';
import { seededNames } from '../../src/cleanup/names.ts';
import type { Session } from '../../src/run/session.ts';
import { exchange } from '../support/made-exchanges.ts';

const names = seededNames('seed', 0);
const mine = names.name('cluster');

let running: CurrentTest;
beforeEach(() => {
  running = beginTest(
    {
      title: 'a check',
      file: 'specs/x.spec.ts',
      line: 1,
      errors: [],
      annotations: [],
      skip: () => {},
      attachments: { push: () => {} },
    },
    (text) => text,
  );
});
afterEach(endTest);

/** Something with one field, which the target and everybody else treats as `others` has it: told of each request, by number. */
function thing(before: unknown, others: (nth: number, asked: unknown) => unknown) {
  let held = before;
  let count = 0;
  let pauses = 0;
  const answered = (asked: unknown): Answer => {
    count += 1;
    const turned = others(count, asked);
    if (turned !== undefined) held = turned;
    else if (asked !== undefined) held = asked;
    const body = { field: held };
    return {
      exchange: { ...exchange({ body }), id: `#${count}` },
      status: 200,
      headers: [],
      body: JSON.stringify(body),
      json: body,
    };
  };
  const session = {
    names,
    needs: () => {},
    transport: {
      pause: async () => {
        pauses += 1;
      },
    },
  } as unknown as Session;
  const change = async (field: unknown) =>
    borrowed(session, {
      what: 'a thing',
      change: { field },
      read: async () => answered(undefined),
      update: async (body) => answered((body as { field: unknown }).field),
    });
  return { change, requests: () => count, pauses: () => pauses, held: () => held };
}

const fieldOf = ({ json }: Answer): unknown => (json as { field: unknown }).field;

describe('a change that carries the mark of its run', () => {
  test('needs one look before it is made', async () => {
    const one = thing('shop', () => undefined);
    const { before, meanwhile, after } = await one.change(mine);
    assert.deepEqual([before, meanwhile, after].map(fieldOf), ['shop', mine, 'shop']);
    assert.deepEqual([one.requests(), one.pauses(), running.findings], [5, 0, []]);
  });

  test('waits until what another run made of it is gone', async () => {
    const one = thing('omc-0f0f0f-cluster-1', (nth) => (nth === 3 ? 'shop' : undefined));
    const { before } = await one.change(mine);
    assert.deepEqual([fieldOf(before), one.pauses(), one.held()], ['shop', 2, 'shop']);
  });
});

describe('a change without a mark', () => {
  test('waits until the thing was twice the same', async () => {
    const one = thing(7, (nth) => (nth === 2 ? 8 : undefined));
    const { before } = await one.change(9);
    assert.deepEqual([fieldOf(before), one.pauses(), one.held()], [8, 2, 8]);
  });

  test('is not made where somebody keeps changing it', async () => {
    const one = thing(7, (nth) => nth);
    await assert.rejects(one.change(9));
    assert.match(running.unmet?.reason.says ?? '', /needs a thing to be left alone meanwhile/);
  });
});

describe('a change that strays', () => {
  test('is made again, and tells which answer showed it', async () => {
    // The first change is lost.
    const one = thing('shop', (nth) => (nth === 2 ? 'shop' : undefined));
    const { meanwhile } = await one.change(mine);
    assert.equal(fieldOf(meanwhile), mine);
    assert.deepEqual(
      running.findings.map(({ path, exchange: id }) => [path, id]),
      [['/field', '#3']],
    );
    assert.match(running.findings[0]?.message ?? '', /^was not what it was set to; tried again, since another run may /);
  });

  test('is made again where it was not put back', async () => {
    const one = thing('shop', (nth) => (nth === 4 ? 'store' : undefined));
    const { before } = await one.change(mine);
    assert.equal(fieldOf(before), 'store');
    assert.deepEqual(
      running.findings.map(({ message, exchange: id }) => [message.split(';')[0], id]),
      [['was not put back', '#5']],
    );
  });

  test('each time is shown to the check as it is', async () => {
    const one = thing('shop', (_, asked) => (asked === mine ? 'shop' : undefined));
    const { meanwhile } = await one.change(mine);
    assert.deepEqual([fieldOf(meanwhile), one.requests(), running.findings.length], ['shop', 4 * 5, 3]);
  });
});
