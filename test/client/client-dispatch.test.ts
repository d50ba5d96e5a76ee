import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dispatcher } from 'undici';
import { dispatch } from '../../src/client/transport/live.ts';

const get: Dispatcher.DispatchOptions = { origin: 'http://127.0.0.1', path: '/', method: 'GET' };

/** An agent whose connections stand when the test says so. */
function slow() {
  const ended: Error[] = [];
  let handler: Dispatcher.DispatchHandler = {};
  const controller = { abort: (reason: Error) => void ended.push(reason) } as Dispatcher.DispatchController;
  const agent = { dispatch: (_: unknown, one: Dispatcher.DispatchHandler) => Boolean((handler = one)) } as unknown as Dispatcher;
  return { agent, ended, connect: () => handler.onRequestStart?.(controller, {}) };
}

test('a request that is given up before its connection stands is not sent when it does', () => {
  const { agent, ended, connect } = slow();
  const { giveUp } = dispatch(agent, get, () => {});
  const late = new Error('too late');
  giveUp(late);
  assert.deepEqual(ended, []);
  connect();
  assert.deepEqual(ended, [late]);
});

test('a request that is given up on its way is ended', () => {
  const { agent, ended, connect } = slow();
  const { giveUp } = dispatch(agent, get, () => {});
  connect();
  assert.deepEqual(ended, []);
  const late = new Error('too late');
  giveUp(late);
  assert.deepEqual(ended, [late]);
});
