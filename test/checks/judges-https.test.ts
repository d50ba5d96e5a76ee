import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeNotServed } from '../../src/checks/layout/plain-http.ts';
import { inProcessTransport } from '../../src/client/transport/in-process.ts';
import { askPlainHttp, plainHttpUrls } from '../../src/client/transport/plain-http.ts';
import { createSecrets } from '../../src/client/redaction/redact.ts';
import { createRecorder } from '../../src/client/record.ts';
import { NetworkFault, type Transport } from '../../src/client/types.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange, fails, good, login, passes, passesWithFinding } from '../support/made-exchanges.ts';

const answer = (made: Parameters<typeof exchange>[0]) => exchange({ kind: 'plain-http', caller: 'nobody', ...made });

describe('over plain http', () => {
  test('no answer is as it should be', () => passes(judgeNotServed({ ...answer({}), response: null, fault: 'hung up' })));

  for (const status of [301, 308, 400, 403, 404, 426, 503]) {
    test(`so is ${status}`, () => passes(judgeNotServed(answer({ status, text: '<html>no</html>' }))));
  }

  test('so is a login that is none of the API', () => {
    passes(judgeNotServed(answer({ status: 401, headers: [['WWW-Authenticate', 'Negotiate']] })));
  });

  test('an entity is a fault', () => fails(judgeNotServed(answer({ status: 200, body: { links: [] } })), 'status'));

  test('a page for people is worth telling', () => {
    passesWithFinding(judgeNotServed(answer({ status: 200, text: '<html>welcome</html>', headers: [] })));
  });

  test('a digest challenge is a fault', () => {
    fails(judgeNotServed(answer({ status: 401, body: login, headers: [good] })), 'header WWW-Authenticate');
  });
});

describe('where plain http is asked for', () => {
  const cases: [url: string, asked: string[]][] = [
    ['https://om.example.com:8443/api', ['http://om.example.com:8443/api']],
    ['https://om.example.com/api', ['http://om.example.com:443/api', 'http://om.example.com/api']],
    ['https://[::1]:8443/api', ['http://[::1]:8443/api']],
  ];
  for (const [url, asked] of cases) test(url, () => assert.deepEqual(plainHttpUrls(url), asked));
});

describe('the question', () => {
  const url = 'http://om.example.com/api';
  const ask = async (transport: Transport): Promise<readonly [Exchange, readonly Exchange[]]> => {
    const recorded: Exchange[] = [];
    const recorder = createRecorder({ test: 'a test', onExchange: (one) => recorded.push(one) });
    return [await askPlainHttp(transport, url, recorder, createSecrets()), recorded];
  };
  const transport = inProcessTransport({
    handle: ({ headers }) => ({ status: headers['authorization'] === undefined ? 400 : 200, headers: {}, body: '' }),
    clock: { now: () => 0, advance: () => {} },
  });

  test('carries no credentials, and is recorded', async () => {
    const [asked, recorded] = await ask(transport);
    assert.equal(asked.response?.status, 400);
    assert.deepEqual(recorded, [asked]);
    assert.deepEqual([asked.id, asked.kind, asked.caller, asked.request.url], ['a test#1', 'plain-http', 'nobody', url]);
  });

  test('that nobody answers is recorded with the fault', async () => {
    const [asked, recorded] = await ask({
      ...transport,
      send: async () => {
        throw new NetworkFault('reset', 'hung up');
      },
    });
    assert.deepEqual([asked.response, asked.fault, recorded.length], [null, 'hung up', 1]);
  });

  test('that fails for another reason is not taken for an answer', async () => {
    await assert.rejects(
      ask({
        ...transport,
        send: async () => {
          throw new TypeError('a mistake');
        },
      }),
      TypeError,
    );
  });
});
