import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { liveTransport } from '../../src/client/transport/live.ts';
import type { NetworkFault, OutgoingRequest, Transport } from '../../src/client/types.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { front } from './front.ts';
import { unreadable } from './misbehaviours.ts';
import { listening, onceAsked, tls, web } from './servers.ts';
import { certificateFor } from '../support/made-certificates.ts';

const limits = { connectSeconds: 0.3, firstByteSeconds: 0.6, timeoutSeconds: 1.2 };
/** Far more than any of the limits, far less than a test may take. */
const soon = 5000;

function transportFor(context: TestContext, caFile?: string): Transport {
  const transport = liveTransport({ ...limits, caFile });
  context.after(() => transport.close());
  return transport;
}

const get = (url: string): OutgoingRequest => ({ method: 'GET', url, headers: [], body: null });
const ways = ['plain', 'raw'] as const;

async function faults(sending: Promise<unknown>, kind: NetworkFault['kind'], message: RegExp): Promise<void> {
  const started = performance.now();
  await assert.rejects(sending, { name: 'NetworkFault', kind, message });
  assert.ok(performance.now() - started < soon);
}

const unreadables: Record<keyof typeof unreadable, [NetworkFault['kind'], RegExp]> = {
  'an answer that never comes': ['timeout', /^127\.0\.0\.1:\d+ did not begin to answer within 0\.6 s$/],
  'a stall after the headers': ['timeout', /^127\.0\.0\.1:\d+ gave no complete answer within 1\.2 s$/],
  'a reset in the body': ['reset', /(cut|closed) the connection before the answer was complete/],
  'an early close': ['reset', /closed the connection before the answer was complete/],
  'a close without a word': ['reset', /closed the connection before the answer was complete/],
  'a Content-Length too long': ['reset', /closed the connection before the answer was complete/],
  'one byte at a time': ['timeout', /did not begin to answer within 0\.6 s/],
  'a body one byte at a time': ['timeout', /gave no complete answer within 1\.2 s/],
  'a gzip bomb': ['too-large', /decompressed, larger than the limit/],
  'a MiB of headers': ['too-large', /^the header block that 127\.0\.0\.1:\d+ sent is (too large|larger than the limit)/],
  'a bad status line': ['protocol', /no HTTP/],
};

describe('an answer that cannot be read has an end, and words', () => {
  for (const [name, [kind, message]] of Object.entries(unreadables) as [
    keyof typeof unreadable,
    (typeof unreadables)[keyof typeof unreadable],
  ][]) {
    for (const way of ways) {
      // What is read as bytes is not decompressed.
      if (name === 'a gzip bomb' && way === 'raw') continue;
      test(`${name}, ${way}`, async (context) => {
        const { url } = await front(context, unreadable[name], () => true);
        await faults(transportFor(context).send(get(url), { raw: way === 'raw' }), kind, message);
      });
    }
  }

  test('an answer that is encoded over and over', async (context) => {
    const { authority } = await listening(
      context,
      web((_, response) => {
        response.writeHead(200, { 'Content-Encoding': Array.from({ length: 500 }, () => 'gzip').join(', ') }).end('x');
      }),
    );
    await faults(transportFor(context).send(get(`http://${authority}/`)), 'protocol', /encoded 500 times over/);
  });
});

describe('TLS', () => {
  for (const way of ways) {
    test(`that is never spoken, ${way}`, async (context) => {
      const { authority } = await listening(
        context,
        onceAsked(() => {}),
      );
      await faults(
        transportFor(context).send(get(`https://${authority}/`), { raw: way === 'raw' }),
        'timeout',
        /accepted no connection within 0\.3 s/,
      );
    });

    test(`asked of a port of plain HTTP, ${way}`, async (context) => {
      const { authority } = await listening(
        context,
        web(() => {}),
      );
      await faults(transportFor(context).send(get(`https://${authority}/`), { raw: way === 'raw' }), 'tls', /does not speak TLS/);
    });

    test(`on a port that is asked over plain HTTP, ${way}`, async (context) => {
      const { authority } = await listening(context, tls(await certificateFor({ ip: '127.0.0.1' })));
      await faults(
        transportFor(context).send(get(`http://${authority}/`), { raw: way === 'raw' }),
        'reset',
        /connection before the answer was complete/,
      );
    });

    const certificates = [
      ['has expired', { ip: '127.0.0.1', expired: true }, /has expired/],
      ['is for another name', { name: 'om.example.com' }, /issued for another name/],
    ] as const;
    for (const [what, wanted, message] of certificates) {
      test(`whose certificate ${what}, ${way}`, async (context) => {
        const certificate = await certificateFor(wanted);
        const caFile = path.join(temporaryFolder(context), 'ca.pem');
        writeFileSync(caFile, certificate.cert);
        const { authority } = await listening(context, tls(certificate));
        await faults(transportFor(context, caFile).send(get(`https://${authority}/`), { raw: way === 'raw' }), 'tls', message);
      });
    }
  }
});
